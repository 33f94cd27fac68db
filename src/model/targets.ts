import { z } from 'zod';
import type { Text } from './text.ts';

/** What a target may be set for; shares go from 0 to 1. */
export const INDICATORS = {
  'temuan-selesai': {
    id: 'bagian temuan error dan warning yang sudah dijawab',
    en: 'share of error and warning findings that are answered',
  },
  'ganda-selesai': {
    id: 'bagian baris Data Ganda satker yang sudah dijawab',
    en: "share of the satker's Data Ganda rows that are answered",
  },
  'perlu-diperiksa-per-1000': {
    id: 'pemilih yang perlu diperiksa per 1.000 pemilih',
    en: 'voters to be checked per 1,000 voters',
  },
} as const satisfies Record<string, Text>;

export type Indicator = keyof typeof INDICATORS;
export const INDICATOR_IDS = Object.keys(INDICATORS) as [Indicator, ...Indicator[]];

/** One target: an indicator and its bound, for the named satker or for all. */
export const targetSchema = z
  .strictObject({
    indicator: z.enum(INDICATOR_IDS),
    at_least: z.number().min(0).optional(),
    at_most: z.number().min(0).optional(),
    /** Kabupaten/kota codes; absent: every satker that has no target of its own. */
    satker: z
      .array(z.string().regex(/^\d{2}\.?\d{2}$/, 'e.g. 33.74'))
      .min(1)
      .optional(),
  })
  .refine(
    ({ at_least, at_most }) => (at_least === undefined) !== (at_most === undefined),
    'at_least or at_most',
  );

export type Target = z.output<typeof targetSchema>;

/** The target of a satker for an indicator: its own before the one for all; of several the last. */
export function targetOf(
  targets: readonly Target[],
  indicator: Indicator,
  kabupaten: string,
): Target | undefined {
  const fitting = targets.filter((target) => target.indicator === indicator);
  return (
    fitting.findLast(({ satker }) => satker?.some((code) => code.replace('.', '') === kabupaten) === true) ??
    fitting.findLast(({ satker }) => satker === undefined)
  );
}

/** Whether a value meets a target. */
export function isMet(value: number, { at_least, at_most }: Target): boolean {
  return (at_least === undefined || value >= at_least) && (at_most === undefined || value <= at_most);
}
