/** Factor between the two integers that carry a NIK (see `columns.ts`). */
const LOW_FACTOR = 1_000_000_000;
const LENGTH_FACTOR = 100_000_000;

/**
 * Whether two stretches of `codes` are at most `limit` edits apart: a letter put in, left out or replaced, or two
 * neighbours exchanged (optimal string alignment, Damerau 1964 restricted). Meant for a `limit` of 0 to 3: equal ends
 * are cut off, then each edit is tried on the first letter that differs.
 */
export function isWithin(
  codes: Uint16Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  limit: number,
): boolean {
  let [a, endA, b, endB] = [fromA, toA, fromB, toB];
  while (a < endA && b < endB && codes[a] === codes[b]) {
    a += 1;
    b += 1;
  }
  while (a < endA && b < endB && codes[endA - 1] === codes[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const lengthA = endA - a;
  const lengthB = endB - b;
  if (lengthA === 0 || lengthB === 0) return lengthA + lengthB <= limit;
  if (limit === 0 || Math.abs(lengthA - lengthB) > limit) return false;
  const exchanged = lengthA > 1 && lengthB > 1 && codes[a] === codes[b + 1] && codes[a + 1] === codes[b];
  if (limit === 1) {
    return (lengthA === 1 && lengthB === 1) || (exchanged && lengthA === 2 && lengthB === 2);
  }
  return (
    isWithin(codes, a + 1, endA, b + 1, endB, limit - 1) ||
    isWithin(codes, a + 1, endA, b, endB, limit - 1) ||
    isWithin(codes, a, endA, b + 1, endB, limit - 1) ||
    (exchanged && isWithin(codes, a + 2, endA, b + 2, endB, limit - 1))
  );
}

/** As `isWithin` with limit 1, on the digits of two numbers written with equally many digits. */
function isWithinOneDigit(first: number, second: number): boolean {
  let [a, b] = [first, second];
  if (a === b) return true;
  while (a % 10 === b % 10) {
    a = Math.trunc(a / 10);
    b = Math.trunc(b / 10);
  }
  const [lastA, lastB] = [a % 10, b % 10];
  a = Math.trunc(a / 10);
  b = Math.trunc(b / 10);
  if (a === b) return true;
  return a % 10 === lastB && b % 10 === lastA && Math.trunc(a / 10) === Math.trunc(b / 10);
}

/**
 * Whether two NIK are at most one edit apart: a digit wrong, two neighbours exchanged, a digit lost or added. Each is
 * given as `high` (100,000,000 times the number of digits less 5, plus what stands above the last nine digits) and
 * `low` (the last nine digits). Neither is unknown.
 */
export function isNikWithinOneEdit(highA: number, lowA: number, highB: number, lowB: number): boolean {
  if (highA === highB) return isWithinOneDigit(lowA, lowB);
  const lengthA = Math.trunc(highA / LENGTH_FACTOR);
  const lengthB = Math.trunc(highB / LENGTH_FACTOR);
  if (lengthA !== lengthB) {
    if (Math.abs(lengthA - lengthB) !== 1) return false;
    return lengthA > lengthB
      ? isOneDigitLonger(digitsOf(highA, lowA), digitsOf(highB, lowB))
      : isOneDigitLonger(digitsOf(highB, lowB), digitsOf(highA, lowA));
  }
  if (lowA === lowB) return isWithinOneDigit(highA, highB);
  return isExchangedAcross(highA, lowA, highB, lowB);
}

/** Whether the last digit of `high` and the first of `low` have changed places and all else is equal. */
function isExchangedAcross(highA: number, lowA: number, highB: number, lowB: number): boolean {
  const first = LOW_FACTOR / 10;
  return (
    highA % 10 === Math.trunc(lowB / first) &&
    highB % 10 === Math.trunc(lowA / first) &&
    lowA % first === lowB % first &&
    Math.trunc(highA / 10) === Math.trunc(highB / 10)
  );
}

function digitsOf(high: number, low: number): string {
  const length = Math.trunc(high / LENGTH_FACTOR) + 5;
  const number = BigInt(high % LENGTH_FACTOR) * BigInt(LOW_FACTOR) + BigInt(low);
  return number.toString().padStart(length, '0');
}

function isOneDigitLonger(longer: string, shorter: string): boolean {
  let at = 0;
  while (at < shorter.length && longer.charAt(at) === shorter.charAt(at)) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}
