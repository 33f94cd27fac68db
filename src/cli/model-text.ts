import type { LevelParameters, MatchModel } from '../model/match-model.ts';
import type { Language } from '../model/text.ts';
import { type NumberFormat, numberFormat } from './format.ts';
import { MAX_WIDTH, type TableColumn, table, wrap } from './table.ts';

/** A trained model as plain text of at most 100 columns: what each level weighs, the prior, how training went. */
export function modelText(model: MatchModel, path: string, language: Language): string {
  const numbers = numberFormat(language);
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const { trained, duplicates_per_1000, calibration } = model;
  const columns: TableColumn[] = [
    { title: say('PERBANDINGAN', 'COMPARISON') },
    { title: say('STRATA', 'STRATUM') },
    { title: say('TINGKAT', 'LEVEL') },
    { title: 'm', align: 'right' },
    { title: 'u', align: 'right' },
    { title: say('BOBOT', 'WEIGHT'), align: 'right' },
  ];
  const facts: [string, string][] = [
    [say('Model', 'Model'), path],
    [
      say('Dipelajari dari', 'Learned from'),
      say(
        `${numbers.count(trained.rows)} baris, ${numbers.count(trained.candidate_pairs)} calon pasangan, ${numbers.count(trained.random_pairs)} pasangan acak`,
        `${numbers.count(trained.rows)} rows, ${numbers.count(trained.candidate_pairs)} candidate pairs, ${numbers.count(trained.random_pairs)} random pairs`,
      ),
    ],
    [say('Ganda per 1.000 baris', 'Duplicates per 1,000 rows'), numbers.decimal(duplicates_per_1000, 2)],
    [
      say('Konvergen', 'Converged'),
      say(
        `sesudah ${numbers.count(trained.iterations)} putaran`,
        `after ${numbers.count(trained.iterations)} iterations`,
      ),
    ],
    [
      say('Kalibrasi', 'Calibration'),
      calibration === undefined
        ? say('tidak ada, tanpa --truth', 'none, without --truth')
        : say(
            `kemiringan ${numbers.decimal(calibration.slope, 3)}, titik potong ${numbers.decimal(calibration.intercept, 2)} (${numbers.count(calibration.pairs)} pasangan)`,
            `slope ${numbers.decimal(calibration.slope, 3)}, intercept ${numbers.decimal(calibration.intercept, 2)} (${numbers.count(calibration.pairs)} pairs)`,
          ),
    ],
  ];
  return [
    table(columns, rowsOf(model, numbers)),
    '',
    ...wrap(
      say(
        'Bobot: log2(m / u). ~: ditambah atau dikurangi menurut seberapa umum nama, kata, atau tanggalnya.',
        'Weights are log2(m / u). ~: more or less by how common the name, word or date is.',
      ),
      MAX_WIDTH,
    ),
    '',
    table([{ title: '' }, { title: '', wraps: true }], facts, { header: false }),
  ].join('\n');
}

/** One line a level; the comparison and the stratum stand where they begin. */
function rowsOf({ comparisons }: MatchModel, numbers: NumberFormat): string[][] {
  return Object.entries(comparisons).flatMap(([comparison, strata]) =>
    Object.entries(strata).flatMap(([stratum, levels], strataBefore) =>
      Object.entries(levels).map(([level, parameters], levelsBefore) => [
        strataBefore === 0 && levelsBefore === 0 ? comparison : '',
        levelsBefore === 0 ? stratum : '',
        level,
        share(parameters.m, numbers),
        share(parameters.u, numbers),
        weight(parameters, numbers),
      ]),
    ),
  );
}

function weight({ m, u, mean_share }: LevelParameters, numbers: NumberFormat): string {
  const rounded = Math.round(Math.log2(m / u) * 10) / 10;
  return `${mean_share === undefined ? '' : '~'}${numbers.decimal(rounded === 0 ? 0 : rounded, 1)}`;
}

const LEAST_DECIMAL = 0.001;

/** A share with four decimals, a small one as 1.7e-7. */
function share(value: number, { decimal }: NumberFormat): string {
  if (value === 0 || value >= LEAST_DECIMAL) return decimal(value, 4);
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  return `${decimal(Number(mantissa), 1)}e${exponent}`;
}
