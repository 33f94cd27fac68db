import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_KEYS } from '../../src/cli/config-keys.ts';
import { loadUserRules } from '../../src/cli/user-rules.ts';
import { configSchema } from '../../src/model/config.ts';
import { EXIT } from '../../src/model/errors.ts';
import { SOURCE_COLUMN_NAMES } from '../../src/model/source-columns.ts';
import { temporaryFolder } from './helpers.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const README = read('README.md');
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );

describe('README.md', () => {
  test('names every config key, and its default', () => {
    const section = README.slice(README.indexOf('### Settings'));
    const rows = [...section.matchAll(/^\| `([a-z_]+)` \|.*\| (.+) \|$/gm)].map(
      ([, key, value]) => [key, value] as const,
    );
    expect(new Set(rows.map(([key]) => key))).toEqual(new Set(Object.keys(CONFIG_KEYS)));
    const defaults = Object.entries(configSchema.parse({})).filter(([, value]) => typeof value !== 'object');
    expect(defaults.map(([key, value]) => [key, `\`${JSON.stringify(value).replaceAll('"', '')}\``])).toEqual(
      defaults.map(([key]) => rows.find(([name]) => name === key)),
    );
  });

  test('lists the default layout and every exit code', () => {
    expect(README).toContain(SOURCE_COLUMN_NAMES.join(','));
    const codes = [...README.matchAll(/^\| (\d+(?:, \d+)*) \|/gm)].flatMap(([, row = '']) =>
      row.split(', ').map(Number),
    );
    expect(new Set(codes)).toEqual(new Set(Object.values(EXIT)));
  });

  test('its examples of a config are configs', () => {
    for (const block of [...blocks(README, 'json'), ...blocks(read('docs/panduan.md'), 'json')]) {
      expect(configSchema.safeParse(JSON.parse(block)).success).toBe(true);
    }
  });

  test("its example of an office's own rule is a rule", async () => {
    const [text = ''] = blocks(README, 'yaml');
    const id = /^id: (.+)$/m.exec(text)?.[1] ?? '';
    const folder = temporaryFolder();
    writeFileSync(join(folder, `${id}.yaml`), text);
    expect((await loadUserRules(folder)).map((rule) => rule.id)).toEqual([id]);
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'docs/panduan.md'])('the links of %s lead somewhere', (path) => {
    const base = new URL(`../../${path}`, import.meta.url);
    for (const [, target = ''] of read(path).matchAll(/\]\(((?!https?:)[^)#]+)(?:#[^)]*)?\)/g)) {
      expect(() => readFileSync(new URL(target, base))).not.toThrow(/ENOENT/);
    }
  });
});

describe('docs/decisions', () => {
  const pages = readdirSync(new URL('../../docs/decisions', import.meta.url));

  test('each page has a number of its own, in its name and its title', () => {
    const numbers = pages.map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]);
    expect(new Set(numbers).size).toBe(pages.length);
    for (const [index, name] of pages.entries())
      expect(read(`docs/decisions/${name}`), name).toMatch(new RegExp(`^# ${numbers[index]} `));
  });

  test('what a page refers to by its number is there', () => {
    const known = new Set(pages.map((name) => name.slice(0, 4)));
    for (const name of pages)
      for (const [, number = ''] of read(`docs/decisions/${name}`).matchAll(/\((0\d{3})\)/g))
        expect(known, name).toContain(number);
  });
});
