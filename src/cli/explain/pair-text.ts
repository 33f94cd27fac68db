import type { Language } from '../../model/text.ts';
import type { PublishedRun } from '../published-run.ts';
import type { View } from '../summary-tables.ts';
import { MAX_WIDTH, table, wrap } from '../table.ts';
import { decisionLines } from './decision-text.ts';
import type { PairExplanation } from './explanation.ts';
import { groupLines, placeText, shortEnd } from './list-text.ts';
import { type Colours, sideBySide } from './side-by-side.ts';
import { waterfall } from './waterfall.ts';
import { gradeMeaning, scopeText } from './words.ts';

interface Look {
  readonly language: Language;
  readonly view: View;
  readonly colours: Colours;
}

/** A pair told to an officer: what it was called and why, field by field, then the sum of the evidence. */
export function pairText(pair: PairExplanation, run: PublishedRun, look: Look): string[] {
  return [
    ...headLines(pair, run, look),
    ...decisionLines(pair, look.language, look.view),
    ...fieldSection(pair, look),
    ...sumSection(pair, look),
    ...foundBySection(pair, look),
    ...groupLines(pair.groups, look.language, look.view),
  ];
}

function indented(text: string): string[] {
  return wrap(text, MAX_WIDTH - 2).map((line) => `  ${line}`);
}

function headLines(pair: PairExplanation, run: PublishedRun, { language, view }: Look): string[] {
  const { say, numbers } = view;
  const book = run.manifest.parameters['grades'];
  const meaning = gradeMeaning(pair.grade, typeof book === 'string' ? book : '');
  const probability = pair.match_probability === null ? '–' : numbers.decimal(pair.match_probability, 4);
  const facts: [string, string][] = [
    ['A', `${shortEnd(pair.a)}, ${placeText(pair.a)}`],
    ['B', `${shortEnd(pair.b)}, ${placeText(pair.b)}`],
    [say('lingkup', 'scope'), scopeText(pair.scope)[language]],
    [say('tingkat', 'grade'), meaning === undefined ? pair.grade : `${pair.grade}: ${meaning[language]}`],
    [
      say('keyakinan', 'tier'),
      say(
        `${pair.tier}, peluang satu orang ${probability}`,
        `${pair.tier}, probability of one person ${probability}`,
      ),
    ],
    ...(pair.bridge_cut
      ? [
          [
            say('jembatan', 'bridge'),
            say(
              'terlalu lemah untuk menyatukan dua kelompok; diputus',
              'too weak to hold two groups together; cut',
            ),
          ] satisfies [string, string],
        ]
      : []),
  ];
  return [
    say(`Pasangan ${pair.pair_key}`, `Pair ${pair.pair_key}`),
    table([{ title: '' }, { title: '', wraps: true }], facts, { indent: '  ', header: false }),
  ];
}

function fieldSection(pair: PairExplanation, { language, view, colours }: Look): string[] {
  const { say } = view;
  if (pair.fields_not_assessed !== null) {
    const reason = pair.fields_not_assessed.text[language];
    return [
      '',
      ...wrap(
        say(
          `Isian kedua baris tidak dibaca: ${reason}.`,
          `The fields of the two rows were not read: ${reason}.`,
        ),
        MAX_WIDTH,
      ),
    ];
  }
  const title =
    pair.values === 'full'
      ? say('Isian (nilai lengkap: data pribadi)', 'Fields (whole values: personal data)')
      : say(
          'Isian (disamarkan; nilai lengkap hanya bagi petugas, dengan --show-values)',
          'Fields (masked; whole values only for the acting officer, with --show-values)',
        );
  return ['', title, ...sideBySide(pair.fields, pair.values === 'full', view, colours)];
}

function sumSection(pair: PairExplanation, { language, view }: Look): string[] {
  const { say, numbers } = view;
  const { match_weight, match_probability } = pair;
  if (match_weight === null || match_probability === null) {
    return [
      '',
      say(
        'Pasangan ini hanya dinilai dengan tingkat K: tidak ada bobot.',
        'Only the K grade of this pair was assessed: it has no weight.',
      ),
    ];
  }
  const guards = pair.evidence.filter(({ kind }) => kind === 'guard');
  const calibrated = pair.calibrated ? say(' (setelah kalibrasi)', ' (after calibration)') : '';
  const weight = numbers.decimal(match_weight, 2);
  const probability = numbers.decimal(match_probability, 6);
  return [
    '',
    ...wrap(
      say(
        'Jumlah bukti (log2: +1 berarti dua kali lebih mungkin satu orang, -1 setengahnya)',
        'Sum of the evidence (log2: +1 makes one person twice as likely, -1 half as likely)',
      ),
      MAX_WIDTH,
    ),
    waterfall(pair.evidence, language, view),
    ...guards.flatMap(({ title, level_label }) =>
      indented(
        `${say('Penjaga', 'Guard')}: ${title[language]}${level_label === null ? '' : `. ${level_label[language]}`}`,
      ),
    ),
    ...indented(
      say(
        `Bobot akhir ${weight}; peluang satu orang ${probability}${calibrated}.`,
        `Final weight ${weight}; probability of one person ${probability}${calibrated}.`,
      ),
    ),
  ];
}

function foundBySection({ found_by }: PairExplanation, { language, view }: Look): string[] {
  const { say } = view;
  if (found_by.length === 0) return [];
  const rows = found_by.map(({ rule_id, title, survives }) => [rule_id, title[language], survives[language]]);
  const columns = [
    { title: say('ATURAN', 'RULE') },
    { title: say('JUDUL', 'TITLE'), wraps: true },
    { title: say('TAHAN TERHADAP', 'SURVIVES'), wraps: true },
  ];
  return [
    '',
    say('Ditemukan oleh aturan blok', 'Found by the blocking rules'),
    table(columns, rows, { indent: '  ' }),
  ];
}
