/** Rows with a name and a birth date, sorted by name, then date, then area: one entry a row. */
export interface NamedRows {
  readonly name: Int32Array;
  /** yyyymmdd */
  readonly birth: Int32Array;
  readonly area: Int32Array;
}

/** Pairs of rows of equal name. */
export interface NamePairs {
  /** Pairs born on one day. */
  sameDate: number;
  /** Birth year → pairs born in that year. */
  readonly sameYear: Map<number, number>;
}

/** Pairs of all rows whatever their areas, and pairs whose rows lie in one area. */
export interface Coincidences {
  readonly all: NamePairs;
  readonly byArea: Map<number, NamePairs>;
}

/** Birth year of yyyymmdd. */
export function yearOf(birth: number): number {
  return Math.floor(birth / 10_000);
}

const pairsOf = (rows: number) => (rows * (rows - 1)) / 2;
const noPairs = (): NamePairs => ({ sameDate: 0, sameYear: new Map() });

function addToYear({ sameYear }: NamePairs, year: number, rows: number): void {
  if (rows > 1) sameYear.set(year, (sameYear.get(year) ?? 0) + pairsOf(rows));
}

/** The end of the run of equal values that begins at `from`, not beyond `limit`. */
function runEnd(values: Int32Array, from: number, limit: number): number {
  let end = from + 1;
  while (end < limit && values[end] === values[from]) end++;
  return end;
}

/** The end of the run of rows of one name and one birth year that begins at `from`. */
function yearRunEnd({ name, birth }: NamedRows, from: number): number {
  const year = yearOf(birth[from] ?? 0);
  let end = from + 1;
  while (end < name.length && name[end] === name[from] && yearOf(birth[end] ?? 0) === year) end++;
  return end;
}

/**
 * Counts pairs of equal name and birth date, and of equal name and birth year, in one pass over sorted rows.
 * Counts are exact up to 2^53.
 */
export function coincidences(rows: NamedRows): Coincidences {
  const { name, birth, area } = rows;
  const all = noPairs();
  const byArea = new Map<number, NamePairs>();
  const ofArea = (code: number) => {
    const pairs = byArea.get(code) ?? noPairs();
    byArea.set(code, pairs);
    return pairs;
  };
  for (let from = 0, to = 0; from < name.length; from = to) {
    to = yearRunEnd(rows, from);
    if (to - from === 1) continue;
    const year = yearOf(birth[from] ?? 0);
    addToYear(all, year, to - from);
    const rowsByArea = new Map<number, number>();
    for (let day = from, dayEnd = from; day < to; day = dayEnd) {
      dayEnd = runEnd(birth, day, to);
      all.sameDate += pairsOf(dayEnd - day);
      for (let place = day, placeEnd = day; place < dayEnd; place = placeEnd) {
        placeEnd = runEnd(area, place, dayEnd);
        const code = area[place] ?? 0;
        const count = placeEnd - place;
        rowsByArea.set(code, (rowsByArea.get(code) ?? 0) + count);
        if (count > 1) ofArea(code).sameDate += pairsOf(count);
      }
    }
    for (const [code, count] of rowsByArea) if (count > 1) addToYear(ofArea(code), year, count);
  }
  return { all, byArea };
}
