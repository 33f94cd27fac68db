import type { Database } from '../../../engine/database.ts';
import { identifier, sql } from '../../../engine/sql.ts';
import type { ReturningSheet } from '../../../model/worklist.ts';
import { type PlaceRange, WORKLIST_TABLES } from './layout.ts';

/** One work list: its rows of either sheet. */
export interface Part {
  readonly kabupaten: number;
  /** Where the satker's list was split. */
  readonly kecamatan: number | null;
  /** From 1, for the rows without a kecamatan of a list that was split, and where even a kecamatan had to be split. */
  readonly part: number | null;
  readonly ranges: Readonly<Record<ReturningSheet, PlaceRange>>;
}

/** Rows of one kecamatan: they follow one another. */
interface Run {
  readonly kecamatan: number | null;
  readonly from: number;
  readonly to: number;
}

const NO_KECAMATAN = 999_999;

/** The runs of a satker's list, in order. A group stands whole in the kecamatan where it has its home. */
async function runsOf(database: Database, sheet: ReturningSheet, kabupaten: number): Promise<Run[]> {
  const kecamatan = sheet === 'invalid' ? sql`area_kecamatan` : sql`nullif(home_kecamatan, ${NO_KECAMATAN})`;
  return await database.rows<{ kecamatan: number | null; from: number; to: number }>(
    sql`SELECT ${kecamatan} AS kecamatan, min(place) AS "from", max(place) AS "to"
      FROM ${identifier(WORKLIST_TABLES[sheet])} WHERE list_kabupaten = ${kabupaten} GROUP BY 1 ORDER BY 2`,
  );
}

/** Cuts a run into pieces of at most `most` rows; a group of Data Ganda is never cut. */
async function piecesOf(
  database: Database,
  sheet: ReturningSheet,
  kabupaten: number,
  run: Run,
  most: number,
): Promise<Run[]> {
  const pieces: Run[] = [];
  for (let from = run.from; from <= run.to; ) {
    let to = Math.min(run.to, from + most - 1);
    if (sheet === 'ganda' && to < run.to) to = (await endOfGroup(database, kabupaten, from, to)) ?? to;
    pieces.push({ kecamatan: run.kecamatan, from, to });
    from = to + 1;
  }
  return pieces;
}

/** The last place up to `to` at which a group ends, after `from`. */
async function endOfGroup(
  database: Database,
  kabupaten: number,
  from: number,
  to: number,
): Promise<number | null> {
  const { last } = await database.row<{ last: number | null }>(sql`SELECT max(place) - 1 AS last FROM (
      SELECT min(place) AS place FROM worklist_ganda WHERE list_kabupaten = ${kabupaten} GROUP BY kelompok
    ) WHERE place > ${from} AND place <= ${to + 1}`);
  return last;
}

function length(runs: readonly Run[]): number {
  return runs.reduce((total, { from, to }) => total + to - from + 1, 0);
}

/**
 * The work lists of a satker: one, or where a sheet would have more than `most` rows below its header one for each
 * kecamatan, and within a kecamatan that is itself too long one for each part.
 */
export async function partsOf(database: Database, kabupaten: number, most: number): Promise<Part[]> {
  const runs = {
    invalid: await runsOf(database, 'invalid', kabupaten),
    ganda: await runsOf(database, 'ganda', kabupaten),
  };
  const range = (found: Run | undefined): PlaceRange =>
    found === undefined ? { kabupaten, from: 1, to: 0 } : { kabupaten, from: found.from, to: found.to };
  const whole = (all: readonly Run[]): PlaceRange => ({ kabupaten, from: 1, to: length(all) });
  if (length(runs.invalid) <= most && length(runs.ganda) <= most) {
    return [
      {
        kabupaten,
        kecamatan: null,
        part: null,
        ranges: { invalid: whole(runs.invalid), ganda: whole(runs.ganda) },
      },
    ];
  }
  const parts: Part[] = [];
  const kecamatan = new Set([...runs.invalid, ...runs.ganda].map((run) => run.kecamatan));
  for (const code of [...kecamatan].toSorted((a, b) => (a ?? NO_KECAMATAN) - (b ?? NO_KECAMATAN))) {
    const pieces = async (sheet: ReturningSheet) => {
      const run = runs[sheet].find((candidate) => candidate.kecamatan === code);
      return run === undefined ? [] : await piecesOf(database, sheet, kabupaten, run, most);
    };
    const [invalid, ganda] = [await pieces('invalid'), await pieces('ganda')];
    const count = Math.max(invalid.length, ganda.length);
    for (let index = 0; index < count; index++)
      parts.push({
        kabupaten,
        kecamatan: code,
        part: count === 1 && code !== null ? null : index + 1,
        ranges: { invalid: range(invalid[index]), ganda: range(ganda[index]) },
      });
  }
  return parts;
}
