import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
const [, , run, out, ...which] = process.argv;
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args.filter((a) => a !== '--single-process'), headless: true });
const shots = [
  ['index-1280', 'index.html', 1280, 'light'],
  ['index-390', 'index.html', 390, 'light'],
  ['index-dark', 'index.html', 1280, 'dark'],
  ['satker-1280', 'kabupaten/3301.html', 1280, 'light'],
  ['satker-390', 'kabupaten/3301.html', 390, 'dark'],
];
for (const [name, path, width, scheme] of shots) {
  if (which.length && !which.includes(name)) continue;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  page.on('console', (m) => console.log(name, m.type(), m.text()));
  page.on('pageerror', (e) => console.log(name, 'ERROR', e.message, e.stack));
  page.on('request', (r) => { if (!r.url().startsWith('file:')) console.log(name, 'REQUEST', r.url()); });
  const t = Date.now();
  await page.goto(`file://${run}/report/${path}`);
  console.log(name, 'loaded', Date.now() - t, 'ms; overflow', await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'height', await page.evaluate(() => document.documentElement.scrollHeight));
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const step = width > 600 ? 1900 : 2400;
  for (let y = 0, i = 0; y < tall; y += step, i++) await page.screenshot({ path: `${out}/${name}-${i}.png`, fullPage: true, clip: { x: 0, y, width, height: Math.min(step, tall - y) } });
  if (name === 'index-1280') await page.pdf({ path: `${out}/index.pdf`, format: 'A4', preferCSSPageSize: true, printBackground: true });
  await page.close();
}
await browser.close();
