import { INVALID_RULES } from '../../../rules/index.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { Rule } from '../../model/rule.ts';
import type { Language } from '../../model/text.ts';
import type { Command } from '../command.ts';
import { nearest } from '../nearest.ts';
import { configOf, JSON_OUTPUT } from '../options.ts';
import { writeResult } from '../result.ts';
import { explainRule } from '../rule-text.ts';
import { table } from '../table.ts';
import { loadUserRules } from '../user-rules.ts';

export const rules: Command = {
  name: 'rules',
  summary: {
    id: 'Daftar aturan Data Invalid, atau penjelasan satu aturan beserta contohnya.',
    en: 'Lists the Data Invalid rules, or explains one with its examples.',
  },
  example: {
    line: 'sisir rules nik-bukan-16-digit',
    meaning: { id: 'menjelaskan satu aturan', en: 'explains one rule' },
  },
  arguments: [
    {
      usage: '[ID]',
      meaning: {
        id: 'aturan yang dijelaskan; tanpa ID: semua aturan',
        en: 'the rule to explain; without an ID: all rules',
      },
    },
  ],
  options: [JSON_OUTPUT],
  async run(invocation) {
    const { language } = invocation;
    const config = await configOf(rules, invocation);
    const own = config.rules_folder === undefined ? [] : await loadUserRules(config.rules_folder);
    const all = [...INVALID_RULES, ...own];
    const [id] = invocation.arguments;
    const chosen = id === undefined ? all : ruleById(all, id);
    writeResult(invocation, chosen, () =>
      Array.isArray(chosen) ? ruleTable(chosen, language) : explainRule(chosen, language),
    );
    return EXIT.done;
  },
};

function ruleTable(all: readonly Rule[], language: Language): string {
  const titles =
    language === 'id'
      ? (['ATURAN', 'TINGKAT', 'DIMENSI', 'JUDUL'] as const)
      : (['RULE', 'SEVERITY', 'DIMENSION', 'TITLE'] as const);
  return table(
    titles.map((title, index) => ({ title, wraps: index === 3 })),
    all.map((rule) => [rule.id, rule.severity, rule.dimension, rule.title[language]]),
  );
}

/** The rule of that id. @throws UsageError naming the nearest one. */
function ruleById(all: readonly Rule[], id: string): Rule {
  const found = all.find((rule) => rule.id === id);
  if (found !== undefined) return found;
  const close = nearest(
    id,
    all.map((rule) => rule.id),
  );
  const shown = id.slice(0, 60);
  throw new UsageError({
    id: `Aturan "${shown}" tidak ada.${close === undefined ? '' : ` Mungkin maksudnya "${close}".`} Daftar lengkap: sisir rules`,
    en: `There is no rule "${shown}".${close === undefined ? '' : ` Perhaps "${close}" is meant.`} The whole list: sisir rules`,
  });
}
