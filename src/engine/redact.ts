/**
 * Kinds of DuckDB's errors that speak of the statement or of the machine. Every other kind may quote a cell, bare or
 * between quotes that the cell itself may close.
 */
const WITHOUT_CELLS =
  /^(?:Binder|Catalog|Parser|Syntax|Planner|Settings|Dependency|Permission|Missing Extension|Invalid Configuration|IO|Out of Memory|INTERRUPT|INTERNAL) Error:/;
const KIND = /^(?:[A-Za-z]+ ){1,4}Error:/;
const CAST = /(?: to [A-Z0-9]+(?:\(\d+,\d+\))?)? when casting from source column \w+$/;

/**
 * DuckDB quotes cell values in its own errors. This keeps the kind of error and the names in it and drops whatever
 * may be a value or a key: all of a message that may quote a cell but its kind and the cast that failed; elsewhere
 * quoted texts, digit runs of four or more, original lines, and the excerpt of the statement (a keyed hash stands in
 * it). What it gives, it gives again unchanged.
 */
export function redact(message: string): string {
  const text = message.replace(/\n+LINE \d+:[\s\S]*$/, '');
  const [kind] = KIND.exec(text) ?? [];
  if (kind !== undefined && !WITHOUT_CELLS.test(text)) return `${kind} ***${CAST.exec(text)?.[0] ?? ''}`;
  return text
    .replace(/(Original Line:)[\s\S]*?(?=\n\s*Possible fixes|$)/gi, '$1 ***')
    .replace(/'(?:[^'\n]|'')*'/g, "'***'")
    .replace(/"(?:[^"\n]|"")*[0-9]{4,}(?:[^"\n]|"")*"/g, '"***"')
    .replace(/\d{4,}/g, (digits) => '#'.repeat(Math.min(digits.length, 4)));
}

/** A text of the user's own, such as a config value that an error quotes, with every NIK or NKK in it cut to its area. */
export function maskNumbers(text: string): string {
  return text.replace(/(?<!\d)(\d{6})\d{10}(?!\d)/g, '$1**********');
}
