import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/model/errors.ts';
import { SOURCE_COLUMN_NAMES } from '../../../src/model/source-columns.ts';
import { Bench, take } from './support.ts';

const bench = new Bench();
afterAll(() => bench.remove());

const HEADER = 'nik,nama,tps';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('roll_raw', () => {
  it('has row_id, file_id and every source column in order, as text, absent ones NULL', async () => {
    const { rolls, rowsIn, rowsOut } = await bench.ingest([
      bench.write('plain.csv', `${HEADER}\n0012,BUDI,001\n,SITI,\n`),
    ]);
    expect(Object.keys(rolls[0] ?? {})).toEqual(['row_id', 'file_id', ...SOURCE_COLUMN_NAMES]);
    expect(take(rolls, 'file_id', 'nik', 'nama', 'tps', 'nkk')).toEqual([
      [1, '0012', 'BUDI', '001', null],
      [1, null, 'SITI', null, null],
    ]);
    expect([rowsIn, rowsOut]).toEqual([2, 2]);
  });

  it.each([
    [',', 'a.csv'],
    [';', 'b.csv'],
    ['\t', 'c.tsv'],
    ['|', 'd.txt'],
  ])('understands the delimiter %j', async (delimiter, name) => {
    const lines = [
      ['nik', 'nama', 'tps'],
      ['1', 'BUDI', '3'],
      ['2', 'SITI', '4'],
    ];
    const path = bench.write(`delimiter/${name}`, lines.map((cells) => cells.join(delimiter)).join('\n'));
    const { rolls, inspected } = await bench.ingest([path]);
    expect(inspected[0]?.delimiter).toBe(delimiter);
    expect(take(rolls, 'nik', 'nama', 'tps')).toEqual([
      ['1', 'BUDI', '3'],
      ['2', 'SITI', '4'],
    ]);
  });

  it('keeps the comma as delimiter when dates hold pipes', async () => {
    const path = bench.write('pipes.csv', 'nik,nama,tanggal_lahir\n1,A,01|02|1990\n2,B,03|04|1991\n');
    const { rolls, inspected } = await bench.ingest([path]);
    expect(inspected[0]).toMatchObject({ delimiter: ',', dateOrder: 'dmy', dateOrderFrom: 'rows' });
    expect(take(rolls, 'tanggal_lahir')).toEqual([['01|02|1990'], ['03|04|1991']]);
  });

  const text = `${HEADER}\n1,JOSÉ,3\n2,SITI,4\n`;
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8-bom', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', utf16(text, 'le', true)],
    ['utf-16be', utf16(text, 'be', true)],
    ['utf-16le', utf16(text, 'le', false)],
    ['utf-16be', utf16(text, 'be', false)],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('decodes %s', async (encoding, bytes) => {
    const { rolls, files, rejects } = await bench.ingest([bench.write('encoded.csv', bytes)]);
    expect(take(files, 'encoding', 'rows_read')).toEqual([[encoding, 2]]);
    expect(take(rolls, 'nik', 'nama')).toEqual([
      ['1', 'JOSÉ'],
      ['2', 'SITI'],
    ]);
    expect(rejects).toEqual([]);
  });

  it('reads the euro sign of Windows-1252, which latin-1 has not', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n1,A`),
      Buffer.from([0x80, 0x92]),
      Buffer.from(',3\n'),
    ]);
    const { rolls } = await bench.ingest([bench.write('euro.csv', bytes)]);
    expect(take(rolls, 'nama')).toEqual([['A€’']]);
  });

  it.each([
    ['lf', '\n'],
    ['crlf', '\r\n'],
    ['cr', '\r'],
  ])('reads lines that end in %s, the last without an end', async (_, end) => {
    const path = bench.write('ends.csv', [HEADER, '1,A,2', '', '3,B,4'].join(end));
    const { rolls, inspected } = await bench.ingest([path]);
    expect(take(rolls, 'nik', 'nama', 'tps')).toEqual([
      ['1', 'A', '2'],
      ['3', 'B', '4'],
    ]);
    expect(inspected[0]?.lines).toMatchObject({ total: 4, title: 0, blank: 1, totals: 0 });
  });

  it('loses nothing where line ends are mixed or a lone CR stands in a cell', async () => {
    const mixed = bench.write('mixed.csv', 'DAFTAR PEMILIH\n\nnik,nama,tps\r\n1,A,2\r\n3,B\rX,4\n5,C,6\r\n');
    const { rolls, rejects } = await bench.ingest([mixed]);
    expect(take(rolls, 'nik', 'nama', 'tps')).toEqual([
      ['1', 'A', '2'],
      ['3', 'B\rX', '4'],
      ['5', 'C', '6'],
    ]);
    expect(rejects).toEqual([]);
  });

  it('skips title lines and TOTAL lines, of whatever width', async () => {
    const path = bench.write(
      'titles.csv',
      `DAFTAR PEMILIH\nKABUPATEN "CILACAP\n\nno,${HEADER}\n1,11,TOTALIA,2\n2,12,B,4\nJUMLAH,,,2\nTotal: 2\n\n`,
    );
    const { rolls, rejects, inspected, rowsIn } = await bench.ingest([path]);
    expect(inspected[0]?.lines).toMatchObject({ total: 9, title: 3, blank: 1, totals: 2 });
    expect(take(rolls, 'nik', 'nama')).toEqual([
      ['11', 'TOTALIA'],
      ['12', 'B'],
    ]);
    expect(rejects).toEqual([]);
    expect(rowsIn).toBe(2);
  });

  it('does not drop a TOTAL line that stands among the voters', async () => {
    const path = bench.write('subtotal.csv', `${HEADER}\n1,A,2\nJUMLAH,,1\n3,B,4\nJUMLAH,,1\n`);
    const { rolls, rowsIn } = await bench.ingest([path]);
    expect(take(rolls, 'nik')).toEqual([['1'], ['JUMLAH'], ['3']]);
    expect(rowsIn).toBe(3);
  });

  it('finds columns by alias in any order and ignores others', async () => {
    const path = bench.write(
      'alias.csv',
      'Usia,L/P,No. KK,Nama Lengkap,Tgl Lahir,NIK\n30,L,77,BUDI,01-02-1990,88\n',
    );
    const { rolls, inspected } = await bench.ingest([path]);
    expect(take(rolls, 'nik', 'nkk', 'nama', 'jenis_kelamin', 'tanggal_lahir')).toEqual([
      ['88', '77', 'BUDI', 'L', '01-02-1990'],
    ]);
    expect(inspected[0]?.unusedHeaders).toEqual(['Usia']);
  });

  it('reads a quoted header that runs over two lines', async () => {
    const path = bench.write('header.csv', 'DAFTAR\n"No.\nKK","Nama\nLengkap",NIK\n77,BUDI,88\n');
    const { rolls } = await bench.ingest([path]);
    expect(take(rolls, 'nkk', 'nama', 'nik')).toEqual([['77', 'BUDI', '88']]);
  });

  it('maps, joins and reads dates as the config says', async () => {
    const path = bench.write(
      'mapped.csv',
      'rec_id,given_name,surname,by,bm,bd,nama,soc\n1,ANN,LEE,1990,2,3,OTHER,99\n2,,NA,1990,13,3,OTHER,NA\n3, NA ,KIM,,,,X,7\n',
    );
    const { rolls } = await bench.ingest([path], {
      columns: {
        nama: ['given_name', 'surname'],
        nik: 'soc',
        tanggal_lahir: { from: ['by', 'bm', 'bd'], format: '%Y %m %d' },
      },
      missing: ['NA'],
    });
    expect(take(rolls, 'dpid', 'nama', 'nik', 'tanggal_lahir')).toEqual([
      ['1', 'ANN LEE', '99', '03|02|1990'],
      ['2', null, null, '1990 13 3'],
      ['3', 'KIM', '7', null],
    ]);
  });

  it('removes NUL characters and says how many lines had them', async () => {
    const path = bench.write('nul.csv', `${HEADER}\n1,BU\0DI,3\n2,\0,4\n3,C,5\n`);
    const { rolls, log, inspected } = await bench.ingest([path]);
    expect(take(rolls, 'nama')).toEqual([['BUDI'], [null], ['C']]);
    expect(inspected[0]).toMatchObject({ lines: { withNul: 2 } });
    expect(log).toContain('NUL characters were removed');
  });

  it('reads gzip as it reads plain text', async () => {
    const path = bench.write('packed.csv.gz', gzipSync(`${HEADER}\n1,A,2\n3,B,4\n`));
    const { rolls, inspected } = await bench.ingest([path]);
    expect(inspected[0]).toMatchObject({ compressed: true, lines: { total: 3 } });
    expect(take(rolls, 'nik')).toEqual([['1'], ['3']]);
  });

  it('reads gzip of UTF-16', async () => {
    const { rolls } = await bench.ingest([bench.write('w.csv.gz', gzipSync(utf16(text, 'le', true)))]);
    expect(take(rolls, 'nama')).toEqual([['JOSÉ'], ['SITI']]);
  });

  it('reads a file whose name holds glob characters', async () => {
    const path = bench.write('odd/roll [1] *?.csv', `${HEADER}\n1,A,2\n3,B\n`);
    const { rolls, rejects } = await bench.ingest([path]);
    expect(take(rolls, 'nik')).toEqual([['1']]);
    expect(take(rejects, 'line')).toEqual([[3]]);
  });

  it('gives the same rows whatever the order of the inputs, numbered by path', async () => {
    const second = bench.write('order/b.csv', `${HEADER}\n2,B,2\n`);
    const first = bench.write('order/a.csv', `nama,nik,tps\nA,1,1\n`);
    const one = await bench.ingest([second, first, first]);
    const other = await bench.ingest([first, second]);
    expect(one.rolls).toEqual(other.rolls);
    expect(take(one.files, 'file_id', 'path')).toEqual([
      [1, first],
      [2, second],
    ]);
  });
});

