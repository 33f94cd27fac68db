import { CODE_BOOKS } from '../../rules/code-books.ts';
import { GRADE_BOOKS } from '../../rules/ganda/grades.ts';
import { GUARDS } from '../../rules/ganda/guards.ts';
import { BLOCKING_RULES, COMPARISONS, INVALID_RULES } from '../../rules/index.ts';
import type { Config } from '../model/config.ts';
import { UsageError } from '../model/errors.ts';
import type { RuleBook } from '../pipeline.ts';
import { loadModel } from './model-file.ts';
import { nearest } from './nearest.ts';
import { loadUserRules } from './user-rules.ts';

/**
 * What this run believes about a voter roll: the shipped rules, the satker's own, and the code-book and grades
 * that the config names.
 * @throws UsageError for a period or a grade definition that does not exist
 * @throws UsageError for a model file that cannot be read or is none
 * @throws RuleError for a satker's rule that is none
 */
export async function ruleBookOf(config: Config): Promise<RuleBook> {
  const own = config.rules_folder === undefined ? [] : await loadUserRules(config.rules_folder);
  return {
    rules: [...INVALID_RULES, ...own],
    own: own.map(({ id }) => id),
    codeBook: chosen('period', config.period, CODE_BOOKS),
    blockingRules: BLOCKING_RULES,
    gradeBook: chosen('grades', config.grades, GRADE_BOOKS),
    comparisons: COMPARISONS,
    guards: GUARDS,
    model: await loadModel(config.model),
  };
}

export function chosen<T extends { readonly id: string }>(key: string, id: string, books: readonly T[]): T {
  const found = books.find((book) => book.id === id);
  if (found !== undefined) return found;
  const ids = books.map((book) => book.id);
  const close = nearest(id, ids);
  const shown = id.slice(0, 40);
  throw new UsageError({
    id: `"${key}": "${shown}" tidak ada.${close === undefined ? '' : ` Mungkin maksudnya "${close}".`} Yang ada: ${ids.join(', ')}.`,
    en: `"${key}": there is no "${shown}".${close === undefined ? '' : ` Perhaps "${close}" is meant.`} Known: ${ids.join(', ')}.`,
  });
}
