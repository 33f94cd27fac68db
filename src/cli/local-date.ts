/** The calendar date of an instant in local time, YYYY-MM-DD. */
export function localDate(instant: Date): string {
  return `${instant.getFullYear()}-${twoDigits(instant.getMonth() + 1)}-${twoDigits(instant.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
