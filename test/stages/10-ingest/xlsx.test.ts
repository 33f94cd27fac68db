import { join as joinPath } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { cellText } from '../../../src/stages/10-ingest/xlsx-rows.ts';
import { Bench, take } from './support.ts';

const bench = new Bench();
afterAll(() => bench.remove());

type Sheets = Readonly<Record<string, readonly (readonly ExcelJS.CellValue[])[]>>;

async function workbook(name: string, sheets: Sheets): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title);
    for (const row of rows) sheet.addRow([...row]);
  }
  const path = bench.write(name, '');
  await book.xlsx.writeFile(path);
  return path;
}

async function streamed(name: string, sheets: Sheets): Promise<string> {
  const path = joinPath(bench.folder, name);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title);
    for (const row of rows) sheet.addRow([...row]).commit();
    sheet.commit();
  }
  await book.commit();
  return path;
}

describe('XLSX', () => {
  it('reads one sheet: dates, numbers, formulas, rich text and links as text', async () => {
    const path = await workbook('one.xlsx', {
      Data: [
        ['DAFTAR PEMILIH'],
        [],
        ['NIK', 'Nama', 'Tgl Lahir', 'RT', 'Alamat', 'TPS'],
        [
          3374010101900001,
          'BUDI',
          new Date(Date.UTC(1990, 1, 1)),
          { formula: '1+1', result: 2 },
          'JL "A", 1',
          '001',
        ],
        [
          '3374010101900002',
          { richText: [{ text: 'SI' }, { text: 'TI' }] },
          '02|03|1991',
          3,
          { text: 'X', hyperlink: 'mailto:x' },
          2,
        ],
        [],
        ['JUMLAH', null, null, 2],
      ],
    });
    const { rolls, rejects, inspected, rowsIn } = await bench.ingest([path]);
    expect(take(rolls, 'nik', 'nama', 'tanggal_lahir', 'rt', 'alamat', 'tps')).toEqual([
      ['3374010101900001', 'BUDI', '01|02|1990', '2', 'JL "A", 1', '001'],
      ['3374010101900002', 'SITI', '02|03|1991', '3', 'X', '2'],
    ]);
    expect(rejects).toEqual([]);
    expect(inspected[0]).toMatchObject({ format: 'xlsx', dateOrder: 'dmy' });
    expect(rowsIn).toBe(2);
  });

  it.each([
    ['a library writes whole', workbook],
    ['is streamed, shared strings last', streamed],
  ])('reads one sheet per TPS from a workbook that %s; the sheet names the TPS', async (name, write) => {
    const path = await write(`tps ${name.length}.xlsx`, {
      'TPS 001': [
        ['NIK', 'Nama', 'NKK'],
        ['1', 'A', '9'],
        ['2', 'B', '9'],
      ],
      'TPS 012': [['JUDUL'], ['Nama', 'NKK', 'NIK'], ['C', '8', '3'], ['Total', 1]],
    });
    const { rolls, rejects, inspected } = await bench.ingest([path]);
    expect(take(rolls, 'nik', 'nama', 'nkk', 'tps')).toEqual([
      ['1', 'A', '9', '001'],
      ['2', 'B', '9', '001'],
      ['3', 'C', '8', '012'],
    ]);
    expect(rejects).toEqual([]);
    expect(inspected[0]?.columns.map(({ column }) => column)).toContain('tps');
  });

  it('rejects rows of a sheet without a header and rows without a known value', async () => {
    const path = await workbook('loose.xlsx', {
      Isi: [
        ['NIK', 'Nama', 'NKK', 'Catatan'],
        ['1', 'A', '9', ''],
        [null, null, null, 'x'],
      ],
      Lain: [['Petunjuk'], ['isi semua kolom']],
    });
    const { rolls, rejects, files } = await bench.ingest([path]);
    expect(take(rolls, 'nik')).toEqual([['1']]);
    expect(take(rejects, 'sheet', 'line', 'reason')).toEqual([
      ['Isi', 3, 'baris-kosong'],
      ['Lain', 1, 'lembar-tanpa-judul'],
      ['Lain', 2, 'lembar-tanpa-judul'],
    ]);
    expect(take(files, 'rows_read', 'rows_accepted', 'rows_rejected')).toEqual([[4, 1, 3]]);
  });

  it('refuses a workbook without headers or without voters', async () => {
    const none = await workbook('none.xlsx', { A: [['x', 'y']] });
    const only = await workbook('only.xlsx', { A: [['nik', 'nama', 'tps']] });
    const { problems } = await bench.inspect([none, only]);
    expect(problems.map(({ code }) => code)).toEqual(['tanpa-judul-kolom', 'hanya-judul']);
  });

  it('joins mapped columns and reads their date format', async () => {
    const path = await workbook('mapped.xlsx', {
      A: [
        ['id', 'given', 'family', 'born'],
        [7, 'ANN', 'LEE', '19900203'],
      ],
    });
    const { rolls } = await bench.ingest([path], {
      columns: { nik: 'id', nama: ['given', 'family'], tanggal_lahir: { from: 'born', format: '%Y%m%d' } },
    });
    expect(take(rolls, 'nik', 'nama', 'tanggal_lahir')).toEqual([['7', 'ANN LEE', '03|02|1990']]);
  });
});

describe('cellText', () => {
  const cells: readonly (readonly [ExcelJS.CellValue, string])[] = [
    [3.374010101900001e15, '3374010101900001'],
    [1e21, '1000000000000000000000'],
    [0.0000001, '0.0000001'],
    [1.5, '1.5'],
    [true, 'TRUE'],
    [null, ''],
    [{ error: '#N/A' }, '#N/A'],
    [{ formula: 'A1' }, ''],
  ];

  it.each(cells)('%j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });
});
