/** The calendar date of an instant in local time, YYYY-MM-DD. */
export function localDate(instant: Date): string {
  return `${instant.getFullYear()}-${twoDigits(instant.getMonth() + 1)}-${twoDigits(instant.getDate())}`;
}

/**
 * The date on which ages are taken, YYYY-MM-DD: the one that is wished, else the day of the run; under
 * `quarter-end` the last day of the calendar quarter (triwulan of the PDPB) in which the run's day lies.
 */
export function referenceDateOf(wish: string | undefined, instant: Date): string {
  if (wish !== 'quarter-end') return wish ?? localDate(instant);
  const firstOfNextQuarter = Math.floor(instant.getMonth() / 3) * 3 + 3;
  return localDate(new Date(instant.getFullYear(), firstOfNextQuarter, 0));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
