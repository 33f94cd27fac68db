import type { Language } from '../../model/text.ts';
import type { View } from '../summary-tables.ts';
import type { BlockingFigures, WrongfulFlags } from './evaluation.ts';
import { numeric, section, shareText } from './layout.ts';

/** What blocking found of the true pairs, by rule in their order, and what it missed by kind of error. */
export function blockingLines(blocking: BlockingFigures, language: Language, view: View): string[] {
  const {
    say,
    numbers: { count },
  } = view;
  const recall = shareText(view, blocking.recall);
  const missed = blocking.missed_by_kind.filter((kind) => kind.missed > 0);
  return [
    ...section(
      say(
        `Aturan blok: ${count(blocking.found)} dari ${count(blocking.true_pairs)} pasangan sebenarnya menjadi calon (recall ${recall}), di antara ${count(blocking.candidate_pairs)} calon`,
        `Blocking: ${count(blocking.found)} of ${count(blocking.true_pairs)} true pairs became candidates (recall ${recall}), among ${count(blocking.candidate_pairs)} candidates`,
      ),
      [
        { title: say('ATURAN', 'RULE') },
        { title: say('JUDUL', 'TITLE'), wraps: true },
        ...numeric(
          say('CALON', 'CANDIDATES'),
          say('BENAR', 'TRUE'),
          say('TAMBAHAN', 'ADDED'),
          say('SENDIRIAN', 'ALONE'),
          say('S.D. INI', 'SO FAR'),
        ),
      ],
      blocking.rules.map((rule) => [
        rule.rule_id,
        rule.title[language],
        count(rule.candidate_pairs),
        count(rule.found),
        count(rule.added),
        count(rule.alone),
        shareText(view, rule.cumulative_recall),
      ]),
    ),
    ...section(
      say(
        'Pasangan sebenarnya yang tidak menjadi calon, menurut kesalahan',
        'True pairs that are no candidates, by error',
      ),
      [{ title: say('KESALAHAN', 'ERROR') }, ...numeric(say('PASANGAN', 'PAIRS'), say('TERLEWAT', 'MISSED'))],
      missed.map(({ kind, true_pairs, missed: lost }) => [kind, count(true_pairs), count(lost)]),
    ),
  ];
}

/** Wrongly flagged voters per 1,000, by part of the roll. */
export function wrongfulFlagLines(flags: readonly WrongfulFlags[], view: View): string[] {
  const { say, numbers } = view;
  const names: Readonly<Record<WrongfulFlags['by'], string>> = {
    all: say('semua', 'all'),
    sex: say('jenis kelamin', 'sex'),
    age: say('umur', 'age'),
    name_words: say('kata dalam nama', 'words in the name'),
    kode_kabupaten: 'kabupaten/kota',
  };
  const values: Readonly<Record<string, string>> = {
    all: '',
    unknown: say('(tidak diketahui)', '(unknown)'),
    one: say('satu', 'one'),
    several: say('beberapa', 'several'),
    '00-16': say('di bawah 17', 'under 17'),
  };
  const perThousand = (value: number | null) => (value === null ? '–' : numbers.decimal(value, 3));
  return section(
    say(
      'Pemilih yang salah ditandai (kuat ke atas, tanpa baris lain dari orang itu) per 1.000, selang 95 %',
      'Wrongly flagged voters (kuat and up, with no other row of that person) per 1,000, 95 % interval',
    ),
    [
      { title: say('MENURUT', 'BY') },
      { title: '' },
      ...numeric(
        say('PEMILIH', 'VOTERS'),
        say('SALAH', 'WRONG'),
        say('PER 1.000', 'PER 1,000'),
        say('DARI', 'FROM'),
        say('SAMPAI', 'TO'),
      ),
    ],
    flags.map((flag) => [
      names[flag.by],
      values[flag.value] ?? flag.value,
      numbers.count(flag.of),
      numbers.count(flag.count),
      perThousand(flag.per_1000),
      perThousand(flag.low_per_1000),
      perThousand(flag.high_per_1000),
    ]),
  );
}
