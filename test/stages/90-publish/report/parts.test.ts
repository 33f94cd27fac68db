import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kecamatanOf, loadMaps } from '../../../../src/stages/90-publish/report/data/maps.ts';
import { commonFolder } from '../../../../src/stages/90-publish/report/data/report.ts';
import {
  comparableRun,
  earlierRuns,
  type RunFacts,
} from '../../../../src/stages/90-publish/report/data/run-facts.ts';
import { embeddedJson } from '../../../../src/stages/90-publish/report/document.tsx';
import { colourLimits, colourStep } from '../../../../src/stages/90-publish/report/steps.ts';
import {
  both,
  dateText,
  dayText,
  momentText,
  plainName,
} from '../../../../src/stages/90-publish/report/texts.ts';
import { changeText, resolved } from '../../../../src/stages/90-publish/report/view/change.tsx';

describe('texts', () => {
  it('write numbers and dates as each language does', () => {
    expect(
      both(
        (n) => n.count(28_289_413),
        (n) => n.count(28_289_413),
      ),
    ).toEqual({
      id: '28.289.413',
      en: '28,289,413',
    });
    expect(dateText('2026-11-22')).toEqual({ id: '22 November 2026', en: '22 November 2026' });
    expect(dayText(8, 17)).toEqual({ id: '17 Agustus', en: '17 August' });
    expect(momentText('2026-11-22T19:30:00Z')).toEqual({
      id: '23 November 2026 02.30 WIB',
      en: '23 November 2026 02:30 WIB',
    });
  });

  it('take marks that turn the direction out of names, and controls', () => {
    expect(plainName('a\u202eb\u0007c')).toBe('a\ufffdb\ufffdc');
    expect(plainName("Ma'ruf \u0645")).toBe("Ma'ruf \u0645");
  });
});

describe('embedded JSON', () => {
  it('reads back the same and never ends the script around it', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(text !== undefined);
        expect(JSON.parse(embeddedJson(value))).toEqual(JSON.parse(text));
      }),
    );
    const hostile = '</script><!--<script>\u2028\u2029&amp;';
    expect(embeddedJson(hostile)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(embeddedJson(hostile))).toBe(hostile);
  });
});

describe('colour steps', () => {
  it('rise with the value, from nothing to five', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true })), (values) => {
        const limits = colourLimits(values);
        expect(limits.length).toBeLessThanOrEqual(5);
        const steps = values.toSorted((a, b) => a - b).map((value) => colourStep(value, limits) ?? -1);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        for (const value of values) expect(colourStep(value, limits) === 0).toBe(value === 0);
      }),
    );
    expect(colourStep(null, [1])).toBe(null);
  });
});

describe('change', () => {
  it('is said in per cent of what was there', () => {
    expect(changeText(88, 100)?.id).toBe('12 % lebih sedikit daripada');
    expect(changeText(101.5, 100)?.en).toBe('1.5 % more than');
    expect(changeText(100, 100)?.id).toBe('sama banyak dengan');
    expect(changeText(1, 0)).toBe(undefined);
  });

  it('counts what is resolved only where something could be compared', () => {
    const row = { code: '', measure: 'rule' as const, count: 7 };
    expect(resolved([{ ...row, status: 'first' }], '')).toBe(null);
    expect(resolved([{ ...row, status: 'new' }], '')).toBe(0);
    expect(
      resolved(
        [
          { ...row, status: 'resolved' },
          { ...row, measure: 'grade', status: 'resolved' },
        ],
        '',
      ),
    ).toBe(14);
    expect(resolved([{ ...row, status: 'resolved' }], '3301')).toBe(null);
  });
});

function facts(run_id: string, started_at: string, codes: readonly string[]): RunFacts {
  const satker = codes.map((kode_kabupaten) => ({
    kode_kabupaten,
    voters: 1,
    flagged_voters: 0,
    findings_error: 0,
    ganda_voters: 0,
  }));
  return {
    run_id,
    engine_version: '0',
    started_at,
    reference_date: '2026-11-22',
    rows: { read: 1, accepted: 1, rejected: 0, clean: 1, flagged: 0 },
    inputs: [],
    skipped_inputs: [],
    data_invalid: {
      findings: 0,
      voters: 0,
      by_rule: {},
      by_severity: {},
      by_dimension: {},
      not_assessable: {},
      not_assessed: [],
    },
    data_ganda: { pairs: 0, by_grade: {}, by_tier: {}, groups: 0, voters: 0 },
    satker,
    parameters: {},
    rules: { count: 0, sha256: '' },
    outputs: [],
  };
}

describe('earlier runs', () => {
  it('are those of the folder that began before, oldest first; others and broken ones are left out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sisir-earlier-'));
    const write = (name: string, text: string) => {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'manifest.json'), text);
    };
    const tonight = facts('c', '2026-11-22T02:00:00Z', ['3301']);
    write('b', JSON.stringify(facts('b', '2026-11-21T02:00:00Z', ['3301'])));
    write('a', JSON.stringify(facts('a', '2026-11-20T02:00:00Z', ['3301', '3319'])));
    write('d', JSON.stringify(facts('d', '2026-11-23T02:00:00Z', ['3301'])));
    write('broken', '{');
    mkdirSync(join(folder, 'notes'));
    const earlier = await earlierRuns(folder, tonight);
    rmSync(folder, { recursive: true });
    expect(earlier.map(({ run_id }) => run_id)).toEqual(['a', 'b']);
    expect(comparableRun(tonight, earlier)?.run_id).toBe('b');
    expect(comparableRun({ ...tonight, change: { previous_run: 'a' } }, earlier)?.run_id).toBe('a');
    expect(comparableRun({ ...tonight, change: { previous_run: null } }, earlier)).toBe(undefined);
    expect(await earlierRuns(join(folder, 'nowhere'), tonight)).toEqual([]);
  });
});

describe('maps', () => {
  it('hold the 35 kabupaten/kota once, in tiles and in boundaries, and their 576 kecamatan', () => {
    const maps = loadMaps();
    const tiles = maps.tiles.map(({ code }) => code).toSorted();
    expect(tiles).toHaveLength(35);
    expect(maps.kabupaten.features.map(({ properties }) => properties.name)).toEqual(tiles);
    expect(new Set(maps.tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(35);
    expect(maps.kecamatan.features).toHaveLength(576);
    expect(tiles.map((code) => kecamatanOf(maps, code).features.length).every((count) => count > 0)).toBe(
      true,
    );
  });
});

it('the folder that all inputs lie in', () => {
  expect(commonFolder(['a/b/1.csv', 'a/b/2.csv'])).toBe('a/b/');
  expect(commonFolder(['a/b/1.csv', 'a/bc/2.csv'])).toBe('a/');
  expect(commonFolder(['1.csv', 'a/2.csv'])).toBe('');
  expect(commonFolder([])).toBe('');
});
