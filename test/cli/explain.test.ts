import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import picocolors from 'picocolors';
import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../src/cli/commands/explain.ts';
import type { Explanation, PairExplanation } from '../../src/cli/explain/explanation.ts';
import { explainKey } from '../../src/cli/explain/index.ts';
import { explanationText } from '../../src/cli/explain/text.ts';
import { findRun, type PublishedRun } from '../../src/cli/published-run.ts';
import { configSchema } from '../../src/model/config.ts';
import { EXIT, UsageError } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import { EMPTY_MODEL, withDatabase } from '../support/stages.ts';
import { madeRun, VOCABULARY } from './explain-support.ts';
import { temporaryFolder, testIo } from './helpers.ts';
import { calling } from './made-run.ts';

let run: PublishedRun;

beforeAll(async () => {
  const folder = await madeRun(temporaryFolder());
  run = { ...(await findRun(folder, { out: 'runs', cwd: '.' })), shown: 'runs/latest' };
});

const SILENT = {
  config: configSchema.parse({}),
  now: () => new Date(0),
  log: { info() {}, warn() {} },
  observer: { stageStarted() {}, stageProgress() {}, stageFinished() {} },
};

/** Explained without its input files, in the words of the test's own rules. */
async function explained(key: string): Promise<Explanation> {
  const setting = { ...SILENT, showValues: false, publishedOnly: true, vocabulary: VOCABULARY, out: 'runs' };
  return await withDatabase(async (database) => await explainKey(database, run, key, setting));
}

async function told(key: string, language: Language): Promise<string> {
  return explanationText(await explained(key), run, language, picocolors.createColors(false));
}

describe('a pair', () => {
  test('in Bahasa Indonesia', async () => {
    expect(await told('aaaa000000000001', 'id')).toBe(`\
Pasangan aaaa000000000001
  A          900000001, 3301012001 TPS 001
  B          900000002, 3301012001 TPS 004
  lingkup    dalam satu desa/kelurahan
  tingkat    mirip: NIK tidak sama; dinilai dengan peluang
  keyakinan  tinjau, peluang satu orang 0,7040

Isian kedua baris tidak dibaca: hanya hasil terbit yang diminta (--published-only).

Jumlah bukti (log2: +1 berarti dua kali lebih mungkin satu orang, -1 setengahnya)
  BUKTI                                            BOBOT  JUMLAH  -10,0           0             10,5
  ──────────────────────────────────────────────  ──────  ──────  ──────────────────────────────────
  sebelum isian dilihat                           -10,00  -10,00  ----------------|
  Nama: satu huruf berbeda                        +12,50    2,50   ++++++++++++++++++++
  Tanggal lahir: sama                              +8,00   10,50                  |    +++++++++++++
  alamat: tidak dinilai: tidak ada isian pada       0,00   10,50                  |                ·
  suatu baris
  NIK: berbeda                                     -3,25    7,25                  |           -----
  kembar                                           -6,00    1,25                  | ----------
  Penjaga: kembar. Nama depan lain dalam satu keluarga.
  Bobot akhir 1,25; peluang satu orang 0,704003.

Ditemukan oleh aturan blok
  ATURAN        JUDUL                                TAHAN TERHADAP
  ────────────  ───────────────────────────────────  ────────────────────────────
  tanggal-nama  tanggal lahir sama, nama berdekatan  NIK hilang, nama salah ketik
  aturan-lama   aturan-lama

Kelompok bbbb000000000001 (anggota: 3)
         PEMILIH    WILAYAH             TINGKAT   USULAN
  ─────  ─────────  ──────────────────  ────────  ──────────────────────────────────────────────────
  tetap  900000001  3301012001 TPS 001  K1 pasti  verifikasi di lapangan: tanggal lahir sama, nama
                                                  serupa
  tetap  900000002  3301012001 TPS 001  K1 pasti  biarkan: diusulkan tetap: isian paling lengkap`);
  });

  test('in English', async () => {
    expect(await told('aaaa000000000001', 'en')).toBe(`\
Pair aaaa000000000001
  A      900000001, 3301012001 TPS 001
  B      900000002, 3301012001 TPS 004
  scope  within one desa/kelurahan
  grade  mirip: NIK not equal; judged by probability
  tier   tinjau, probability of one person 0.7040

The fields of the two rows were not read: only what was published was asked for (--published-only).

Sum of the evidence (log2: +1 makes one person twice as likely, -1 half as likely)
  EVIDENCE                                  WEIGHT     SUM  -10.0           0             10.5
  ────────────────────────────────────────  ──────  ──────  ──────────────────────────────────
  before any field is seen                  -10.00  -10.00  ----------------|
  Nama: one letter differs                  +12.50    2.50   ++++++++++++++++++++
  Tanggal lahir: equal                       +8.00   10.50                  |    +++++++++++++
  alamat: not assessed: a row has no value    0.00   10.50                  |                ·
  NIK: different                             -3.25    7.25                  |           -----
  twins                                      -6.00    1.25                  | ----------
  Guard: twins. Another given name within one family.
  Final weight 1.25; probability of one person 0.704003.

Found by the blocking rules
  RULE          TITLE                         SURVIVES
  ────────────  ────────────────────────────  ──────────────────────────
  tanggal-nama  equal birth date, near names  NIK missing, name misspelt
  aturan-lama   aturan-lama

Group bbbb000000000001 (members: 3)
         VOTER      AREA                GRADE     SUGGESTION
  ─────  ─────────  ──────────────────  ────────  ──────────────────────────────────────────────────
  stays  900000001  3301012001 TPS 001  K1 pasti  verify in the field: tanggal lahir sama, nama
                                                  serupa
  stays  900000002  3301012001 TPS 001  K1 pasti  leave as it is: diusulkan tetap: isian paling
                                                  lengkap`);
  });

  test('adds up: from the prior, which is what the terms leave of it, to the published weight', async () => {
    const { evidence, match_weight, calibrated } = (await explained('aaaa000000000001')) as PairExplanation;
    expect(evidence.map(({ id, weight, running }) => [id, weight, running])).toEqual([
      ['prior', -10, -10],
      ['nama', 12.5, 2.5],
      ['tanggal_lahir', 8, 10.5],
      ['alamat', 0, 10.5],
      ['nik', -3.25, 7.25],
      ['kembar', -6, 1.25],
    ]);
    expect([match_weight, calibrated]).toEqual([1.25, false]);
  });

  test('without a weight has no sum', async () => {
    expect(await told('aaaa000000000002', 'en')).toContain('Only the K grade of this pair was assessed');
  });
});

