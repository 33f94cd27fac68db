import { mkdirSync, symlinkSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Bench } from './support.ts';

const bench = new Bench();
afterAll(() => bench.remove());

const ROLL = 'nik,nama,tps\n1,A,2\n';

describe('problems', () => {
  const whole = gzipSync(Buffer.from('nik,nama,tps\n' + '3301010101900001,BUDI SANTOSO,001\n'.repeat(5000)));
  const damaged = Buffer.from(whole);
  damaged.writeUInt32LE((damaged.readUInt32LE(damaged.length - 8) ^ 1) >>> 0, damaged.length - 8);
  const cases: readonly (readonly [string, string, string | Buffer, string])[] = [
    ['an empty file', 'empty.csv', '', 'berkas-kosong'],
    ['blank lines only', 'blank.csv', '\n\n\n', 'berkas-kosong'],
    ['a header only', 'only.csv', 'JUDUL\nnik,nama,tps\n', 'hanya-judul'],
    ['a header and a total', 'only2.csv', 'nik,nama,tps\nJUMLAH,,0\n', 'hanya-judul'],
    ['no header', 'none.csv', '3301010101900001,BUDI,001\n', 'tanpa-judul-kolom'],
    ['neither nama nor nik', 'other.csv', 'alamat,rt,rw\nX,1,2\n', 'berkas-tanpa-kolom'],
    ['two headers for one column', 'twice.csv', 'nik,nama,No KK,NKK\n1,A,2,3\n', 'judul-kolom-ganda'],
    ['a Parquet file that is none', 'fake.parquet', ROLL, 'bukan-parquet'],
    ['a cut Parquet file', 'cut.parquet', 'PAR1xxxxxxxxPAR1', 'bukan-parquet'],
    ['an XLSX file that is none', 'fake.xlsx', ROLL, 'bukan-xlsx'],
    ['a cut XLSX file', 'cut.xlsx', 'PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'bukan-xlsx'],
    ['a gzip that is none', 'fake.csv.gz', ROLL, 'gz-rusak'],
    ['a cut gzip', 'cut.csv.gz', whole.subarray(0, whole.length / 2), 'gz-rusak'],
    ['a gzip with a wrong checksum', 'crc.csv.gz', damaged, 'gz-rusak'],
    ['an XLSX called CSV', 'zip.csv', 'PK\u0003\u0004xxxx', 'bukan-teks'],
    ['an old XLS', 'old.csv', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'bukan-teks'],
  ];

  it.each(cases)('%s', async (_, name, content, code) => {
    const path = bench.write(`bad/${name}`, content);
    const { files, problems } = await bench.inspect([path]);
    expect(files).toEqual([]);
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([[path, code]]);
    for (const text of Object.values(problems[0]?.text ?? {})) {
      expect(text.length).toBeGreaterThan(20);
      expect(text).not.toMatch(/\d{4,}|BUDI/);
    }
  });

  it('reports every file at once, in path order, and keeps the good ones', async () => {
    bench.write('all/b.csv', ROLL);
    bench.write('all/c.csv', '');
    bench.write('all/a.csv', 'x\n');
    const folder = joinPath(bench.folder, 'all');
    const { files, problems } = await bench.inspect([joinPath(folder, 'no.csv'), folder]);
    expect(problems.map(({ code }) => code)).toEqual([
      'berkas-tidak-ada',
      'tanpa-judul-kolom',
      'berkas-kosong',
    ]);
    expect(files.map(({ fileId, path }) => [fileId, path])).toEqual([[1, joinPath(folder, 'b.csv')]]);
  });

  it('names both headers of a column found twice', async () => {
    const path = bench.write('twice.csv', 'nik,nama,No KK,NKK\n1,A,2,3\n');
    const { problems } = await bench.inspect([path]);
    expect(problems[0]?.text.en).toMatch(/“No KK” and “NKK”/);
    const chosen = await bench.inspect([path], { columns: { nkk: 'NKK' } });
    expect(chosen.problems).toEqual([]);
    expect(chosen.files[0]?.unusedHeaders).toEqual(['No KK']);
  });

  it('shows the first line only when it cannot hold data, and the next step', async () => {
    const headers = bench.write('seen.csv', 'nama,kolom dua,kolom tiga\nx,y,z\n');
    const { problems } = await bench.inspect([headers]);
    expect(problems[0]?.text.id).toContain('“nama”, “kolom dua”, “kolom tiga”');
    expect(problems[0]?.text.id).toContain(`sisir columns ${headers}`);
    for (const row of ['SITI AMINAH,KAWIN,DUKUH', '3374014506900017,NAMA,NIK,TPS', 'SITI;Kudus;L']) {
      const { problems: refused } = await bench.inspect([bench.write('row.csv', `${row}\n`)]);
      expect(refused.map(({ code }) => code)).toEqual(['tanpa-judul-kolom']);
      expect(refused[0]?.text.id).not.toMatch(/SITI|DUKUH|Kudus|3374/);
    }
  });

  it('tells of a mapping that the file does not have', async () => {
    const path = bench.write('map.csv', 'nik,given,tps\n1,A,2\n');
    const { problems } = await bench.inspect([path], { columns: { nama: ['given', 'surname'] } });
    expect(problems.map(({ code, text }) => [code, text.en.includes('“surname”')])).toEqual([
      ['pemetaan-tidak-cocok', true],
    ]);
  });

  it('tells of a folder without files', async () => {
    mkdirSync(joinPath(bench.folder, 'hollow/inner'), { recursive: true });
    bench.write('hollow/readme.md', 'x');
    const { problems } = await bench.inspect([joinPath(bench.folder, 'hollow')]);
    expect(problems.map(({ code }) => code)).toEqual(['folder-kosong']);
  });
});

describe('inputs', () => {
  it('expands folders and globs, each file once, sorted bytewise', async () => {
    for (const name of ['z.csv', 'B.csv', 'a.tsv', 'sub/c.txt', 'sub/d.CSV', 'note.md', '~$lock.xlsx']) {
      bench.write(`tree/${name}`, ROLL.replaceAll(',', name === 'a.tsv' ? '\t' : ','));
    }
    const folder = joinPath(bench.folder, 'tree');
    const names = async (patterns: readonly string[]) =>
      (await bench.inspect(patterns)).files.map(({ path }) => path.slice(folder.length + 1));
    expect(await names([folder])).toEqual(['B.csv', 'a.tsv', 'sub/c.txt', 'sub/d.CSV', 'z.csv']);
    expect(await names([`${folder}/**/*.csv`, `${folder}/z.csv`, `${folder}/./z.csv`])).toEqual([
      'B.csv',
      'z.csv',
    ]);
  });

  it('leaves the truth of a synthetic roll out of folders and globs, and reads it when it is named', async () => {
    for (const name of ['3301.csv', 'truths.csv', 'sub/truth-3301.csv']) bench.write(`sample/${name}`, ROLL);
    const truth = bench.write('sample/truth.csv', 'dpid,person_id,errors\n1,p1,\n');
    bench.write('sample/truth-invalid.csv', 'dpid,defect\n1,nik-kosong\n');
    const folder = joinPath(bench.folder, 'sample');
    const found = async (pattern: string) => {
      const { files, problems } = await bench.inspect([pattern]);
      return [files.map(({ path }) => path.slice(folder.length + 1)), problems.map(({ code }) => code)];
    };
    expect(await found(folder)).toEqual([['3301.csv', 'sub/truth-3301.csv', 'truths.csv'], []]);
    expect(await found(`${folder}/*.csv`)).toEqual([['3301.csv', 'truths.csv'], []]);
    expect(await found(truth)).toEqual([[], ['tanpa-judul-kolom']]);
  });

  it('follows a link to a file', async () => {
    const target = bench.write('target.csv', ROLL);
    symlinkSync(target, joinPath(bench.folder, 'link.csv'));
    expect((await bench.inspect([joinPath(bench.folder, 'link.csv')])).files).toHaveLength(1);
  });

  it('takes the area from the name, the folder, or the config', async () => {
    const kabupaten = async (name: string) =>
      (await bench.inspect([bench.write(`area/${name}`, ROLL)], { kode_kabupaten: '33.01' })).files.map(
        (file) => [file.kabupaten, file.areaFrom],
      );
    expect(await kabupaten('3374.csv')).toEqual([[3374, 'file']]);
    expect(await kabupaten('33.05/x.csv')).toEqual([[3305, 'folder']]);
    expect(await kabupaten('x-2024.csv')).toEqual([[3301, 'config']]);
  });

  it('decides the order of day and month per file', async () => {
    const file = async (date: string) =>
      (
        await bench.inspect([bench.write('date.csv', `nik,nama,tanggal lahir\n1,A,${date}\n`)], {
          date_order: 'mdy',
        })
      ).files[0];
    expect(await file('31/12/1990')).toMatchObject({ dateOrder: 'dmy', dateOrderFrom: 'rows' });
    expect(await file('12/31/1990')).toMatchObject({ dateOrder: 'mdy', dateOrderFrom: 'rows' });
    expect(await file('1990-12-31')).toMatchObject({ dateOrder: 'ymd', dateOrderFrom: 'rows' });
    expect(await file('11/12/1990')).toMatchObject({ dateOrder: 'mdy', dateOrderFrom: 'config' });
  });

  it('hashes the bytes as stored and reports progress up to one', async () => {
    const packed = bench.write('hash.csv.gz', gzipSync(ROLL));
    const { createHash } = await import('node:crypto');
    const { readFileSync } = await import('node:fs');
    const { files } = await bench.inspect([packed]);
    expect(files[0]?.sha256).toBe(createHash('sha256').update(readFileSync(packed)).digest('hex'));
  });
});
