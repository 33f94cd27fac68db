import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { Comparison, Grade, Guard } from '../../model/ganda.ts';
import type { Language, Text } from '../../model/text.ts';

/** Agreements that a reason names. */
const NAMED_AGREEMENTS = 3;

/** Why one of a person's rows is proposed to stay: the first criterion that tells it from the next one. */
const KEEP = {
  tms: { id: 'tidak bertanda TMS', en: 'not marked TMS' },
  errors: { id: 'temuan error paling sedikit', en: 'fewest error findings' },
  filled: { id: 'isian paling lengkap', en: 'most fields filled' },
  key: {
    id: 'semua setara; dipilih kunci pemilih terkecil',
    en: 'all equal; the smallest voter key was taken',
  },
} as const satisfies Record<string, Text>;

const WORDS = {
  keep: { id: 'diusulkan tetap: ', en: 'proposed to stay: ' },
  stays: { id: '; yang diusulkan tetap: baris ', en: '; proposed to stay: row ' },
  sameNik: { id: 'NIK sama dengan baris ', en: 'same NIK as row ' },
  similar: { id: 'mirip dengan baris ', en: 'similar to row ' },
  verify: { id: ': pastikan apakah orang yang sama', en: ': verify whether it is one person' },
  unlike: {
    id: ', nama tidak serupa: dua orang mungkin berbagi NIK; tanyakan kepada Disdukcapil',
    en: ', names not alike: two people may share a NIK; ask Disdukcapil',
  },
  but: { id: '; hati-hati: ', en: '; beware: ' },
  cut: {
    id: '; sambungan lemah ke kelompok lain diputus',
    en: '; a weak link to another group was cut',
  },
} as const satisfies Record<string, Text>;

/** What a reason is made of, in one language. */
export interface Reasons {
  /** Of the row that stays; reads marked_tms, errors, filled and the same of the next row of the person. */
  readonly keep: Sql;
  /** Of a row that equals the one that stays, by this grade; reads kept_key. */
  readonly duplicate: (grade: Grade) => Sql;
  /** Of a pair that may be one person; reads other_key, same_nik, guard and the pair's levels and weights. */
  readonly verify: Sql;
  /** Of two people who may share a NIK; reads other_key. */
  readonly askDukcapil: Sql;
  /** Said of every member of a group from which another was cut off. */
  readonly cut: Sql;
}

/** In brackets, the fields that speak most for one person, strongest first, with their levels; '' where none does. */
function agreements(scored: readonly Comparison[], language: Language): Sql {
  if (scored.length === 0) return literal('');
  const entries = scored.map(({ id, title, levels }, place) => {
    const words = levels.map(
      (level) =>
        sql`WHEN ${literal(level.id)} THEN ${literal(`${title[language]}: ${level.label[language]}`)}`,
    );
    return sql`CASE WHEN ${identifier(`weight_${id}`)} > 0 THEN {
      'weight': -${identifier(`weight_${id}`)}, 'place': ${literal(place)},
      'words': CASE ${identifier(`level_${id}`)} ${join(words, ' ')} END} END`;
  });
  return sql`coalesce(' (' || nullif(array_to_string(list_transform(
    list_sort(list_filter([${join(entries)}], lambda entry: entry.words IS NOT NULL))[1:${literal(NAMED_AGREEMENTS)}],
    lambda entry: entry.words), '; '), '') || ')', '')`;
}

function warning(guards: readonly Guard[], language: Language): Sql {
  if (guards.length === 0) return literal('');
  const titles = guards.map(
    ({ id, title }) => sql`WHEN ${literal(id)} THEN ${literal(WORDS.but[language] + title[language])}`,
  );
  return sql`CASE guard ${join(titles, ' ')} ELSE '' END`;
}

/** The reasons of a language, as SQL texts; they name rows by voter key and never a person. */
export function reasonsIn(
  language: Language,
  scored: readonly Comparison[],
  guards: readonly Guard[],
): Reasons {
  const say = (text: Text) => literal(text[language]);
  return {
    keep: sql`${say(WORDS.keep)} || CASE
      WHEN marked_tms <> next_tms THEN ${say(KEEP.tms)}
      WHEN errors <> next_errors THEN ${say(KEEP.errors)}
      WHEN filled <> next_filled THEN ${say(KEEP.filled)}
      ELSE ${say(KEEP.key)}
    END`,
    duplicate: ({ meaning }) => sql`${literal(meaning[language])} || ${say(WORDS.stays)} || kept_key`,
    verify: sql`CASE WHEN same_nik THEN ${say(WORDS.sameNik)} ELSE ${say(WORDS.similar)} END || other_key
      || ${agreements(scored, language)} || ${say(WORDS.verify)} || ${warning(guards, language)}`,
    askDukcapil: sql`${say(WORDS.sameNik)} || other_key || ${say(WORDS.unlike)}`,
    cut: say(WORDS.cut),
  };
}