test('a group: who stays and why, what ties it, what was cut', async () => {
  expect(await told('bbbb000000000001', 'en')).toBe(`\
Group bbbb000000000001 (members: 3, suggested to stay: 2)

Members
         VOTER      AREA                GRADE     SUGGESTION
  ─────  ─────────  ──────────────────  ────────  ──────────────────────────────────────────────────
  stays  900000001  3301012001 TPS 001  K1 pasti  verify in the field: tanggal lahir sama, nama
                                                  serupa
  stays  900000002  3301012001 TPS 001  K1 pasti  leave as it is: diusulkan tetap: isian paling
                                                  lengkap
         900000003  3301012001 TPS 001  K1 pasti  propose as TMS (duplicate): NIK dan nama sama
                                                  dengan baris yang diusulkan tetap

What stays: 900000001 (tanggal lahir sama, nama serupa); 900000002 (diusulkan tetap: isian paling
lengkap).

Pairs that tie it together
  KEY               A          B          GRADE  TIER    PROBABILITY  SCOPE
  ────────────────  ─────────  ─────────  ─────  ──────  ───────────  ─────────────────────────
  aaaa000000000002  900000002  900000003  K1     pasti        0.9999  within one desa/kelurahan
  aaaa000000000001  900000001  900000002  mirip  tinjau       0.7040  within one desa/kelurahan

Weak bridges that were cut
  KEY               A          B                          GRADE  TIER    PROBABILITY  SCOPE
  ────────────────  ─────────  ─────────────────────────  ─────  ──────  ───────────  ──────────────
  aaaa000000000003  900000003  ~0123456789abcdef01234567  mirip  tinjau       0.5200  between
                                                                                      provinces, or
                                                                                      area unknown`);
  expect(await told('bbbb000000000001', 'id')).toMatch(/^Jembatan lemah yang diputus$/m);
});

