import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import rtRwNol from '../../../rules/invalid/rt-rw-nol.ts';
import tempatLahirKosong from '../../../rules/invalid/tempat-lahir-kosong.ts';
import { ruleBookOf } from '../../../src/cli/rule-book.ts';
import { sql } from '../../../src/engine/sql.ts';
import { type ConfigInput, configSchema } from '../../../src/model/config.ts';
import type { Manifest } from '../../../src/model/manifest.ts';
import { SOURCE_COLUMN_NAMES } from '../../../src/model/source-columns.ts';
import type { RunOptions } from '../../../src/pipeline.ts';
import { runWith } from '../../support/run.ts';
import { withDatabase } from '../../support/stages.ts';

/** The rules of these nights: a voter breaks one of them exactly where the simulation says so. */
export const RULES = [rtRwNol, tempatLahirKosong];
type Defect = (typeof RULES)[number]['id'];

/** A voter of the simulation. */
export interface Voter {
  readonly dpid: string;
  /** Satker in whose file the row stands. */
  readonly satker: string;
  /** Number of the person: rows of one person have all but dpid and TPS in common. */
  readonly person: number;
  readonly defects: readonly Defect[];
  readonly alamat?: string;
}

const DESA: Readonly<Record<string, string>> = {
  '3301': '3301032005',
  '3304': '3304012001',
  '3306': '3306012001',
};

/** Names and birth dates without likeness: the only pairs are those that the simulation makes. */
const PEOPLE: Readonly<Record<number, readonly [nama: string, day: string, month: string, year: string]>> = {
  1: ['BAMBANG SUTEJO', '03', '02', '51'],
  2: ['RETNO WULANDARI', '27', '11', '84'],
  3: ['MUHAMMAD FAUZAN', '14', '06', '97'],
  5: ['YOHANES KRISTANTO', '09', '09', '63'],
  6: ['DEWI ANGGRAENI', '21', '04', '79'],
  7: ['PARTINI', '30', '08', '46'],
  31: ['GUNTUR HARYOKO', '05', '12', '90'],
  32: ['ZULAIKHA', '18', '01', '72'],
  33: ['EKO LISTYONO', '11', '07', '58'],
  61: ['CAHYANINGRUM', '24', '03', '88'],
};

function rowOf({ dpid, satker, person, defects, alamat = 'DUSUN KRAJAN' }: Voter): Record<string, string> {
  const [nama = '', day = '', month = '', year = ''] = PEOPLE[person] ?? [];
  const serial = String(person * 37).padStart(4, '0');
  return {
    dpid,
    nkk: `3301${day}${month}0719${serial}`,
    nik: `330104${day}${month}${year}${serial}`,
    nama,
    tempat_lahir: defects.includes('tempat-lahir-kosong') ? '' : 'CILACAP',
    tanggal_lahir: `${day}|${month}|19${year}`,
    status_perkawinan: 'S',
    jenis_kelamin: 'L',
    alamat,
    rt: defects.includes('rt-rw-nol') ? '000' : '001',
    rw: '002',
    disabilitas: '0',
    ktp_el: 'S',
    keterangan: '',
    sumber: 'dpt',
    tps: dpid.startsWith('2') ? '002' : '001',
    kode_desa: DESA[satker] ?? '',
  };
}

/** Writes one CSV file for each satker of the voters. */
export function writeRolls(folder: string, voters: readonly Voter[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const satker of new Set(voters.map((voter) => voter.satker))) {
    const rows = voters.filter((voter) => voter.satker === satker).map(rowOf);
    const lines = rows.map((row) => SOURCE_COLUMN_NAMES.map((name) => row[name] ?? '').join(','));
    writeFileSync(join(folder, `${satker}.csv`), `${[SOURCE_COLUMN_NAMES.join(','), ...lines].join('\n')}\n`);
  }
}

/** One night: writes the rolls anew and combs them into `runs`. */
export async function night(
  folder: string,
  date: string,
  voters: readonly Voter[],
  config: ConfigInput = {},
  options: Partial<RunOptions> = {},
): Promise<{ manifest: Manifest; folder: string }> {
  writeRolls(join(folder, 'rolls'), voters);
  const settled = configSchema.parse({
    inputs: [join(folder, 'rolls')],
    out: join(folder, 'runs'),
    reference_date: date,
    threads: 1,
    memory: '1GB',
    worklists: false,
    ...config,
  });
  const ruleBook = { ...(await ruleBookOf(settled)), rules: RULES };
  return await runWith(settled, {}, { now: () => new Date(`${date}T02:00:00Z`), ruleBook, ...options });
}

/** Every row of published Parquet files. */
export async function rowsOf<T extends object>(path: string): Promise<T[]> {
  return await withDatabase(
    async (database) =>
      await database.rows<T>(
        sql`SELECT * FROM read_parquet(${path}, hive_partitioning = false) ORDER BY ALL`,
      ),
  );
}
