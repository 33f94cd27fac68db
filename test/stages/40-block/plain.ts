/** The conditions of blocking rules in plain words: what the search must agree with. */

/** Optimal string alignment: letters put in, left out, replaced, neighbours exchanged. */
export function alignment(a: string, b: string): number {
  let before: number[] = [];
  let above: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}

/** A name by its match key (tokens) and its spelled words. */
export interface PlainName {
  readonly key: readonly string[];
  readonly words: readonly string[];
}

/** Each name is compared with a thousand others. */
function once(of: (name: PlainName) => string): (name: PlainName) => string {
  const known = new WeakMap<PlainName, string>();
  return (name) => {
    const text = known.get(name) ?? of(name);
    known.set(name, text);
    return text;
  };
}

export const flat = once(({ key }) => key.join(''));
export const sorted = once(({ key }) => key.toSorted().join(''));

export function near(a: PlainName, b: PlainName): boolean {
  return withinEdits(a, b, [3, 4]);
}

export function alike(a: PlainName, b: PlainName): boolean {
  return withinEdits(a, b, [3, 4, 9]);
}

/** Within one edit for each of `lengths` that the shorter name has. */
function withinEdits(a: PlainName, b: PlainName, lengths: readonly number[]): boolean {
  const letters = Math.min(flat(a).length, flat(b).length);
  const limit = lengths.filter((least) => letters >= least).length;
  if (letters === 0 || Math.abs(flat(a).length - flat(b).length) > limit) return false;
  return alignment(flat(a), flat(b)) <= limit || alignment(sorted(a), sorted(b)) <= limit;
}

export function equalWords(a: PlainName, b: PlainName): boolean {
  return a.words.length > 0 && a.words.join(' ') === b.words.join(' ');
}

export function word(a: PlainName, b: PlainName): boolean {
  return equalWords(a, b) || a.words.some((own) => own.length >= 3 && b.words.includes(own));
}

const INITIALS: Readonly<Record<string, string>> = { F: 'P', V: 'P', Q: 'K', C: 'K', H: 'K' };

function initial(text: string): string {
  const first = text.charAt(0);
  return INITIALS[first] ?? first;
}

function without(words: readonly string[], taken: readonly string[]): string[] {
  const left = [...words];
  for (const one of taken) {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** By counting, letter by letter, so unlike the search as can be. */
export function contained(a: PlainName, b: PlainName): boolean {
  if (equalWords(a, b)) return true;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const common = without(short, without(short, long));
  if (!common.some((own) => own.length >= 3)) return false;
  const [restShort, restLong] = [without(short, long), without(long, common)];
  const canStand = (text: string) => text.length === 1 || text === 'MUHAMAT';
  return [...new Set(restShort.map(initial))].every((letter) => {
    const [ofShort, ofLong] = [restShort, restLong].map((words) =>
      words.filter((text) => initial(text) === letter),
    );
    const needInitial = (ofShort ?? []).filter((text) => !canStand(text)).length;
    return (
      needInitial <= (ofLong ?? []).filter(canStand).length && (ofShort ?? []).length <= (ofLong ?? []).length
    );
  });
}

/** Whether two numbers, as written, are at most a digit wrong, lost, added, or two neighbours exchanged apart. */
export function nikWithinOneEdit(a: string, b: string): boolean {
  return alignment(a, b) <= 1;
}

export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function datesNear(a: PlainDate, b: PlainDate): boolean {
  const isDefault = ({ month, day }: PlainDate) =>
    day === 15 || ['1/1', '1/7', '31/12'].includes(`${day}/${month}`);
  const equal = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length;
  if (equal >= 2) return true;
  if (a.year !== b.year) return false;
  return (a.day === b.month && a.month === b.day) || isDefault(a) || isDefault(b);
}
