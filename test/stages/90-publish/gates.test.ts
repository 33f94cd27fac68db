import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gate, gateSchema } from '../../../src/model/gates.ts';
import type { GateCounts } from '../../../src/stages/90-publish/gate-counts.ts';
import { type GateInput, judgeGates } from '../../../src/stages/90-publish/gates.ts';

function counts(offices: Readonly<Record<string, Readonly<Record<string, number>>>>): GateCounts {
  return {
    satker: Object.entries(offices).map(([kode, { voters = 1000, ...found }]) => ({
      kode,
      nama: `Kabupaten ${kode}`,
      voters,
      counts: new Map(Object.entries(found)),
    })),
    read: 2500,
    rejected: 25,
  };
}

const NOW = counts({
  '3301': { voters: 1000, 'severity:error': 30, 'rule:nik-kosong': 4, 'grade:K1': 0, 'measure:flagged': 50 },
  '3374': { voters: 1500, 'severity:error': 70, 'rule:nik-kosong': 0, 'grade:K1': 12, 'measure:flagged': 80 },
});
const BEFORE = counts({ '3301': { 'severity:error': 20, 'rule:nik-kosong': 0 } });

function judge(gates: readonly unknown[], rest: Partial<GateInput> = {}) {
  const parsed = gates.map((gate): Gate => gateSchema.parse(gate));
  return judgeGates({ gates: parsed, now: NOW, previous: undefined, notAssessed: [], ...rest });
}

describe('a gate', () => {
  it('over all satker names those with the most', () => {
    const { exceeded, checked } = judge([{ severity: 'error', max: 99, name: 'galat' }]);
    expect(checked).toBe(1);
    expect(exceeded).toEqual([
      {
        gate: 1,
        name: 'galat',
        subject: 'severity',
        value: 'error',
        kode_kabupaten: null,
        nama_kabupaten: null,
        limit: 'max',
        allowed: 99,
        found: 100,
        count: 100,
        base: 2500,
        previous: null,
        most_in: [
          { kode_kabupaten: '3374', nama_kabupaten: 'Kabupaten 3374', count: 70 },
          { kode_kabupaten: '3301', nama_kabupaten: 'Kabupaten 3301', count: 30 },
        ],
      },
    ]);
  });

  it.each([
    [{ severity: 'error', max: 100 }, []],
    [{ severity: 'error', max_per_1000: 39.9 }, [[null, 40]]],
    [{ severity: 'error', satker: 'each', max_per_1000: 35 }, [['3374', 46.667]]],
    [{ severity: 'error', satker: '33.01', max: 29 }, [['3301', 30]]],
    [{ rule: 'nik-kosong', satker: ['3301', '3374'], max: 0 }, [['3301', 4]]],
    [{ grade: 'K1', max: 11 }, [[null, 12]]],
    [{ dimension: 'validity', max: 0 }, []],
    [{ measure: 'flagged', satker: 'each', max: 60 }, [['3374', 80]]],
    [{ measure: 'rejected', max_per_1000: 9.9 }, [[null, 10]]],
  ])('%j', (gate, found) => {
    expect(judge([gate]).exceeded.map((over) => [over.kode_kabupaten, over.found])).toEqual(found);
  });

  it('compares with the previous run, satker by satker', () => {
    const { exceeded, not_assessed } = judge(
      [{ severity: 'error', satker: 'each', max_rise: 5, max_rise_percent: 49, max: 1000 }],
      { previous: BEFORE },
    );
    expect(exceeded.map(({ limit, found, previous }) => [limit, found, previous])).toEqual([
      ['max_rise', 10, 20],
      ['max_rise_percent', 50, 20],
    ]);
    expect(not_assessed.map(({ kode_kabupaten, reason }) => [kode_kabupaten, reason])).toEqual([
      ['3374', 'no-previous-run'],
    ]);
  });

  it('takes a rise from nothing as per cent of one', () => {
    const { exceeded } = judge([{ rule: 'nik-kosong', satker: '3301', max_rise_percent: 100 }], {
      previous: BEFORE,
    });
    expect(exceeded).toMatchObject([{ found: 400, count: 4, previous: 0 }]);
  });

  it('says why it cannot be checked', () => {
    const { exceeded, not_assessed } = judge(
      [
        { severity: 'error', max_rise: 1 },
        { measure: 'flagged', satker: '3399', max: 0 },
        { rule: 'nik-kosong', max: 0 },
      ],
      { notAssessed: ['nik-kosong'] },
    );
    expect(exceeded).toEqual([]);
    expect(not_assessed.map(({ gate, kode_kabupaten, reason }) => [gate, kode_kabupaten, reason])).toEqual([
      [1, null, 'no-previous-run'],
      [2, '3399', 'satker-not-in-roll'],
      [3, null, 'rule-not-assessed'],
    ]);
  });

  it('is exceeded exactly where a count passes the limit', () => {
    const office = fc.record({ voters: fc.integer({ min: 1, max: 500 }), errors: fc.nat(500) });
    fc.assert(
      fc.property(fc.array(office, { minLength: 1, maxLength: 6 }), fc.nat(1000), (offices, limit) => {
        const now = counts(
          Object.fromEntries(
            offices.map(({ voters, errors }, index) => [
              `33${index + 10}`,
              { voters, 'severity:error': errors },
            ]),
          ),
        );
        const over = (gate: unknown) => judge([gate], { now }).exceeded.length;
        const total = offices.reduce((sum, { errors }) => sum + errors, 0);
        expect(over({ severity: 'error', max: limit })).toBe(total > limit ? 1 : 0);
        expect(over({ severity: 'error', satker: 'each', max_per_1000: limit })).toBe(
          offices.filter(({ voters, errors }) => (errors * 1000) / voters > limit).length,
        );
      }),
    );
  });
});

describe('a gate of the config', () => {
  it.each([
    [{ max: 1 }],
    [{ severity: 'error' }],
    [{ severity: 'error', rule: 'nik-kosong', max: 1 }],
    [{ measure: 'rejected', satker: 'each', max: 1 }],
    [{ severity: 'error', max: -1 }],
    [{ severity: 'error', max: 1, satker: '3' }],
    [{ severity: 'error', maxx: 1 }],
  ])('is refused: %j', (gate) => {
    expect(gateSchema.safeParse(gate).success).toBe(false);
  });
});
