/** A NIK as the search holds it: see `columns.ts`. */
const LENGTH_FACTOR = 100_000_000;
const LOW_DIGITS = 9;
const SHORTEST = 5;

/** Digits of NIK that may be one edit from one of 16: a digit lost, none, or a digit added. */
export const LEAST_DIGITS = 15;
export const MOST_DIGITS = 17;

export function digitsOfNik(high: number): number {
  return high < 0 ? 0 : Math.trunc(high / LENGTH_FACTOR) + SHORTEST;
}

/** Takes a number in two integers, as the search holds a NIK. */
export type VisitNik = (high: number, low: number) => void;

const POWERS = Float64Array.from({ length: LOW_DIGITS + 2 }, (_, place) => 10 ** place);
/** Place of the first digit of `low`, counted from its last. */
const TOP = LOW_DIGITS - 1;

function power(place: number): number {
  return POWERS[place] ?? 0;
}

/** The digit that stands so many places before the last. */
function digitAt(number: number, place: number): number {
  return Math.trunc(number / power(place)) % 10;
}

/** A number without the digit at a place. */
function dropped(number: number, place: number): number {
  return Math.trunc(number / power(place + 1)) * power(place) + (number % power(place));
}

/** A number with a 0 put in, after which so many of its digits follow. */
function widened(number: number, place: number): number {
  return Math.trunc(number / power(place)) * power(place + 1) + (number % power(place));
}

/**
 * Gives every NIK of 15 to 17 digits that is at most one edit from a given one: itself, each digit another, neighbours
 * exchanged, a digit lost or added. None is given twice. Reckons with numbers, not digits: it is asked for millions.
 */
export function visitVariants(high: number, low: number, visit: VisitNik): void {
  const length = digitsOfNik(high);
  visit(high, low);
  replaceEach(high, low, length, visit);
  exchangeEach(high, low, length, visit);
  if (length > LEAST_DIGITS) dropEach(high, low, length, visit);
  if (length < MOST_DIGITS) addEach(high, low, length, visit);
}

function replaceEach(high: number, low: number, length: number, visit: VisitNik): void {
  for (let place = 0; place < length; place += 1) {
    const isLow = place < LOW_DIGITS;
    const step = power(isLow ? place : place - LOW_DIGITS);
    const own = Math.trunc((isLow ? low : high) / step) % 10;
    for (let digit = 0; digit < 10; digit += 1) {
      if (digit === own) continue;
      const change = (digit - own) * step;
      if (isLow) visit(high, low + change);
      else visit(high + change, low);
    }
  }
}

function exchangeEach(high: number, low: number, length: number, visit: VisitNik): void {
  for (let place = 1; place < LOW_DIGITS; place += 1) {
    const other = exchanged(low, place);
    if (other !== low) visit(high, other);
  }
  const [last, first] = [high % 10, digitAt(low, TOP)];
  if (last !== first) visit(high - last + first, low + (last - first) * power(TOP));
  for (let place = 1; place < length - LOW_DIGITS; place += 1) {
    const other = exchanged(high, place);
    if (other !== high) visit(other, low);
  }
}

/** A number in which the digit at a place and the one after it have changed places. */
function exchanged(number: number, place: number): number {
  const difference = digitAt(number, place - 1) - digitAt(number, place);
  return number + difference * (power(place) - power(place - 1));
}

/** A run of equal digits gives the same number whichever of them is dropped: the first stands for all. */
function dropEach(high: number, low: number, length: number, visit: VisitNik): void {
  const shorter = lengthPart(length - 1);
  const head = high % LENGTH_FACTOR;
  const [last, first] = [head % 10, digitAt(low, TOP)];
  for (let place = 0; place < length - LOW_DIGITS; place += 1) {
    const isFirst = place === length - LOW_DIGITS - 1;
    if (isFirst || digitAt(head, place) !== digitAt(head, place + 1))
      visit(shorter + dropped(head, place), low);
  }
  const shorterHead = shorter + Math.trunc(head / 10);
  for (let place = 0; place < LOW_DIGITS; place += 1) {
    const before = place === TOP ? last : digitAt(low, place + 1);
    const own = place === TOP ? first : digitAt(low, place);
    if (own !== before) visit(shorterHead, last * power(TOP) + dropped(low, place));
  }
}

/** A digit put before an equal one gives the same number as behind it. */
function addEach(high: number, low: number, length: number, visit: VisitNik): void {
  const longer = lengthPart(length + 1);
  const head = high % LENGTH_FACTOR;
  const first = digitAt(low, TOP);
  for (let place = 0; place <= length - LOW_DIGITS; place += 1) {
    const next = place === 0 ? first : digitAt(head, place - 1);
    const base = longer + widened(head, place);
    for (let digit = 0; digit < 10; digit += 1) if (digit !== next) visit(base + digit * power(place), low);
  }
  const longerHead = longer + head * 10 + first;
  for (let place = 0; place < LOW_DIGITS; place += 1) {
    const next = place === 0 ? -1 : digitAt(low, place - 1);
    const base = widened(low, place) - first * power(LOW_DIGITS);
    for (let digit = 0; digit < 10; digit += 1)
      if (digit !== next) visit(longerHead, base + digit * power(place));
  }
}

/** What `high` holds of a number of digits. */
function lengthPart(length: number): number {
  return (length - SHORTEST) * LENGTH_FACTOR;
}

/** A hash of a NIK, 32 bits. */
export function nikHash(high: number, low: number): number {
  let hash = Math.imul(high ^ (high >>> 15), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}