describe('reject', () => {
  it('names file, line and reason of a line with too few or too many fields', async () => {
    const path = bench.write('width.csv', `JUDUL\n${HEADER}\n1,A,2\n2,B\n\n3\n4,C,5,6,7\n5,D,6,,\n`);
    const { rolls, rejects, files } = await bench.ingest([path]);
    expect(take(rolls, 'nik')).toEqual([['1'], ['5']]);
    expect(take(rejects, 'path', 'line', 'reason', 'detail', 'original')).toEqual([
      [path, 4, 'kolom-kurang', '2/3', '2,B'],
      [path, 6, 'kolom-kurang', '1/3', '3'],
      [path, 7, 'kolom-lebih', '5/3', '4,C,5,6,7'],
    ]);
    expect(take(files, 'rows_read', 'rows_accepted', 'rows_rejected')).toEqual([[5, 2, 3]]);
  });

  it('says the same on the careful path', async () => {
    const body = `${HEADER}\n1,A,2\n2,B\n4,C,5,6,7\n5,D,6,,\n`;
    const fast = await bench.ingest([bench.write('path/fast.csv', body)]);
    const careful = await bench.ingest([bench.write('path/careful.csv', `${body}9,"E,1\n`)]);
    const seen = ['line', 'reason', 'detail', 'original'];
    expect(take(careful.rejects, ...seen)).toEqual([
      ...take(fast.rejects, ...seen),
      [6, 'kutip-tak-seimbang', null, '9,"E,1'],
    ]);
    expect(take(careful.rolls, 'nik', 'nama', 'tps')).toEqual(take(fast.rolls, 'nik', 'nama', 'tps'));
  });

  it('rejects only the line with the open quote and keeps the lines after it', async () => {
    const path = bench.write(
      'open.csv',
      `${HEADER}\n1,"A",2\n3,"B,4\n4,C,5\n7,"D",8\n8,"E""",1\n10,MU"MIN,3\n`,
    );
    const { rolls, rejects, log } = await bench.ingest([path]);
    expect(take(rolls, 'nik', 'nama')).toEqual([
      ['1', 'A'],
      ['4', 'C'],
      ['7', 'D'],
      ['8', 'E"'],
      ['10', 'MU"MIN'],
    ]);
    expect(take(rejects, 'line', 'reason')).toEqual([[3, 'kutip-tak-seimbang']]);
    expect(log).toHaveLength(1);
  });

  it('joins lines when a quoted cell holds line breaks', async () => {
    const path = bench.write('break.csv', `${HEADER}\r\n1,"A\r\n\r\nB",2\r\n3,"C, ""D""",4\r\n`);
    const { rolls, rejects } = await bench.ingest([path]);
    expect(take(rolls, 'nik', 'nama')).toEqual([
      ['1', 'A\r\n\r\nB'],
      ['3', 'C, "D"'],
    ]);
    expect(rejects).toEqual([]);
  });

  it('rejects lines that are not UTF-8 in a file that is', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n1,JOSÉ,2\n2,ANDRÉ,2\n`),
      Buffer.from('3,BAD\xe9,4\n', 'latin1'),
    ]);
    const { rolls, rejects } = await bench.ingest([bench.write('broken.csv', bytes)]);
    expect(take(rolls, 'nama')).toEqual([['JOSÉ'], ['ANDRÉ']]);
    expect(take(rejects, 'line', 'reason')).toEqual([[4, 'encoding-rusak']]);
  });

  it('rejects rows without any value, with their line', async () => {
    const { rolls, rejects } = await bench.ingest([
      bench.write('hollow.csv', `${HEADER}\n1,A,2\n,,\n3,B,4\n`),
    ]);
    expect(take(rolls, 'nik')).toEqual([['1'], ['3']]);
    expect(take(rejects, 'line', 'reason')).toEqual([[3, 'baris-kosong']]);
  });

  it('rejects a line above two million bytes', async () => {
    const path = bench.write('long.csv', `${HEADER}\n1,A,2\n2,${'B'.repeat(2_100_000)},2\n3,C,4\n`);
    const { rolls, rejects } = await bench.ingest([path]);
    expect(take(rolls, 'nik')).toEqual([['1'], ['3']]);
    expect(take(rejects, 'line', 'reason')).toEqual([[3, 'baris-terlalu-panjang']]);
  });

  it('keeps the good files of a batch when one is bad', async () => {
    const paths = [
      bench.write('batch/a.csv', `${HEADER}\n1,"A",2\n2,"B",2\n`),
      bench.write('batch/b.csv', `${HEADER}\n3,"C,2\n4,D,2\n5,"E",2\n`),
      bench.write('batch/c.csv', `${HEADER}\n6,"F",2\n7\n`),
    ];
    const { rolls, rejects } = await bench.ingest(paths);
    expect(take(rolls, 'file_id', 'nik').toSorted(([left], [right]) => Number(left) - Number(right))).toEqual(
      [
        [1, '1'],
        [1, '2'],
        [2, '4'],
        [2, '5'],
        [3, '6'],
      ],
    );
    expect(take(rejects, 'file_id', 'line', 'reason')).toEqual([
      [2, 2, 'kutip-tak-seimbang'],
      [3, 3, 'kolom-kurang'],
    ]);
  });
});

