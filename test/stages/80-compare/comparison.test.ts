import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/engine/database.ts';
import { identifier, join as joinSql, literal, type Sql, sql } from '../../../src/engine/sql.ts';
import {
  CARRIED_TABLE,
  CHANGE_FINDING_TABLE,
  CHANGE_PAIR_TABLE,
  FINGERPRINT_TABLE,
  RESOLVED_TABLE,
  SCOPE_TABLE,
} from '../../../src/model/change-tables.ts';
import { makeComparison } from '../../../src/stages/80-compare/comparison.ts';
import { nameBefore } from '../../../src/stages/80-compare/states.ts';
import { withDatabase } from '../../support/stages.ts';

const SATKER = ['3301', '3304', '3306'];
const RULES = ['aturan-a', 'aturan-b'];

/** A made-up night: who sent, which rules were assessed, and what was found. */
interface Night {
  readonly sent: readonly string[];
  readonly rules: readonly string[];
  /** Number of the voter → satker and content; voters of satker that did not send are left out. */
  readonly voters: ReadonlyMap<number, { readonly satker: string; readonly content: number }>;
  /** `<voter>|<rule>`. */
  readonly findings: ReadonlySet<string>;
}

const nights = fc.array(
  fc.record({
    sent: fc.subarray(SATKER, { minLength: 1 }),
    rules: fc.subarray(RULES, { minLength: 1 }),
    people: fc.array(
      fc.record({ satker: fc.constantFrom(...SATKER), content: fc.nat(2), broken: fc.subarray(RULES) }),
      { minLength: 12, maxLength: 12 },
    ),
    there: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  }),
  { minLength: 2, maxLength: 4 },
);

function nightOf({
  sent,
  rules,
  people,
  there,
}: (typeof nights extends fc.Arbitrary<infer T> ? T : never)[number]): Night {
  const voters = new Map<number, { satker: string; content: number }>();
  const findings = new Set<string>();
  for (const [number, { satker, content, broken }] of people.entries()) {
    if (there[number] !== true || !sent.includes(satker)) continue;
    voters.set(number, { satker, content });
    for (const rule of broken) if (rules.includes(rule)) findings.add(`${number}|${rule}`);
  }
  // A satker sends where one of its rows came.
  return {
    sent: SATKER.filter((code) => [...voters.values()].some(({ satker }) => satker === code)),
    rules,
    voters,
    findings,
  };
}

function values(
  rows: readonly (readonly (string | number | null)[])[],
  columns: Readonly<Record<string, string>>,
): Sql {
  const names = Object.keys(columns);
  const cast = joinSql(
    Object.entries(columns).map(
      ([name, type]) =>
        sql`CAST(${identifier(name)} AS ${{ values: [], text: () => type }}) AS ${identifier(name)}`,
    ),
  );
  const none = sql`(${joinSql(names.map(() => literal(null)))})`;
  const all = rows.map((row) => sql`(${joinSql(row.map(literal))})`);
  return sql`SELECT ${cast} FROM (VALUES ${joinSql([none, ...all])}) AS made (${joinSql(names.map(identifier))}) WHERE ${identifier(names[0] ?? '')} IS NOT NULL`;
}

/** Makes what a run itself found. */
async function nameNight(database: Database, { sent, rules, voters, findings }: Night): Promise<void> {
  const text = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'VARCHAR']));
  const satkerOf = (finding: string) => voters.get(Number(finding.split('|')[0]))?.satker ?? '';
  await database.materialise(
    'after_finding',
    values(
      [...findings].map((key) => [key, satkerOf(key), satkerOf(key), key.split('|')[1] ?? '', 'error']),
      text(['finding_key', 'kode_kabupaten', 'kode_satker', 'rule_id', 'severity']),
    ),
  );
  const scope = sent.flatMap((code) => [
    [code, null] as const,
    ...rules.map((rule) => [code, rule] as const),
  ]);
  await database.materialise('after_scope', values(scope, text(['kode_satker', 'rule_id'])));
  const pair = [...voters].slice(0, 2);
  await database.materialise(
    'after_pair',
    values(
      pair.length < 2
        ? []
        : [
            [
              pair.map(([number]) => number).join('-'),
              ...pair.map(([, { satker }]) => satker),
              ...pair.map(([, { satker }]) => satker),
              'K1',
              'pasti',
            ],
          ],
      text([
        'pair_key',
        'kode_kabupaten_a',
        'kode_kabupaten_b',
        'kode_satker_a',
        'kode_satker_b',
        'grade',
        'tier',
      ]),
    ),
  );
  await database.materialise(
    'after_voter',
    values(
      [...voters].map(([number, { satker, content }]) => [number, content, Number(satker), Number(satker)]),
      { voter: 'UBIGINT', content: 'UINTEGER', kabupaten: 'USMALLINT', satker: 'USMALLINT' },
    ),
  );
}

