import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { megabytes, misfits, refuseMisfit, roomFor } from '../../src/pipeline/fit.ts';
import { type Forecast, forecastOf } from '../../src/pipeline/forecast.ts';
import { MEASURED } from '../../src/pipeline/forecast-figures.ts';
import { STAGES } from '../../src/pipeline.ts';

const RUNS = [
  { rows: 1000, run_ms: 500, stages: [{ id: 'a', ms: 100 }], peak_rss_mb: 300, disk_mb: 10, output_mb: 1 },
  { rows: 3000, run_ms: 900, stages: [{ id: 'a', ms: 300 }], peak_rss_mb: 400, disk_mb: 30, output_mb: 3 },
  { rows: 10_000, stages: [], peak_rss_mb: 2000 },
];

describe('the forecast', () => {
  it('lies between measured sizes on the line between them, and beyond them on the last', () => {
    const at = (rows: number) => forecastOf(rows, undefined, RUNS, 200);
    expect(at(2000)).toMatchObject({ ms: 700, stages: [{ id: 'a', ms: 200 }], memory_mb: 350, disk_mb: 20 });
    expect(at(13_000)).toMatchObject({ ms: 2900, output_mb: 13, memory_mb: 2686 });
    expect(at(10)).toMatchObject({
      ms: 500,
      memory_mb: 300,
      machine_factor: null,
      measured_rows: [1000, 3000, 10_000],
    });
  });

  it('says when the run is far larger than any measured', () => {
    const isRough = (rows: number) => forecastOf(rows, undefined, RUNS, 200).is_extrapolated;
    expect([isRough(30_000), isRough(30_001)]).toEqual([false, true]);
  });

  it('is longer on a slower machine, and takes no more of it', () => {
    expect(forecastOf(2000, 300, RUNS, 200)).toMatchObject({ ms: 1050, machine_factor: 1.5, memory_mb: 350 });
  });

  it('rises with the rows, for the figures that ship', () => {
    const sizes = [0, 1, 1000, 60_000, 1_000_000, 28_300_000].map((rows) => forecastOf(rows));
    for (const key of ['ms', 'memory_mb', 'disk_mb', 'output_mb'] as const) {
      const values = sizes.map((forecast) => forecast[key]);
      expect(values, key).toEqual(values.toSorted((a, b) => a - b));
      expect(values[0], key).toBeGreaterThan(0);
    }
    expect(MEASURED.filter(({ stages }) => stages.length > 0).length).toBeGreaterThan(0);
    const known = [...STAGES.map(({ id }) => id), '90-report'];
    for (const { stages } of MEASURED) for (const { id } of stages) expect(known).toContain(id);
  });
});

describe('a run that will not fit', () => {
  const forecast = (memory_mb: number, disk_mb: number): Forecast => ({
    ...forecastOf(1000, undefined, RUNS, 200),
    memory_mb,
    disk_mb,
  });
  const ROOM = { disk_mb: 5000, memory_mb: 8000, limit_mb: 6000 };

  it('is none where there is room', () => {
    expect(misfits(forecast(5000, 5000), ROOM)).toEqual([]);
  });

  it('says how much disk it wants, with what spills, and where else', () => {
    const [told, ...others] = misfits(forecast(7000, 4500), ROOM);
    expect(others).toEqual([]);
    expect(told?.id).toContain('sekitar 5,5 GB ruang cakram di folder keluaran; yang kosong 5,0 GB');
    expect(told?.en).toContain('name a folder on another disk with --out');
  });

  it('does not count on what spills far beyond the sizes that were measured', () => {
    const rough = { ...forecast(200_000, 4500), is_extrapolated: true };
    expect(misfits(rough, ROOM)).toEqual([]);
  });

  it('says which limit of memory would fit', () => {
    const [told] = misfits(forecast(20_000, 1), { disk_mb: 50_000, memory_mb: 4000, limit_mb: 12_000 });
    expect(told?.en).toContain(
      'about 12.3 GB of memory; this machine has 4.0 GB. Limit it with --memory 3700MB',
    );
    const [small] = misfits(forecast(20_000, 1), { disk_mb: 50_000, memory_mb: 1000, limit_mb: 12_000 });
    expect(small?.en).toContain('a machine with more memory');
  });

  it('is refused with every reason', () => {
    expect(() => refuseMisfit(misfits(forecast(20_000, 9000), { ...ROOM, limit_mb: 12_000 }))).toThrow(
      /GB of disk[\s\S]*\n[\s\S]*GB of memory/,
    );
    expect(() => refuseMisfit([])).not.toThrow();
  });
});

describe('the room on this machine', () => {
  it('is that of the nearest folder that is there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sisir-room-'));
    const room = await roomFor({ out: join(folder, 'not', 'yet') }, '8GB');
    expect(room.disk_mb).toBeGreaterThan(0);
    expect(room.memory_mb).toBeLessThanOrEqual(Math.ceil(totalmem() / 1e6));
    expect(room.limit_mb).toBe(8000);
    rmSync(folder, { recursive: true });
  });
  it.each([
    ['900MB', 900],
    ['7.5 gb', 7500],
    ['1GiB', 1073],
    ['512MiB', 536],
  ])('%s is %d MB', (amount, mb) => {
    expect(megabytes(amount)).toBe(mb);
  });
});