describe('a file that changed after the inspection', () => {
  it('refuses the run', async () => {
    const path = bench.write('changed.csv', `${HEADER}\n1,A,2\n`);
    const { files } = await bench.inspect([path]);
    appendFileSync(path, '2,B,3\n');
    await expect(read(files)).rejects.toThrow(InputError);
  });

  it('refuses the run when size and time are the same but the bytes are not', async () => {
    const path = bench.write('swapped.csv', `${HEADER}\n1,A,2\n`);
    utimesSync(path, 1000, 1000);
    const { files } = await bench.inspect([path]);
    writeFileSync(path, `${HEADER}\n1,B,2\n`);
    utimesSync(path, 1000, 1000);
    await expect(read(files)).rejects.toThrow(/berkas-berubah/);
  });

  async function read(inputs: Awaited<ReturnType<Bench['inspect']>>['files']) {
    const { readInputs } = await import('../../../src/stages/10-ingest/index.ts');
    const { configSchema } = await import('../../../src/model/config.ts');
    const database = await bench.open();
    const silent = { info: () => undefined, warn: () => undefined };
    try {
      await readInputs({
        database,
        config: configSchema.parse({}),
        inputs,
        log: silent,
        progress: () => undefined,
      });
    } finally {
      database.close();
    }
  }
});
