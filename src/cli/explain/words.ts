import { GRADE_BOOKS } from '../../../rules/ganda/grades.ts';
import { SIMILAR } from '../../model/ganda.ts';
import type { Text } from '../../model/text.ts';

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

/** What a grade of a code-book means; undefined where the book does not have it. */
export function gradeMeaning(grade: string, book: string): Text | undefined {
  if (grade === SIMILAR) return SIMILAR_MEANING;
  return GRADE_BOOKS.find(({ id }) => id === book)?.grades.find(({ id }) => id === grade)?.meaning;
}
