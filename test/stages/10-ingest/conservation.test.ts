import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { SOURCE_COLUMN_NAMES, type SourceColumnName } from '../../../src/model/source-columns.ts';
import { Bench, take } from './support.ts';

const bench = new Bench();
afterAll(() => bench.remove());

const RUNS = 8;

const column = fc
  .shuffledSubarray([...SOURCE_COLUMN_NAMES], { minLength: 3 })
  .filter((names) => names.includes('nama'));
const cellOf = (characters: readonly string[]) =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 }).map((text) => text.trim());
const PLAIN = ['A', 'B', 'É', '1', '2', ' ', "'", '*', '-'];
const QUOTED = [...PLAIN, ',', ';', '|', '"', '\n', '\t'];

function table(characters: readonly string[]) {
  return column.chain((names) =>
    fc.record({
      names: fc.constant(names),
      rows: fc.array(
        fc.tuple(
          ...names.map((name) =>
            name === 'nama' ? cellOf(characters).map((text) => `X${text}`) : cellOf(characters),
          ),
        ),
        { minLength: 1, maxLength: 12 },
      ),
    }),
  );
}

interface Layout {
  readonly delimiter: string;
  readonly end: string;
  readonly quoted: boolean;
  readonly finalEnd: boolean;
}

const layout = (quoted: boolean) =>
  fc.record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n'),
    quoted: fc.constant(quoted),
    finalEnd: fc.boolean(),
  });

function csv(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  { delimiter, end, quoted, finalEnd }: Layout,
) {
  const cell = (text: string) => (quoted ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [names, ...rows].map((cells) => cells.map(cell).join(delimiter));
  return lines.join(end) + (finalEnd ? end : '');
}

interface Written {
  readonly names: readonly SourceColumnName[];
  readonly rows: readonly (readonly string[])[];
  readonly form: Layout;
}

/** Several files at a time: one run of the stage then also shows that files do not disturb each other. */
const written = (characters: readonly string[], quoted: boolean): fc.Arbitrary<readonly Written[]> =>
  fc.array(
    fc.tuple(table(characters), layout(quoted)).map(([content, form]) => ({ ...content, form })),
    { minLength: 1, maxLength: 6 },
  );

async function comeBack(files: readonly Written[], folder: string) {
  const paths = files.map(({ names, rows, form }, index) =>
    bench.write(`${folder}/${index}.csv`, csv(names, rows, form)),
  );
  const { rolls, rejects, problems, rowsIn } = await bench.ingest(paths);
  expect(problems).toEqual([]);
  expect(rejects).toEqual([]);
  expect(rowsIn).toBe(files.reduce((sum, { rows }) => sum + rows.length, 0));
  for (const [index, { names, rows }] of files.entries()) {
    const mine = rolls.filter(({ file_id }) => file_id === index + 1);
    expect(take(mine, ...names)).toEqual(
      rows.map((cells) => cells.map((text) => (text === '' ? null : text))),
    );
  }
}

const hit = fc.tuple(fc.nat(), fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x00, 0xe9, 0x41));

function damaged({ names, rows, form }: Written, hits: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.from(csv(names, rows, form));
  const start = bytes.indexOf(0x0a) + 1;
  for (const [place, byte] of hits) {
    if (start < bytes.length) bytes[start + (place % (bytes.length - start))] = byte;
  }
  return bytes;
}

describe('conservation', () => {
  it('unquoted tables come back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(written(PLAIN, false), (files) => comeBack(files, 'plain')),
      { numRuns: RUNS },
    );
  });

  it('quoted tables come back exactly, line breaks in cells included', async () => {
    await fc.assert(
      fc.asyncProperty(written(QUOTED, true), (files) => comeBack(files, 'quoted')),
      { numRuns: RUNS },
    );
  });

  it('every line of a damaged file is a row or a reject', async () => {
    const files = fc
      .boolean()
      .chain((quoted) =>
        fc.tuple(
          written(quoted ? QUOTED : PLAIN, quoted),
          fc.array(fc.array(hit, { maxLength: 6 }), { minLength: 6, maxLength: 6 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(files, async ([tables, hits]) => {
        const paths = tables.map((content, index) =>
          bench.write(`damaged/${index}.csv`, damaged(content, hits[index] ?? [])),
        );
        const { inspected, rolls, rejects, rowsIn, rowsOut } = await bench.ingest(paths);
        expect([rowsIn, rowsOut]).toEqual([rolls.length + rejects.length, rolls.length]);
        for (const { fileId, lines, quoted } of inspected) {
          const bad = rejects.filter(({ file_id }) => file_id === fileId);
          const rows = rolls.filter(({ file_id }) => file_id === fileId).length + bad.length;
          const content = (lines?.total ?? 0) - (lines?.title ?? 0) - 1 - (lines?.totals ?? 0);
          expect(rows).toBeLessThanOrEqual(content);
          const least = quoted === false ? content - (lines?.blank ?? 0) : 0;
          expect(rows).toBeGreaterThanOrEqual(least);
          expect(new Set(bad.map(({ line }) => line)).size).toBe(bad.length);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });
});
