/**
 * Writes every generated text of the repository: `npm run docs`; with `--check` it only says which are stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INVALID_RULES } from '../rules/index.ts';
import { dataDictionary } from '../src/stages/90-publish/dictionary.ts';
import { benchQuality } from './generate/bench-quality.ts';
import { benchReadme } from './generate/bench-readme.ts';
import { configJsonSchema } from './generate/config-schema.ts';
import { forecastFigures } from './generate/forecast-figures.ts';
import { ruleCatalogue } from './generate/rule-catalogue.ts';
import { rulesIndex } from './generate/rules-index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const GENERATED: Readonly<Record<string, () => string>> = {
  'rules/index.ts': () => rulesIndex(`${root}rules`),
  'rules/README.md': () => ruleCatalogue(INVALID_RULES),
  'bench/README.md': () => benchReadme(`${root}bench/results`),
  'bench/quality.md': () => benchQuality(`${root}bench/results/quality.json`),
  'docs/kamus-data.md': () => dataDictionary('id'),
  'docs/data-dictionary.md': () => dataDictionary('en'),
  'docs/sisir.config.schema.json': configJsonSchema,
  'src/pipeline/forecast-figures.ts': () => forecastFigures(`${root}bench/results`),
};

const check = process.argv.includes('--check');
const stale = Object.entries(GENERATED).filter(([path, make]) => {
  const wanted = make();
  const file = `${root}${path}`;
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return false;
  if (!check) writeFileSync(file, wanted);
  return true;
});

for (const [path] of stale) process.stdout.write(`${check ? 'stale' : 'written'}: ${path}\n`);
if (check && stale.length > 0) {
  process.stdout.write('run: npm run docs\n');
  process.exitCode = 1;
}
