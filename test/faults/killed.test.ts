import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killRuns } from './kills.ts';
import { Night } from './night.ts';
import { compile } from './processes.ts';

const KILLS = Number(process.env['KILL_TEST_KILLS'] ?? 4);
const SEED = Number(process.env['KILL_TEST_SEED'] ?? 1);

let night: Night;
beforeAll(async () => {
  compile();
  night = await Night.shared();
});
afterAll(() => night.remove());

describe('runs killed at random moments', () => {
  it(
    `${KILLS} kills leave no half run, and the next one gives the same bytes`,
    async () => {
      const say = KILLS > 10 ? (line: string) => process.stdout.write(`${line}\n`) : () => undefined;
      const { byStage, ended } = await killRuns(night, { kills: KILLS, seed: SEED, onKill: say });
      const killed = Object.values(byStage).reduce((sum, runs) => sum + runs, 0);
      expect(killed + ended).toBe(KILLS);
      expect(killed).toBeGreaterThan(0);
      say(JSON.stringify({ killed, ended, byStage }));
    },
    KILLS * 120_000,
  );
});