describe('a voter', () => {
  test('has findings, pairs and groups', async () => {
    expect(await explained('900000002')).toMatchObject({
      kind: 'voter',
      voter_keys: ['900000002'],
      findings: [{ rule_id: 'aturan-satker', value_masked: '330101**********' }],
      pairs: [{ pair_key: 'aaaa000000000002' }, { pair_key: 'aaaa000000000001' }],
      groups: [{ group_key: 'bbbb000000000001', suggestion: 'abaikan' }],
    });
    const text = await told('900000002', 'id');
    expect(text).toContain('Pemilih 900000002 (temuan: 1, pasangan: 2, kelompok: 1)');
    expect(text).toContain('sisir explain runs/latest aaaa000000000002');
  });

  test('without a dpid is known by its key', async () => {
    expect(await told('~0123456789abcdef01234567', 'en')).toMatch(/^ {2}aaaa000000000003 /m);
  });
});

test('a finding: its row, its rule, what to do', async () => {
  const text = await told('cccc000000000001', 'en');
  expect(text).toContain('Finding cccc000000000001: 900000002, 3301012001 TPS 004, 3301.csv');
  expect(text).toContain('sisir rules aturan-satker');
});

test('an unknown key is refused and not repeated', async () => {
  const refused = explained('3301010101900001');
  await expect(refused).rejects.toBeInstanceOf(UsageError);
  await expect(refused).rejects.toThrow(/^That key is not in the output/);
});

const HEADER =
  'dpid,nkk,nik,nama,tempat_lahir,tanggal_lahir,status_perkawinan,jenis_kelamin,alamat,rt,rw,disabilitas,ktp_el,keterangan,sumber,tps,kode_desa';
const OTHER_VOTER = `${HEADER}\n900000009,,,AGUS,,,,,,,,,,,,,\n`;
const NAMES = ['SRI WAHYUNINGSIH', 'SRI WAHYUNINGSH'];
const NIKS = ['3301014501900001', '3301014501900010'];

