import { CODE_BOOKS } from '../../../rules/code-books.ts';
import { GRADE_BOOKS } from '../../../rules/ganda/grades.ts';
import type { Decision } from '../../model/decision.ts';
import { SIMILAR } from '../../model/ganda.ts';
import type { Text } from '../../model/text.ts';
import { verdictChoices } from '../../model/worklist.ts';

const SCOPES: Readonly<Record<string, Text>> = {
  tps: { id: 'dalam satu TPS', en: 'within one TPS' },
  desa: { id: 'dalam satu desa/kelurahan', en: 'within one desa/kelurahan' },
  kecamatan: { id: 'dalam satu kecamatan', en: 'within one kecamatan' },
  kabupaten: { id: 'dalam satu kabupaten/kota', en: 'within one kabupaten/kota' },
  provinsi: { id: 'antarkabupaten/kota dalam satu provinsi', en: 'between kabupaten/kota of one province' },
  'luar-provinsi': {
    id: 'antarprovinsi atau wilayah tidak diketahui',
    en: 'between provinces, or area unknown',
  },
};

const SUGGESTIONS: Readonly<Record<string, Text>> = {
  'tms-ganda': { id: 'usulkan TMS ganda', en: 'propose as TMS (duplicate)' },
  verifikasi: { id: 'verifikasi di lapangan', en: 'verify in the field' },
  dukcapil: { id: 'tanyakan kepada Disdukcapil', en: 'ask Disdukcapil' },
  abaikan: { id: 'biarkan', en: 'leave as it is' },
};

const GROUP_STATES: Readonly<Record<string, Text>> = {
  terbuka: { id: 'belum ada jawaban yang berlaku', en: 'no answer counts yet' },
  sebagian: {
    id: 'belum semua barisnya dijawab satkernya sendiri',
    en: 'not every row is answered by its own satker',
  },
  terjawab: {
    id: 'semua barisnya sudah dijawab; tetap tercantum sampai daftar berubah',
    en: 'every row is answered; it stays listed until the roll changes',
  },
  bertentangan: {
    id: 'jawaban saling bertentangan; tidak ada yang dikeluarkan',
    en: 'answers contradict each other; nothing is taken out',
  },
  usang: {
    id: 'isi suatu baris berubah sejak dijawab; ditanyakan lagi',
    en: 'a row has changed since it was answered; it is asked again',
  },
};

const WITHDRAWAL: Text = { id: 'Batal', en: 'Withdrawn' };

const SIMILAR_MEANING: Text = {
  id: 'NIK tidak sama; dinilai dengan peluang',
  en: 'NIK not equal; judged by probability',
};

const named = (words: Readonly<Record<string, Text>>, id: string): Text => words[id] ?? { id, en: id };

/** How far apart two rows lie, in words. */
export function scopeText(scope: string): Text {
  return named(SCOPES, scope);
}

export function suggestionText(suggestion: string): Text {
  return named(SUGGESTIONS, suggestion);
}

/** State of follow-up of a group, in words. */
export function groupStateText(status: string): Text {
  return named(GROUP_STATES, status);
}

/** An answer as it stands in a work list; TMS codes by the code-book under which it was given. */
export function verdictText({ verdict, code, period }: Pick<Decision, 'verdict' | 'code' | 'period'>): Text {
  if (verdict === 'batal') return WITHDRAWAL;
  const book = CODE_BOOKS.find(({ id }) => id === period) ?? { tms: {} };
  const choice = verdictChoices(book, 'ganda').find(
    (known) => known.verdict === verdict && (known.code ?? null) === code,
  );
  const plain = code === null ? verdict : `${verdict} ${code}`;
  return choice?.label ?? { id: plain, en: plain };
}

/** What a grade of a code-book means; undefined where the book does not have it. */
export function gradeMeaning(grade: string, book: string): Text | undefined {
  if (grade === SIMILAR) return SIMILAR_MEANING;
  return GRADE_BOOKS.find(({ id }) => id === book)?.grades.find(({ id }) => id === grade)?.meaning;
}
