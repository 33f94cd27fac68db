import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesFolder } from '../engine/reference.ts';
import { UsageError } from '../model/errors.ts';
import { type MatchModel, matchModelSchema } from '../model/match-model.ts';

/**
 * The match model in a file that `sisir train` wrote, or the one that ships with Sisir.
 * @throws UsageError when the file cannot be read, is not JSON, or is not a model; it names the first wrong place
 */
export async function loadModel(path: string | undefined): Promise<MatchModel> {
  const file = path ?? join(rulesFolder(), 'ganda', 'model.json');
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new UsageError({
      id: `Model ${file} tidak terbaca sebagai JSON. Buat dengan: sisir train DAFTAR --out model.json`,
      en: `The model ${file} cannot be read as JSON. Make one with: sisir train ROLLS --out model.json`,
    });
  }
  const parsed = matchModelSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new UsageError({
    id: `Model ${file} bukan model Sisir: periksa "${place}". Buat lagi dengan: sisir train`,
    en: `The model ${file} is not a model of Sisir: look at "${place}". Make it again with: sisir train`,
  });
}
