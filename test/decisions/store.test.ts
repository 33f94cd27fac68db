import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDecisions } from '../../src/decisions/load.ts';
import { openStore, verifyStore } from '../../src/decisions/store.ts';
import { sql } from '../../src/engine/sql.ts';
import { decisionSchema } from '../../src/model/decision.ts';
import { DECISION_TABLE } from '../../src/model/decision-table.ts';
import { temporaryFolder } from '../cli/helpers.ts';
import { withDatabase } from '../support/stages.ts';
import { decision, shownPair, storeWith } from './support.ts';

const FIVE = ['a', 'b', 'c', 'd', 'e'].map((voter_key) =>
  decision({ voter_key, remark: `kata "petugas"\nbaris dua ${voter_key}`, pairs: [shownPair('p', 'x')] }),
);

function files(out: string): { records: string; head: string } {
  return { records: join(out, 'decisions/decisions.jsonl'), head: join(out, 'decisions/head.json') };
}

describe('the store of decisions', () => {
  it('is told column by column in the data dictionary', () => {
    const names = DECISION_TABLE.columns.map(({ name }) => name);
    expect(names).toEqual(['previous', ...Object.keys(decisionSchema.shape)]);
  });

  it('is read back whole, import after import', async () => {
    const out = temporaryFolder();
    expect(await verifyStore(out)).toBeUndefined();
    await storeWith(out, FIVE.slice(0, 2));
    const store = await storeWith(out, FIVE.slice(2));
    expect(store?.records).toBe(5);
    await withDatabase(async (database) => {
      await loadDecisions(database, store);
      expect(
        await database.rows(
          sql`SELECT seq, voter_key, verdict, pairs[1].pair_key AS pair FROM decision ORDER BY seq`,
        ),
      ).toEqual(
        FIVE.map(({ voter_key }, index) => ({ seq: index + 1, voter_key, verdict: 'ms', pair: 'p' })),
      );
    });
  });

  it('may be opened by its owner only', async () => {
    const out = temporaryFolder();
    await storeWith(out, FIVE);
    expect(statSync(join(out, 'decisions')).mode & 0o777).toBe(0o700);
    for (const file of Object.values(files(out))) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('names the record that was changed, removed, inserted or moved', async () => {
    const out = temporaryFolder();
    await storeWith(out, FIVE);
    const { records } = files(out);
    const lines = readFileSync(records, 'utf8').trimEnd().split('\n');
    const [one = '', two = '', three = '', four = '', five = ''] = lines;
    const tampered: readonly (readonly [number, readonly string[]])[] = [
      [3, [one, two.replace('"ms"', '"tms"'), three, four, five]],
      [2, [one, three, four, five]],
      [3, [one, two, two, three, four, five]],
      [2, [one, three, two, four, five]],
      [5, [one, two, three, four, five.replace('"ms"', '"tms"')]],
    ];
    for (const [record, changed] of tampered) {
      const text = `${changed.join('\n')}\n`;
      const head = { ...JSON.parse(readFileSync(files(out).head, 'utf8')), bytes: text.length };
      writeFileSync(records, text);
      writeFileSync(files(out).head, JSON.stringify(head));
      await expect(verifyStore(out)).rejects.toThrow(`record ${record}:`);
    }
  });

  it('notices any byte that is another one', async () => {
    const out = temporaryFolder();
    await storeWith(out, FIVE.slice(0, 3));
    const { records } = files(out);
    const original = readFileSync(records);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: original.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Buffer.from(original);
          changed[at] = (changed[at] ?? 0) ^ change;
          writeFileSync(records, changed);
          await expect(verifyStore(out)).rejects.toThrow(/record|records/);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('notices that its end or its head is gone', async () => {
    const out = temporaryFolder();
    await storeWith(out, FIVE);
    const { records, head } = files(out);
    const text = readFileSync(records, 'utf8');
    writeFileSync(records, `${text.trimEnd().split('\n').slice(0, 4).join('\n')}\n`);
    await expect(verifyStore(out)).rejects.toThrow('4 records are there, 5 should be');
    writeFileSync(records, text);
    rmSync(head);
    await expect(verifyStore(out)).rejects.toThrow('head.json is missing');
  });

  it('knows by what an earlier run read that it was replaced or cut', async () => {
    const [out, other] = [temporaryFolder(), temporaryFolder()];
    const early = await storeWith(out, FIVE.slice(0, 3));
    await storeWith(out, FIVE.slice(3));
    const anchor = { records: early?.records ?? 0, sha256: early?.sha256 ?? '' };
    expect(await verifyStore(out, [anchor])).toMatchObject({ records: 5 });
    await storeWith(other, FIVE.toReversed());
    await expect(verifyStore(other, [anchor])).rejects.toThrow('record 3 is not the one');
    await expect(verifyStore(temporaryFolder(), [anchor])).rejects.toThrow(
      '0 records are there, 3 should be',
    );
  });

  it('leaves out an import that was never finished, and the next one takes its place', async () => {
    const out = temporaryFolder();
    await storeWith(out, FIVE.slice(0, 2));
    const { records } = files(out);
    const [, two = ''] = readFileSync(records, 'utf8').split('\n');
    appendFileSync(records, `${two.replace('"seq":2', '"seq":3')}\n{"previous":"torn`);
    const store = await verifyStore(out);
    expect(store?.records).toBe(2);
    await withDatabase(async (database) => {
      await loadDecisions(database, store);
      expect(await database.row(sql`SELECT count(*) AS n FROM decision`)).toEqual({ n: 2 });
    });
    expect(await storeWith(out, FIVE.slice(2))).toMatchObject({ records: 5 });
    expect(readFileSync(records, 'utf8')).not.toContain('torn');
  });

  it('outlives a first import that died', async () => {
    const out = temporaryFolder();
    await (await openStore(out, { since: new Date(0) })).release();
    writeFileSync(files(out).records, '{"previous":"torn');
    expect(await verifyStore(out)).toBeUndefined();
    expect(await storeWith(out, FIVE)).toMatchObject({ records: 5 });
  });

  it('lets one import write at a time, and takes over from one that died', async () => {
    const out = temporaryFolder();
    const writer = await openStore(out, { since: new Date(0) });
    await expect(openStore(out, { since: new Date(0) })).rejects.toThrow('is in use by process');
    await writer.release();
    const dead = {
      pid: 999_999_999,
      host: hostname(),
      boot_id: null,
      process_start: null,
      since: '',
      token: 'x',
    };
    writeFileSync(join(out, 'decisions/.lock'), JSON.stringify(dead));
    await (await openStore(out, { since: new Date(0) })).release();
  });
});
