import { UsageError } from '../model/errors.ts';
import { SIMILAR } from '../model/ganda.ts';
import type { Gate } from '../model/gates.ts';
import type { RuleBook } from '../pipeline.ts';
import { nearest } from './nearest.ts';

/**
 * Makes sure that every gate counts something that exists: a mistyped rule would never be exceeded.
 * @throws UsageError naming the nearest rule or grade
 */
export function checkGateNames(gates: readonly Gate[], { rules, gradeBook }: RuleBook): void {
  const known = {
    rule: rules.map(({ id }) => id),
    grade: [...gradeBook.grades.map(({ id }) => id), SIMILAR],
  };
  for (const [index, gate] of gates.entries()) {
    for (const subject of ['rule', 'grade'] as const) {
      const name = gate[subject];
      if (name === undefined || known[subject].includes(name)) continue;
      const close = nearest(name, known[subject]);
      const [place, shown] = [`gates[${index}].${subject}`, name.slice(0, 40)];
      throw new UsageError({
        id: `"${place}": "${shown}" tidak ada.${close === undefined ? '' : ` Mungkin maksudnya "${close}".`} ${WHERE[subject].id}`,
        en: `"${place}": there is no "${shown}".${close === undefined ? '' : ` Perhaps "${close}" is meant.`} ${WHERE[subject].en}`,
      });
    }
  }
}

const WHERE = {
  rule: { id: 'Daftar aturan: sisir rules', en: 'The rules: sisir rules' },
  grade: {
    id: 'Tingkat menurut "grades" dalam konfigurasi, atau mirip.',
    en: 'Grades of the definition in "grades" of the config, or mirip.',
  },
};
