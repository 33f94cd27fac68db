import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** A headless browser that comes with npm; it needs no package of the system. */
export async function launchBrowser(): Promise<Browser> {
  return await playwright.launch({
    executablePath: await chromium.executablePath(),
    // In one process, closing a page closes the browser.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    headless: true,
  });
}
