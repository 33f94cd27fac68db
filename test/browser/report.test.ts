import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report } from '../../src/cli/commands/report.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { calling } from '../cli/made-run.ts';
import { runWith } from '../support/run.ts';
import { launchBrowser } from './browser.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/jateng-kecil/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Markup, quotes and a mark that turns the direction of what follows: what an office might name a file or a rule. */
const HOSTILE = `<img src=x onerror=hostile=1>"'\u202e</script><script>hostile=1</script>`;
const HOSTILE_FILE = `3301 <img src=x onerror=hostile=1>"'\u202e&amp;.csv`;

let folder: string;
let run: { manifest: Manifest; folder: string };
let browser: Browser;

/** The sample with a hostile file name and a hostile rule of the office's own. */
async function makeRun(): Promise<{ manifest: Manifest; folder: string }> {
  const rolls = join(folder, 'rolls');
  const rules = join(folder, 'rules');
  mkdirSync(rolls);
  mkdirSync(rules);
  for (const name of readdirSync(SAMPLE))
    cpSync(join(SAMPLE, name), join(rolls, name === '3301.csv' ? HOSTILE_FILE : name));
  const text = { id: HOSTILE, en: HOSTILE };
  const own = {
    id: 'aturan-aneh',
    title: text,
    rationale: text,
    remedy: text,
    dimension: 'validity',
    severity: 'error',
    field: 'nama',
    reads: ['sex'],
    violatedWhen: "sex = 'L'",
    causes: [{ id: 'sebab-aneh', label: text, when: 'true' }],
    examples: {
      fails: [
        { row: { jenis_kelamin: 'L', nama: HOSTILE }, cause: 'sebab-aneh' },
        { row: { jenis_kelamin: 'LK' }, cause: 'sebab-aneh' },
      ],
      passes: [{ row: { jenis_kelamin: 'P' } }, { row: { jenis_kelamin: 'PR' } }],
    },
  };
  writeFileSync(join(rules, 'aturan-aneh.json'), JSON.stringify(own));
  return await runWith({ inputs: [rolls], out: join(folder, 'runs'), rules_folder: rules });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sisir-report-'));
  [run, browser] = await Promise.all([makeRun(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page of the report and fails on any complaint of the browser or any request. */
async function withPage(
  path: string,
  options: BrowserContextOptions,
  action: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url()) || request.resourceType() !== 'document')
        complaints.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(run.folder, 'report', path)).href);
    await action(page);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('typeof hostile')).toBe('undefined');
  } finally {
    await context.close();
  }
}

/** Serious and critical findings of axe, as rule and place. */
async function violations(page: Page, rules: 'all' | 'color-contrast'): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    rules === 'all' ? 'axe.run()' : `axe.run({ runOnly: ['${rules}'] })`,
  )) as {
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    );
}

const overflow = async (page: Page) =>
  await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A number as the page writes it in Bahasa Indonesia. */
const number = (text: string | null) => Number((text ?? '').replaceAll('.', '').replace(',', '.'));

