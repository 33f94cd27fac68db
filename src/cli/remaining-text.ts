import type { Language } from '../model/text.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * How long it still takes and the hour when it ends, as `±6 mnt lagi (02.41)`: no finer than it can be known.
 * @param remaining milliseconds
 * @param now local time
 */
export function remainingText(remaining: number, now: Date, language: Language): string {
  const end = new Date(now.getTime() + remaining);
  const [hours, minutes] = [end.getHours(), end.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return language === 'id'
    ? `±${amount(remaining, ['jam', 'mnt', 'dtk'])} lagi (${hours}.${minutes})`
    : `±${amount(remaining, ['h', 'min', 's'])} left (${hours}:${minutes})`;
}

function amount(milliseconds: number, [hour, minute, second]: readonly [string, string, string]): string {
  if (milliseconds < MINUTE - 5 * SECOND) {
    return `${Math.max(5, Math.ceil(milliseconds / SECOND / 5) * 5)} ${second}`;
  }
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 60) return `${minutes} ${minute}`;
  return `${Math.floor(minutes / 60)} ${hour} ${minutes % 60} ${minute}`;
}
