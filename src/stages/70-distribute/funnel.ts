import type { FunnelPlace, Position } from '../../model/profile-tables.ts';

/** Voters of an area and how many of them an indicator counts. */
export interface Area {
  readonly voters: number;
  readonly count: number;
}

/** Normal quantiles of 97.5 % and 99.9 %: two-sided limits of 95 % and 99.8 %. */
const Z_95 = 1.959964;
const Z_998 = 3.090232;
/** Share of the areas at each end whose distance counts no more than that of the next one. */
const WINSORISED = 0.1;

/** Anscombe 1948 (Biometrika 35): the arcsine of a share with variance 1/(4n+2), also for rare events. */
function transformed({ voters, count }: Area): number {
  return Math.asin(Math.sqrt((count + 3 / 8) / (voters + 3 / 4)));
}

/** The share of an area of that size which lies `distance` standard deviations from the reference. */
function limit(voters: number, reference: number, distance: number): number {
  const angle = Math.asin(Math.sqrt(reference)) + distance / Math.sqrt(4 * voters + 2);
  const bounded = Math.min(Math.max(angle, 0), Math.PI / 2);
  const share = ((voters + 3 / 4) * Math.sin(bounded) ** 2 - 3 / 8) / voters;
  return Math.min(Math.max(share, 0), 1);
}

/**
 * How much more the areas differ than by chance, at least 1: the mean squared distance, the outermost tenth at each
 * end drawn in (Spiegelhalter 2005, "Handling over-dispersion of performance indicators", Qual Saf Health Care 14).
 */
function dispersionOf(distances: readonly number[]): number {
  const sorted = distances.toSorted((left, right) => left - right);
  const drawnIn = Math.floor(sorted.length * WINSORISED);
  const low = sorted[drawnIn] ?? 0;
  const high = sorted[sorted.length - 1 - drawnIn] ?? 0;
  const squares = sorted.map((distance) => Math.min(Math.max(distance, low), high) ** 2);
  const mean = squares.reduce((sum, square) => sum + square, 0) / Math.max(squares.length, 1);
  return Math.max(1, mean);
}

/**
 * Variance between the true rates, by moments (Marshall 1991, "Mapping disease and mortality rates using empirical
 * Bayes estimators", Applied Statistics 40).
 */
function varianceBetween(areas: readonly Area[], reference: number): number {
  const voters = areas.reduce((sum, area) => sum + area.voters, 0);
  if (voters === 0) return 0;
  const spread =
    areas.reduce((sum, area) => sum + area.voters * (area.count / area.voters - reference) ** 2, 0) / voters;
  return Math.max(0, spread - (reference * (1 - reference)) / (voters / areas.length));
}

function positionOf(distance: number): Position {
  if (distance > Z_998) return 'far-above';
  if (distance > Z_95) return 'above';
  if (distance < -Z_998) return 'far-below';
  if (distance < -Z_95) return 'below';
  return 'expected';
}

/**
 * Places each area in a funnel plot of all of them: limits that its size alone would show around their common rate,
 * widened where the areas as a whole differ more than by chance, and its rate drawn towards the common one.
 * Areas without voters are left out of the common rate and stand at it.
 * @returns the place of each area, in shares from 0 to 1
 */
export function funnel(areas: readonly Area[]): FunnelPlace[] {
  const peopled = areas.filter(({ voters }) => voters > 0);
  const voters = peopled.reduce((sum, area) => sum + area.voters, 0);
  const reference = voters === 0 ? 0 : peopled.reduce((sum, area) => sum + area.count, 0) / voters;
  const middle = Math.asin(Math.sqrt(reference));
  const distance = (area: Area) => (transformed(area) - middle) * Math.sqrt(4 * area.voters + 2);
  const dispersion = dispersionOf(peopled.map(distance));
  const between = varianceBetween(peopled, reference);
  return areas.map((area) => {
    const wide = (quantile: number) => quantile * Math.sqrt(dispersion);
    const rate = area.voters === 0 ? reference : area.count / area.voters;
    const within = area.voters === 0 ? 0 : (reference * (1 - reference)) / area.voters;
    const weight = between + within === 0 ? 0 : between / (between + within);
    return {
      rate,
      reference,
      lower998: area.voters === 0 ? 0 : limit(area.voters, reference, -wide(Z_998)),
      lower95: area.voters === 0 ? 0 : limit(area.voters, reference, -wide(Z_95)),
      upper95: area.voters === 0 ? 1 : limit(area.voters, reference, wide(Z_95)),
      upper998: area.voters === 0 ? 1 : limit(area.voters, reference, wide(Z_998)),
      dispersion,
      shrunken: area.voters === 0 ? reference : reference + weight * (rate - reference),
      position: area.voters === 0 ? 'expected' : positionOf(distance(area) / Math.sqrt(dispersion)),
    };
  });
}
