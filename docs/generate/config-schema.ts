import { z } from 'zod';
import { configSchema } from '../../src/model/config.ts';
import { CONFIG_MEANING } from '../../src/model/config-meaning.ts';

type Json = { [key: string]: unknown };

/**
 * `sisir.config.json` as JSON Schema, for editors: generated from the schema that reads it.
 * @throws RangeError for a key without a meaning, or a meaning without a key
 */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }) as Json;
  const told = new Set<string>();
  describe(schema, '', told);
  const stale = Object.keys(CONFIG_MEANING).filter((key) => !told.has(key));
  if (stale.length > 0)
    throw new RangeError(`src/model/config-meaning.ts: no such keys: ${stale.join(', ')}`);
  // Read by VS Code's editor of JSON; other editors pass over them.
  return `${JSON.stringify({ title: 'sisir.config.json', allowComments: true, allowTrailingCommas: true, ...schema }, null, 2)}\n`;
}

/** Gives every named property its meaning in both languages. */
function describe(node: unknown, path: string, told: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  const { properties, items, anyOf } = node as Json;
  for (const [name, property] of Object.entries((properties ?? {}) as Record<string, Json>)) {
    const place = path === '' ? name : `${path}.${name}`;
    if (isColumnName(place)) continue;
    const meaning = CONFIG_MEANING[place];
    if (meaning === undefined) throw new RangeError(`src/model/config-meaning.ts: no meaning of ${place}`);
    told.add(place);
    property['description'] = `${meaning.id}\n${meaning.en}`;
    describe(property, place, told);
  }
  describe(items, path, told);
  for (const choice of Array.isArray(anyOf) ? anyOf : []) describe(choice, path, told);
}

/** The keys below `columns` are the roll's own columns, told in the data dictionary. */
function isColumnName(place: string): boolean {
  return place.startsWith('columns.');
}