/** Publishes what the next night reads. */
async function publishNight(database: Database, folder: string): Promise<void> {
  const tables = [CHANGE_FINDING_TABLE, CHANGE_PAIR_TABLE, SCOPE_TABLE, RESOLVED_TABLE, CARRIED_TABLE].map(
    ({ name, path }) => [name, path] as const,
  );
  for (const [name, path] of [...tables, ['after_voter', FINGERPRINT_TABLE.path] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    await database.writeParquet(join(folder, path), sql`SELECT * FROM ${identifier(name)}`);
  }
}

const NOBODY = {
  voters_before: 0,
  tetap: 0,
  berubah: 0,
  hilang: 0,
  tidak_terlihat: 0,
  baru: 0,
  pertama: 0,
  voters_after: 0,
};

/** What an office would keep on paper: what is open, what is resolved, what was in scope. */
class Ledger {
  readonly open = new Map<string, string>();
  readonly resolved = new Set<string>();
  readonly scope = new Set<string>();
  readonly voters = new Map<number, { satker: string; content: number }>();

  /** What becomes of each finding tonight, and writes the ledger on. */
  turn({ sent, rules, voters, findings }: Night): Record<string, string> {
    const statuses: Record<string, string> = {};
    const within = (code: string, rule: string) => sent.includes(code) && rules.includes(rule);
    for (const finding of findings) {
      const [number = '', rule = ''] = finding.split('|');
      const satker = voters.get(Number(number))?.satker ?? '';
      if (this.open.has(finding)) statuses[finding] = 'persisting';
      else if (this.resolved.delete(finding)) statuses[finding] = 'reopened';
      else statuses[finding] = this.scope.has(`${satker}|${rule}`) ? 'new' : 'first';
      this.open.set(finding, satker);
    }
    for (const [finding, satker] of this.open) {
      if (findings.has(finding)) continue;
      const gone = within(satker, finding.split('|')[1] ?? '');
      statuses[finding] = gone ? 'resolved' : 'not_seen';
      if (!gone) continue;
      this.open.delete(finding);
      this.resolved.add(finding);
    }
    for (const key of this.scope) if (sent.includes(key.split('|')[0] ?? '')) this.scope.delete(key);
    for (const code of sent) for (const rule of ['', ...rules]) this.scope.add(`${code}|${rule}`);
    return statuses;
  }

  /** How many voters came, went and changed in the whole roll, and writes the ledger on. */
  turnVoters({ sent, voters }: Night, inScope: ReadonlySet<string>): Record<string, number> {
    const counts = { ...NOBODY, voters_before: this.voters.size, voters_after: voters.size };
    for (const [number, { satker, content }] of this.voters) {
      const now = voters.get(number);
      if (now !== undefined)
        counts[now.satker === satker && now.content === content ? 'tetap' : 'berubah'] += 1;
      else if (sent.includes(satker)) {
        counts.hilang += 1;
        this.voters.delete(number);
      } else counts.tidak_terlihat += 1;
    }
    for (const [number, now] of voters) {
      if (!this.voters.has(number)) counts[inScope.has(`${now.satker}|`) ? 'baru' : 'pertama'] += 1;
      this.voters.set(number, now);
    }
    return counts;
  }
}

describe('makeComparison', () => {
  test('night after night it says what a ledger on paper says', async () => {
    await withDatabase(async (database) => {
      await fc.assert(
        fc.asyncProperty(nights, async (made) => {
          const folder = mkdtempSync(join(tmpdir(), 'sisir-ledger-'));
          const ledger = new Ledger();
          try {
            for (const [place, night] of made.map(nightOf).entries()) {
              await nameNight(database, night);
              await nameBefore(database, place === 0 ? undefined : join(folder, String(place - 1)));
              const before = await countOf(database, sql`before_finding`);
              await makeComparison(database, { referenceDate: `2026-11-2${place}`, voters: true });
              const scope = new Set(ledger.scope);
              const found = await database.rows<{ finding_key: string; status: string }>(
                sql`SELECT finding_key, status FROM change_finding`,
              );
              const statuses = Object.fromEntries(
                found.map(({ finding_key, status }) => [finding_key, status]),
              );
              expect(statuses).toEqual(ledger.turn(night));
              expect(found).toHaveLength(Object.keys(statuses).length);
              const of = (...names: string[]) => found.filter(({ status }) => names.includes(status)).length;
              expect(of('first', 'new', 'persisting', 'reopened')).toBe(night.findings.size);
              expect(of('persisting', 'resolved', 'not_seen')).toBe(before);
              const [voters] = await database.rows<Record<string, number>>(
                sql`SELECT voters_before, tetap, berubah, hilang, tidak_terlihat, baru, pertama, voters_after
                  FROM change_voter WHERE level = 'provinsi'`,
              );
              expect(voters ?? NOBODY).toEqual(ledger.turnVoters(night, scope));
              await expectBalance(database);
              await publishNight(database, join(folder, String(place)));
            }
          } finally {
            rmSync(folder, { recursive: true, force: true });
          }
        }),
        { numRuns: 12 },
      );
    });
  });
});

async function countOf(database: Database, table: Sql): Promise<number> {
  const { found } = await database.row<{ found: number }>(sql`SELECT count(*) AS found FROM ${table}`);
  return found;
}

/** In every area, what was there is accounted for, and so is what is there; pairs too. */
async function expectBalance(database: Database): Promise<void> {
  const unbalanced = await countOf(
    database,
    sql`change_voter WHERE voters_before <> tetap + berubah + keluar + hilang + tidak_terlihat
      OR voters_after <> tetap + berubah + masuk + baru + pertama`,
  );
  expect(unbalanced).toBe(0);
  const present = sql`change_pair WHERE status IN ('first', 'new', 'persisting', 'reopened')`;
  expect(await countOf(database, present)).toBe(await countOf(database, sql`after_pair`));
  const past = sql`change_pair WHERE status IN ('persisting', 'resolved', 'not_seen')`;
  expect(await countOf(database, past)).toBe(await countOf(database, sql`before_pair`));
}
