/** Opens the part that the address names, and those around it. */
function openNamed(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  for (let part: Element | null = target; part !== null; part = part.parentElement)
    if (part instanceof HTMLDetailsElement) part.open = true;
  target.scrollIntoView();
}

/** A link to a closed part opens it, also when it was followed before. */
export function openLinkedParts(): void {
  addEventListener('hashchange', openNamed);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link instanceof HTMLAnchorElement && link.hash === location.hash) setTimeout(openNamed);
  });
  if (location.hash !== '') openNamed();
}
