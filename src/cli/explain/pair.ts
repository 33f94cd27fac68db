import type { Row } from '../../engine/database.ts';
import { type BlockingRule, type Comparison, type Guard, NOT_ASSESSED } from '../../model/ganda.ts';
import type { Rule } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import type { Evidence, FoundBy } from './explanation.ts';
import { numberOf, textOf } from './tables.ts';

const PRIOR: Text = { id: 'sebelum isian dilihat', en: 'before any field is seen' };
const NO_VALUE: Text = {
  id: 'tidak dinilai: tidak ada isian pada suatu baris',
  en: 'not assessed: a row has no value',
};

/** The rules in whose words a run is told. */
export interface Vocabulary {
  readonly rules: readonly Rule[];
  readonly comparisons: readonly Comparison[];
  readonly guards: readonly Guard[];
  readonly blockingRules: readonly BlockingRule[];
}

/** A published name that this version does not know, in its own word. */
function unknown(id: string): Text {
  return { id, en: id };
}

/**
 * The sum of a published pair: the prior of its kabupaten, which is what the others leave of the published weight; every
 * comparison in the order of the columns; and the guard that fired. Empty where the pair has no weight.
 */
export function evidenceOf(row: Row, vocabulary: Vocabulary): Evidence[] {
  const total = numberOf(row, 'match_weight');
  if (total === null) return [];
  const terms = [...comparisonTerms(row, vocabulary), ...guardTerms(row, vocabulary)];
  const start = total - terms.reduce((sum, { weight }) => sum + weight, 0);
  let running = 0;
  return [
    { kind: 'prior' as const, id: 'prior', title: PRIOR, level: null, level_label: null, weight: start },
    ...terms,
  ].map((term) => {
    running += term.weight;
    return { ...term, running };
  });
}

type Term = Omit<Evidence, 'running'>;

function comparisonTerms(row: Row, { comparisons }: Vocabulary): Term[] {
  const ids = Object.keys(row).flatMap((column) => /^level_(.+)$/.exec(column)?.[1] ?? []);
  return ids.flatMap((id): Term[] => {
    const level = textOf(row, `level_${id}`);
    if (level === null) return [];
    const comparison = comparisons.find((candidate) => candidate.id === id);
    const label =
      level === NOT_ASSESSED
        ? NO_VALUE
        : comparison?.levels.find((candidate) => candidate.id === level)?.label;
    return [
      {
        kind: 'comparison',
        id,
        title: comparison?.title ?? unknown(id),
        level,
        level_label: label ?? unknown(level),
        weight: numberOf(row, `weight_${id}`) ?? 0,
      },
    ];
  });
}

function guardTerms(row: Row, { guards }: Vocabulary): Term[] {
  const id = textOf(row, 'guard');
  if (id === null) return [];
  const guard = guards.find((candidate) => candidate.id === id);
  return [
    {
      kind: 'guard',
      id,
      title: guard?.title ?? unknown(id),
      level: null,
      level_label: guard?.reason ?? null,
      weight: numberOf(row, 'weight_guard') ?? 0,
    },
  ];
}

/** The blocking rules that found a pair, in the rules' order. */
export function foundByOf(row: Row, { blockingRules }: Vocabulary): FoundBy[] {
  const ids = (textOf(row, 'found_by') ?? '').split('+').filter((id) => id !== '');
  return ids.map((id) => {
    const rule = blockingRules.find((candidate) => candidate.id === id);
    return { rule_id: id, title: rule?.title ?? unknown(id), survives: rule?.survives ?? { id: '', en: '' } };
  });
}

/** Probabilities this near are the same: they went through a file. */
const SAME = 1e-6;

/** Whether a probability is not what its weight alone would give. */
export function isCalibrated(weight: number | null, probability: number | null): boolean {
  return weight !== null && probability !== null && Math.abs(1 / (1 + 2 ** -weight) - probability) > SAME;
}
