/** Kemendagri province codes, present and retired numbering alike. */
const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'.split(
    ' ',
  ),
);

const EXTENSION = /\.(csv|tsv|txt|parquet|xlsx|gz)$/i;
const CODE =
  /(?<!\d)(\d{2})(\d{2})(?!\d)|(?<!\d)(?<!\d{4}\.)(\d{2})\.(\d{2})(?!\d)(?!\.(?:19|20)\d{2}(?!\d))/g;

/**
 * The kabupaten/kota code that a path names, as four digits: in the file's name, else in its nearest folder.
 * Years (2024) and dates (31.12.2025) are not taken for codes.
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
  for (const match of name.matchAll(CODE)) {
    const province = match[1] ?? match[3] ?? '';
    const kabupaten = match[2] ?? match[4] ?? '';
    if (PROVINCES.has(province) && kabupaten >= '01' && kabupaten <= '79')
      return Number(province + kabupaten);
  }
  return undefined;
}
