/** Kemendagri province codes, present and retired numbering alike. */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
);
/** Kabupaten are numbered from 01, kota from 71; no province has come near these limits. */
const KABUPATEN = /^(?:0[1-9]|[12]\d|3\d|7[1-9])$/;

const EXTENSION = /\.(csv|tsv|txt|parquet|xlsx|gz)$/i;
/** `3374` or `33.74`, perhaps with a year after it; not the kecamatan and desa of `33.74.09.2003`. */
const CODE =
  /(?<!\d)(?<!\d\d\.\d\d\.)(?:(\d\d)(\d\d)|(?<!\d{4}\.)(\d\d)\.(\d\d)(\.(?:19|20)\d\d(?!\d))?)(?!\d)/g;

/**
 * The kabupaten/kota code that a path names, as four digits: in the file's name, else in its nearest folder.
 * Years (2024), dates (31.12.2025) and code pages (windows-1252) are not taken for codes. Of several codes in one
 * name the last counts, because names go from the general to the particular; one that may be a day and month
 * (1122, 3112) yields to one that cannot.
 */
export function areaOfPath(
  path: string,
): { readonly kabupaten: number; readonly from: 'file' | 'folder' } | undefined {
  const [file = '', ...folders] = path.split('/').toReversed();
  const inFile = codeIn(file.replace(EXTENSION, '').replace(EXTENSION, ''));
  if (inFile !== undefined) return { kabupaten: inFile, from: 'file' };
  const inFolder = folders.map(codeIn).find((code) => code !== undefined);
  return inFolder === undefined ? undefined : { kabupaten: inFolder, from: 'folder' };
}

function codeIn(name: string): number | undefined {
  const codes = [...name.matchAll(CODE)].flatMap(([, left, right, dottedLeft, dottedRight, year]) => {
    const [province, kabupaten] = [left ?? dottedLeft ?? '', right ?? dottedRight ?? ''];
    if (!PROVINCES.has(province) || !KABUPATEN.test(kabupaten)) return [];
    const maybeDate = isDayAndMonth(Number(province), Number(kabupaten));
    return maybeDate && year !== undefined ? [] : [{ code: Number(province + kabupaten), maybeDate }];
  });
  return (codes.findLast(({ maybeDate }) => !maybeDate) ?? codes.at(-1))?.code;
}

/** Provinces go from 11, so that a date of November, December or a late day may look like a code. */
function isDayAndMonth(left: number, right: number): boolean {
  return (left <= 31 && right <= 12) || (left <= 12 && right <= 31);
}
