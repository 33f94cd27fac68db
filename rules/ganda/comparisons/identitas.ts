import type { Comparison } from '../../../src/model/ganda.ts';
import { isOtherIdentifier } from '../similarity.ts';

/** Letters, digits and marks that were put in, left out, replaced or exchanged with a neighbour. */
function within(edits: number, shortest: number): string {
  return `least(length(a.nik_other), length(b.nik_other)) >= ${shortest}
  AND abs(length(a.nik_other) - length(b.nik_other)) <= ${edits}
  AND damerau_levenshtein(a.nik_other, b.nik_other) <= ${edits}`;
}

/** What stands before the @ of an e-mail address. */
function mailbox(row: 'a' | 'b'): string {
  return `split_part(${row}.nik_other, '@', 1)`;
}

const SAME_MAILBOX = `contains(a.nik_other, '@') AND contains(b.nik_other, '@')
  AND length(${mailbox('a')}) >= 6 AND ${mailbox('a')} = ${mailbox('b')}`;

/** Colleagues: another name before the @, the same behind it. */
const OTHER_MAILBOX = `(contains(a.nik_other, '@') AND split_part(a.nik_other, '@', 2) = split_part(b.nik_other, '@', 2)
  AND levenshtein(${mailbox('a')}, ${mailbox('b')}) > greatest(length(${mailbox('a')}), length(${mailbox('b')})) // 3)`;

const comparison: Comparison = {
  id: 'identitas',
  title: { id: 'Nomor identitas lain', en: 'Other identifier' },
  reads: ['nik'],
  missing: `NOT (${isOtherIdentifier('a')} AND ${isOtherIdentifier('b')})`,
  strata: [{ id: 'semua', label: { id: 'semua pasangan', en: 'all pairs' }, equal: [] }],
  levels: [
    { id: 'sama', label: { id: 'sama', en: 'equal' }, when: 'a.nik_other = b.nik_other' },
    {
      id: 'satu-suntingan',
      label: {
        id: 'satu huruf salah, hilang, atau lebih; atau dua huruf bertetangga tertukar',
        en: 'one letter wrong, lost or added; or two neighbours exchanged',
      },
      when: within(1, 5),
    },
    {
      id: 'dua-suntingan',
      label: { id: 'dua huruf berbeda', en: 'two letters differ' },
      when: `${within(2, 7)} AND NOT ${OTHER_MAILBOX}`,
    },
    {
      id: 'serupa',
      label: {
        id: 'sebagian besar hurufnya sama, atau nama di depan @ sama',
        en: 'most letters agree, or the name before the @ is equal',
      },
      when: `NOT ${OTHER_MAILBOX} AND (jaro_winkler_similarity(a.nik_other, b.nik_other) >= 0.9
    OR levenshtein(a.nik_other, b.nik_other) <= least(length(a.nik_other), length(b.nik_other)) // 4
    OR (${SAME_MAILBOX}))`,
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' } },
  ],
  examples: [
    { a: { nik: 'A1234567' }, b: { nik: 'a1234567' }, level: 'sama' },
    { a: { nik: 'A1234567' }, b: { nik: 'A1243567' }, level: 'satu-suntingan' },
    { a: { nik: 'A1234567' }, b: { nik: 'A1294067' }, level: 'dua-suntingan' },
    { a: { nik: 'retno.w@surat.example' }, b: { nik: 'rteno.w@suart.exmaple' }, level: 'serupa' },
    { a: { nik: 'retno.wulan@surat.example' }, b: { nik: 'retno.wulan@kantor.example' }, level: 'serupa' },
    { a: { nik: 'A1234567' }, b: { nik: 'A7654321' }, level: 'beda' },
    {
      a: { nik: 'r.w@kantor.example' },
      b: { nik: 'b.s@kantor.example' },
      level: 'beda',
      because: { id: 'rekan sekantor', en: 'colleagues' },
    },
    { a: { nik: 'A1234567' }, b: { nik: '' }, level: 'tidak-dinilai' },
    {
      a: { nik: '331901120690001' },
      b: { nik: '331901120690001' },
      level: 'tidak-dinilai',
      because: { id: 'NIK yang kehilangan satu digit: lihat nik', en: 'a NIK that lost a digit: see nik' },
    },
  ],
};

export default comparison;
