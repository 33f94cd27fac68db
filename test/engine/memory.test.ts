import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { releaseMemory } from '../../src/engine/memory.ts';

describe('memory that threads could share', () => {
  it('is given back as soon as it is no longer referenced', async () => {
    const freed: string[] = [];
    const registry = new FinalizationRegistry<string>((name) => freed.push(name));
    const hold = () => {
      registry.register(new SharedArrayBuffer(1 << 20), 'shared');
    };
    hold();
    for (let turn = 0; turn < 10 && freed.length === 0; turn += 1) {
      releaseMemory();
      await sleep(5);
    }
    expect(freed).toEqual(['shared']);
  });
});
