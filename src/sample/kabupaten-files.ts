import { join } from 'node:path';
import { damageFile } from './group-faults.ts';
import { KabupatenMaker } from './kabupaten.ts';
import type { KabupatenPlan } from './plan.ts';
import type { Province } from './province.ts';
import { HEADER, lineOf, type Row, truthLineOf } from './row.ts';
import { TextFile } from './writer.ts';

/** Lines of rows for the roll, for `truth.csv` and for `truth-invalid.csv`. */
export interface Lines {
  roll: string;
  truth: string;
  invalid: string;
  rows: number;
}

/** Copies that belong into the files of other kabupaten/kota, by place in the plan. */
export type Abroad = Map<number, Lines>;

const PROGRESS_ROWS = 50_000;

function invalidLinesOf(row: Row): string {
  return row.fires.map((rule) => `${row.dpid},${rule}\n`).join('');
}

export function rollPath(out: string, plan: KabupatenPlan): string {
  return join(out, `${plan.kode}.csv`);
}

/** Parts of the truth, put together when every kabupaten/kota is made. */
export function partPath(out: string, plan: KabupatenPlan, part: 'truth' | 'invalid'): string {
  return join(out, '.parts', `${plan.kode}-${part}.csv`);
}

/**
 * Makes one kabupaten/kota and writes its roll and its parts of the truth.
 * @returns the copies that lie elsewhere
 */
export function writeKabupaten(
  province: Province,
  plan: KabupatenPlan,
  out: string,
  onRows: (rows: number) => void,
): Abroad {
  const roll = new TextFile(rollPath(out, plan));
  const truth = new TextFile(partPath(out, plan, 'truth'));
  const invalid = new TextFile(partPath(out, plan, 'invalid'));
  const abroad: Abroad = new Map();
  let unreported = 0;
  roll.write(HEADER);
  new KabupatenMaker(province, plan).make({
    own(rows) {
      for (const row of rows) {
        roll.write(lineOf(row));
        truth.write(truthLineOf(row));
        if (row.fires.length > 0) invalid.write(invalidLinesOf(row));
      }
      unreported += rows.length;
      if (unreported < PROGRESS_ROWS) return;
      onRows(unreported);
      unreported = 0;
    },
    abroad(place, row) {
      if (province.request.plans[place]?.forced.groups.includes('damaged-file')) damageFile(row);
      const lines = abroad.get(place) ?? { roll: '', truth: '', invalid: '', rows: 0 };
      lines.roll += lineOf(row);
      lines.truth += truthLineOf(row);
      lines.invalid += invalidLinesOf(row);
      lines.rows++;
      abroad.set(place, lines);
      unreported++;
    },
  });
  for (const file of [roll, truth, invalid]) file.close();
  onRows(unreported);
  return abroad;
}