/** Numbers of a column, by its place from 0, of the rows that a selector names. */
async function columnOf(page: Page, rows: string, column: number): Promise<number[]> {
  const texts = await page.locator(`${rows} > td:nth-child(${column + 1})`).allTextContents();
  return texts.map((text) => number(text));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const CHARTS = [
  'peta',
  'corong',
  'aturan-satker',
  'sebab',
  'lintas',
  'kebetulan',
  'piramida',
  'hari-lahir',
  'tanggal-baku',
];

describe('the page of the province', () => {
  it('draws every chart, each with a table of the same numbers', async () => {
    await withPage('index.html', {}, async (page) => {
      const drawn = await page
        .locator('[data-chart]')
        .evaluateAll((charts) =>
          charts.map((chart) => [
            chart.getAttribute('data-chart'),
            chart.querySelectorAll('svg path').length > 3,
          ]),
        );
      expect(drawn).toEqual(CHARTS.map((id) => [id, true]));
      for (const id of CHARTS)
        expect(
          await page.locator(`#figure-${id} details.as-table table tbody tr`).count(),
          id,
        ).toBeGreaterThan(0);
    });
  });

  it('shows the numbers of the manifest, and parts that add up to them', async () => {
    const { rows, data_invalid, data_ganda, satker } = run.manifest;
    await withPage('index.html', {}, async (page) => {
      const [invalid, graded, mirip] = await page.locator('.figure-value').allTextContents();
      const { K1 = 0, K2 = 0, K3 = 0 } = data_ganda.by_grade;
      expect(number(invalid ?? '')).toBe(data_invalid.by_severity['error']);
      expect(number(graded ?? '')).toBe(K1 + K2 + K3);
      expect(number(mirip ?? '')).toBe(data_ganda.by_grade['mirip']);
      const table = '#tabel-satker tbody tr';
      expect(sum(await columnOf(page, table, 2))).toBe(rows.accepted);
      expect(sum(await columnOf(page, table, 3))).toBe(rows.flagged);
      expect(sum(await columnOf(page, table, 7))).toBe(data_invalid.by_severity['error']);
      expect(await columnOf(page, '#tabel-satker tfoot tr', 3)).toEqual([rows.flagged]);
      expect(await columnOf(page, table, 3)).toEqual(satker.map(({ flagged_voters }) => flagged_voters));
      expect(sum(await columnOf(page, '#tabel-aturan tbody tr', 3))).toBe(data_invalid.findings);
      const ages = '#figure-piramida tbody tr';
      const placed = sum(await columnOf(page, ages, 1)) + sum(await columnOf(page, ages, 3));
      const left = number(
        /[\d.]+/.exec((await page.locator('#umur .note').first().textContent()) ?? '')?.[0] ?? '0',
      );
      expect(placed + left).toBe(rows.accepted);
    });
  });

  it('sorts its table by any column, also by keyboard', async () => {
    await withPage('index.html', {}, async (page) => {
      await page.locator('#tabel-satker').scrollIntoViewIfNeeded();
      const voters = async () => await columnOf(page, '#tabel-satker tbody tr', 2);
      const button = page.locator('#tabel-satker thead th:nth-child(3) button');
      await button.click();
      expect(await voters()).toEqual((await voters()).toSorted((a, b) => b - a));
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await voters()).toEqual((await voters()).toSorted((a, b) => a - b));
      expect(await page.locator('#tabel-satker thead th:nth-child(3)').getAttribute('aria-sort')).toBe(
        'ascending',
      );
    });
  });

  it('colours map and tiles by another measure, and a tile leads to the satker', async () => {
    await withPage('index.html', {}, async (page) => {
      const tile = page.locator('[data-area="3374"]');
      const before = await tile.locator('.tile-value').textContent();
      const map = async () => await page.locator('[data-chart="peta"] svg').innerHTML();
      const drawn = await map();
      await page.selectOption('[data-measure-for="peta"]', 'voters');
      const voters = run.manifest.satker.find(({ kode_kabupaten }) => kode_kabupaten === '3374')?.voters ?? 0;
      expect(await tile.locator('.tile-value').textContent()).not.toBe(before);
      expect(number(await tile.locator('.tile-value').textContent())).toBe(voters);
      await expect.poll(map).not.toBe(drawn);
      await tile.click();
      await page.waitForURL(/kabupaten\/3374\.html/);
      expect(await page.locator('h1').textContent()).toContain('Kota Semarang');
    });
  });

  it('turns to English and back, texts, numbers and charts', async () => {
    await withPage('index.html', {}, async (page) => {
      const indonesian = await page.locator('main').innerText();
      await page.click('button[data-language="en"]');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('h1').textContent()).toContain('4,000 voters');
      expect(await page.locator('#tabel-satker tfoot td:nth-child(3)').textContent()).toBe('4,000');
      await expect
        .poll(async () => await page.locator('[data-chart="hari-lahir"]').textContent())
        .toContain('1 July');
      await page.click('button[data-language="id"]');
      expect(await page.locator('main').innerText()).toBe(indonesian);
    });
  });

  it('shows hostile names as what they are', async () => {
    await withPage('index.html', {}, async (page) => {
      expect(await page.locator('#aturan-aturan-aneh').textContent()).toContain(
        '<img src=x onerror=hostile=1>',
      );
      expect(await page.locator('#figure-sebab tbody').textContent()).toContain(
        '<img src=x onerror=hostile=1>"\'\ufffd',
      );
      expect(await page.locator('img').count()).toBe(0);
    });
  });

  it('is readable without scripts', async () => {
    await withPage('index.html', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('#tabel-satker tbody tr').first().isVisible()).toBe(true);
      expect(await page.locator('.tools').isVisible()).toBe(false);
      await page.locator('#figure-corong summary').click();
      expect(await page.locator('#figure-corong table').isVisible()).toBe(true);
    });
  });
});

