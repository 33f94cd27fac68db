import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockingRule } from '../../../src/model/ganda.ts';

const FOLDER = join(import.meta.dirname, '../../../rules/ganda/blocking');

/** The blocking rules that ship with Sisir, sorted by id. */
export const SHIPPED: readonly BlockingRule[] = await Promise.all(
  readdirSync(FOLDER)
    .map((file) => file.replace(/\.ts$/, ''))
    .toSorted()
    .map(async (id) => ((await import(join(FOLDER, `${id}.ts`))) as { default: BlockingRule }).default),
);

const TEXT = { id: 'teks', en: 'text' };

/** A blocking rule of a test: only what the test is about is stated. */
export function blockingRule(rule: Pick<BlockingRule, 'id' | 'key'> & Partial<BlockingRule>): BlockingRule {
  return { title: TEXT, survives: TEXT, cap: 1000, splitBy: [], examples: { found: [], left: [] }, ...rule };
}