describe('sisir explain, with the input files', () => {
  const sisir = calling([explain]);
  const PERSONAL = [...NAMES, ...NIKS, 'CILACAP', '05|01|1990', 'KRAJAN', '3301012105100001'];
  let cwd: string;
  let inputs: object[];
  let parameters: object;

  beforeAll(async () => {
    cwd = temporaryFolder();
    const model = join(cwd, 'model.json');
    writeFileSync(model, JSON.stringify(EMPTY_MODEL));
    const rows = NAMES.map(
      (nama, at) =>
        `90000000${at + 1},3301012105100001,${NIKS[at]},${nama},CILACAP,05|01|1990,S,P,DUSUN KRAJAN,001,002,0,S,,dpt,00${at + 1},33.01.01.2001`,
    );
    const written = (name: string, content: string) => {
      const path = join(cwd, name);
      writeFileSync(path, content);
      return {
        path,
        sha256: createHash('sha256').update(content).digest('hex'),
        kode_kabupaten: name.slice(0, 4),
      };
    };
    inputs = [
      written('3301.csv', `${[HEADER, ...rows].join('\n')}\n`),
      { ...written('3374.csv', OTHER_VOTER), sha256: 'of another file' },
    ];
    parameters = configSchema.parse({ inputs: ['gone'], model });
  });

  async function explainedPair(
    argv: readonly string[],
    manifest: object,
  ): Promise<Awaited<ReturnType<typeof sisir>>> {
    const folder = await madeRun(temporaryFolder(), { inputs, parameters, ...manifest });
    return await sisir(['explain', folder, 'aaaa000000000001', ...argv], { cwd });
  }

  test('values are masked unless asked for', async () => {
    const outputs: string[] = [];
    for (const argv of [[], ['--json'], ['--lang', 'en']]) {
      const { exitCode, out, err } = await explainedPair(argv, {});
      expect(exitCode).toBe(EXIT.done);
      for (const value of PERSONAL) expect(out + err).not.toContain(value);
      expect(out).toContain('330101**********');
      outputs.push(out);
    }
    const [out] = outputs;
    expect(out).toMatch(/^ {2}= nkk +330101\*{10} +330101\*{10}$/m);
    expect(out).toMatch(/^ {2}≠ nama +S W +S W$/m);
    expect(out).toMatch(/^ {2}= tanggal_lahir +1990-\*\*-\*\* +1990-\*\*-\*\*$/m);
    expect(out).toContain('--show-values');
  });

  test('with --show-values they are whole, differing characters marked, and that is logged', async () => {
    const { out, err } = await explainedPair(['--show-values'], {});
    expect(out).toMatch(/^ {2}≠ nama +SRI WAHYUNINGSIH +SRI WAHYUNINGSH\n {37}\^$/m);
    expect(out).toMatch(/^ {2}≠ nik +3301014501900001 +3301014501900010\n {37}\^\^ {37}\^\^$/m);
    expect(out).toMatch(/^ {2}= tempat_lahir +CILACAP +CILACAP$/m);
    expect(err).toContain('"pair_key":"aaaa000000000001","msg":"whole values shown"');
    for (const value of PERSONAL) expect(err).not.toContain(value);
  });

  test('as JSON', async () => {
    const { out } = await explainedPair(['--show-values', '--json'], {});
    const pair = JSON.parse(out) as PairExplanation;
    expect(pair).toMatchObject({ kind: 'pair', values: 'full', fields_not_assessed: null });
    expect(pair.fields).toContainEqual({ field: 'nama', a: NAMES[0], b: NAMES[1], equal: false });
    expect(pair.fields).toContainEqual({ field: 'dpid', a: '900000001', b: '900000002', equal: false });
    expect(pair.fields.some(({ field }) => field === 'keterangan')).toBe(false);
  });

  test('only the files of the two rows are opened', async () => {
    expect((await explainedPair(['--json'], {})).out).toContain('"values": "masked"');
  });

  test('rows that lie in another file than their desa are found there', async () => {
    const [near, far] = inputs;
    const elsewhere = [
      { ...far, sha256: createHash('sha256').update(OTHER_VOTER).digest('hex'), kode_kabupaten: '3301' },
      { ...near, kode_kabupaten: '3374' },
    ];
    expect((await explainedPair(['--json'], { inputs: elsewhere })).out).toContain('"values": "masked"');
  });

  test('differing characters are coloured on a terminal, unless NO_COLOR is set', async () => {
    const folder = await madeRun(temporaryFolder(), { inputs, parameters });
    const red = picocolors.createColors(true).red('I');
    const outputs: string[] = [];
    for (const env of [{}, { NO_COLOR: '1' }]) {
      const { io, out } = testIo({ cwd, env });
      Object.assign(io.stdout, { isTTY: true });
      const options = { 'show-values': true };
      await explain.run({ arguments: [folder, 'aaaa000000000001'], options, language: 'id', io });
      outputs.push(out());
    }
    expect(outputs.map((out) => out.includes(red))).toEqual([true, false]);
    expect(outputs.map((out) => out.includes('^'))).toEqual([false, true]);
  });

  test('says why there are no values', async () => {
    const reasons = async (manifest: object) => {
      const { out } = await explainedPair(['--json', '--show-values'], manifest);
      const pair = JSON.parse(out) as PairExplanation;
      expect([pair.values, pair.fields]).toEqual(['none', []]);
      return pair.fields_not_assessed?.code;
    };
    expect(
      await reasons({ inputs: [{ path: join(cwd, 'gone.csv'), sha256: '', kode_kabupaten: null }] }),
    ).toBe('input-missing');
    expect(await reasons({ inputs: inputs.slice(1) })).toBe('input-changed');
    expect(await reasons({ parameters: { ...parameters, model: join(cwd, 'none.json') } })).toBe(
      'settings-changed',
    );
    const content = 'dpid,nama\n1,A\n2,B\n';
    const path = join(cwd, 'lain.csv');
    writeFileSync(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(await reasons({ inputs: [{ path, sha256, kode_kabupaten: null }] })).toBe('voter-not-found');
    const { out } = await explainedPair(['--published-only'], {});
    expect(out).toContain('Isian kedua baris tidak dibaca');
  });
});