describe('the page of a satker', () => {
  it('leads from kecamatan to desa to TPS, and every level adds up', async () => {
    const satker = run.manifest.satker.find(({ kode_kabupaten }) => kode_kabupaten === '3301');
    await withPage('kabupaten/3301.html', {}, async (page) => {
      const kecamatan = '#tabel-kecamatan tbody tr';
      expect(sum(await columnOf(page, kecamatan, 2))).toBe(satker?.voters);
      expect(sum(await columnOf(page, kecamatan, 3))).toBe(satker?.flagged_voters);
      const desa = '.kecamatan > .scroll tbody tr';
      expect(sum(await columnOf(page, desa, 2))).toBe(satker?.voters);
      expect(sum(await columnOf(page, desa, 3))).toBe(satker?.flagged_voters);
      const tps = '.tps tbody tr';
      expect(sum(await columnOf(page, tps, 1))).toBe(satker?.voters);
      expect(sum(await columnOf(page, tps, 2))).toBe(satker?.flagged_voters);
      await page.locator(`${kecamatan} a`).first().click();
      const part = page.locator('details.kecamatan[open]');
      await part.locator('.scroll tbody a').first().click();
      const row = part.locator('details.desa[open] .tps tbody tr').first();
      await row.waitFor({ state: 'visible', timeout: 5_000 });
      expect(await row.isVisible()).toBe(true);
    });
  });

  it('says first what is most useful to do', async () => {
    await withPage('kabupaten/3301.html', {}, async (page) => {
      const actions = page.locator('.actions li');
      expect(await actions.count()).toBe(3);
      expect(await actions.first().textContent()).toContain('Perbaiki');
      await actions.first().locator('a').click();
      expect(await page.locator('details.rule[open]').first().isVisible()).toBe(true);
    });
  });
});

describe('sisir report', () => {
  it('writes the same pages anew from the published tables', async () => {
    const index = join(run.folder, 'report', 'index.html');
    const before = readFileSync(index, 'utf8');
    rmSync(join(run.folder, 'report'), { recursive: true });
    const { exitCode, err } = await calling([report])(['report', run.folder]);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(readFileSync(index, 'utf8')).toBe(before);
    const { outputs } = JSON.parse(readFileSync(join(run.folder, 'manifest.json'), 'utf8')) as Manifest;
    expect(outputs).toEqual(run.manifest.outputs);
  });

  it('says what a run of another version lacks', async () => {
    const older = join(folder, 'older');
    cpSync(run.folder, older, { recursive: true });
    rmSync(join(older, 'distribution', 'age.parquet'));
    const { exitCode, err } = await calling([report])(['report', older]);
    expect(exitCode).toBe(2);
    expect(err).toContain('distribution/age.parquet');
  });
});

describe('both pages', () => {
  const pages = ['index.html', 'kabupaten/3301.html'];

  it.each(pages)('%s has no serious fault of accessibility, light or dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const)
      await withPage(path, { colorScheme }, async (page) => {
        await page.evaluate(() => {
          for (const part of document.querySelectorAll('details.as-table')) part.setAttribute('open', '');
        });
        const rules = colorScheme === 'light' ? 'all' : 'color-contrast';
        expect(await violations(page, rules), colorScheme).toEqual([]);
      });
  });

  it.each(pages)('%s does not overflow, from a telephone to paper', async (path) => {
    for (const width of [390, 1280])
      await withPage(path, { viewport: { width, height: 844 } }, async (page) => {
        expect(await overflow(page), String(width)).toBeLessThanOrEqual(0);
      });
  });

  it('are small, and every satker has one', () => {
    const names = run.manifest.outputs.map(({ path }) => path).filter((path) => path.startsWith('report/'));
    const wanted = run.manifest.satker.map(({ kode_kabupaten }) => `report/kabupaten/${kode_kabupaten}.html`);
    expect(names).toEqual(['report/index.html', ...wanted]);
    for (const name of names) expect(statSync(join(run.folder, name)).size).toBeLessThan(1_500_000);
  });

  it('hold no NIK and no address of the rolls, and name nothing outside', () => {
    const rows = readFileSync(join(SAMPLE, '3374.csv'), 'utf8').split('\n').slice(1);
    const niks = rows.flatMap((row) => row.match(/\b\d{16}\b/g) ?? []);
    expect(niks.length).toBeGreaterThan(100);
    for (const path of ['index.html', 'kabupaten/3374.html']) {
      const html = readFileSync(join(run.folder, 'report', path), 'utf8');
      const content = html.slice(0, html.lastIndexOf('<script>'));
      const shown = new Set(content.match(/\d{16}/g) ?? []);
      expect(niks.filter((nik) => shown.has(nik))).toEqual([]);
      expect(content).not.toMatch(/(src|href)="?https?:/);
    }
  });
});
