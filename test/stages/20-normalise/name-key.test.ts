import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedNames, nameKey } from '../../../src/stages/20-normalise/name-key.ts';

/** Each line is one person, written in several ways. */
const SAME: readonly (readonly string[])[] = [
  ['HAMID', 'CHAMID', 'Khamid', 'HAMIT'],
  ['SLAMET', 'SELAMET', 'SELAMAT', 'slamet.'],
  ['SUMIATI', 'SUMIYATI', 'SUMYATI'],
  ['SUPRIADI', 'SUPRIYADI', 'SUPRIJADI'],
  ['AGOES SOEPRIYANTO', 'AGUS SUPRIYANTO', 'AGUS SUPRIANTO', 'AGUS SUPRIJANTO'],
  ['AHMAD', 'ACHMAD', 'AKHMAD', 'AHMAT'],
  ['RAMADHAN', 'RAMADLAN', 'RAMADAN', 'RAMADZAN'],
  ['ISTIQOMAH', 'ISTIKOMA', 'ISTIQOMA'],
  [
    'MUHAMMAD ALI',
    'MUHAMAD ALI',
    'MOHAMMAD ALI',
    'MOHAMAD ALI',
    'MUCHAMMAD ALI',
    'MUKHAMAD ALI',
    'MOCHAMAD ALI',
  ],
  [
    'MUHAMMAD ALI',
    'MUH ALI',
    'MUH. ALI',
    'MUH.ALI',
    'MOH ALI',
    'MOCH. ALI',
    'MHD ALI',
    'MD ALI',
    'M ALI',
    'M. ALI',
  ],
  ['MUHAMMAD ALI', 'H. M. ALI', 'KH MOH ALI', 'DRS. H. MUHAMMAD ALI, M.SI'],
  ['ABDULROHMAN', 'ABDUL ROHMAN', 'ABDURROHMAN', 'ABDUR ROCHMAN', 'ABDUROHMAN', 'ABD. ROHMAN', 'ABD ROCHMAN'],
  ['ABDUL ROHMAN', 'ABDOEL RAHMAN', 'ABDL ROHMAN', 'ABDUL AR ROHMAN', 'ABDUR-ROHMAN', 'ABDROHMAN'],
  ['ABDUSSALAM', 'ABDUS SALAM', 'ABDUL SALAM'],
  ['ABDUL AZIZ', 'ABDULAZIS', 'ABD AZIS'],
  ['ABDULLAH', 'ABDULAH', 'ABDULLOH'],
  ['SITI AMINAH', 'ST AMINAH', 'ST. AMINAH', 'ST.AMINAH', 'SITTI AMINAH', 'SITIAMINAH', 'SITI AMINA'],
  [
    'SITI AMINAH',
    'HJ. SITI AMINAH',
    'Siti Aminah, S.Pd.I',
    'SITI AMINAH S PD',
    'NY SITI AMINAH',
    'SITI AMINAH SPD',
  ],
  ['NURHAYATI', 'NUR HAYATI', 'NOOR HAYATI', 'NOR HAYATI', 'NOER HAJATI', 'NUUR HAYATI', 'NORHAYATI'],
  ['NURUL HUDA', 'NURULHUDA', 'NOERUL HUDA'],
  ['SRIWAHYUNI', 'SRI WAHYUNI', 'SRI WAHJUNI'],
  ['DWI LESTARI', 'DWILESTARI', 'DUWI LESTARI'],
  ['TRI NUR HAYATI', 'TRI NURHAYATI', 'TRINURHAYATI'],
  ['AHMAD BIN ALI', 'AHMAD ALI', 'AHMAD B ALI', 'AHMAD B. ALI', 'AHMAD AL ALI'],
  ["MU'MIN", 'MUMIN', 'MU`MIN', 'MU’MIN', "MU''MIN"],
  ["JUM'ATUN", 'JUMATUN'],
  ['DJOKO TJAHJONO', 'JOKO CAHYONO'],
  ['SJAMSUL', 'SYAMSUL', 'SAMSUL', 'SHAMSUL'],
  ['WAHYU', 'WAHJU'],
  ['SUWARNO', 'SUARNO', 'SOEWARNO'],
  ['TUKIYEM', 'TUKIJEM', 'TUKIEM'],
  ['FATIMAH', 'PATIMAH', 'FATIMA', 'FATHIMAH'],
  ['NOVI', 'NOFI', 'NOPI'],
  ['TAUFIQ', 'TAUFIK', 'TAUPIK'],
  ['ALEX', 'ALEKS'],
  ['RIZKI', 'RIZKY', 'RIZQI', 'RISKI'],
  ['JUNAEDI', 'JUNAIDI'],
  ['KHOIRUL', 'CHOIRUL', 'KHAIRUL', 'CHAERUL', 'KHOERUL'],
  ['CHANDRA', 'CANDRA'],
  ['CHRISTIAN', 'KRISTIAN'],
  ['BUDI', 'BUDHI', 'BUDDY'],
  ['YUSUF', 'JUSUF', 'YUSUP'],
  [
    'SUTRISNO',
    'SUTRISN0',
    'SUTR1SNO',
    'SUTRISNO 2',
    'SUTRISNO, S.H., M.H.',
    'SUTRISNO ST MT',
    'ALM. SUTRISNO',
  ],
  ['R.A. KARTINI', 'R A KARTINI', 'RADEN KARTINI', 'RA KARTINI', 'KARTINI'],
  ['JOSÉ', 'JOSE', 'josé'],
  ['SITI\tAMINAH', ' SITI  AMINAH ', 'SITI\u00a0AMINAH', 'SITI-AMINAH', 'SITI/AMINAH'],
];

/** Common names that an edit or a spelling rule could take for one another. */
const DIFFERENT: readonly (readonly [string, string])[] = [
  ['SUTRISNO', 'SUTRISNA'],
  ['PUTRA', 'PUTRO'],
  ['SUMIATI', 'SUMARNI'],
  ['SUPARDI', 'SUPRIADI'],
  ['SITI AMINAH', 'SITI AMINI'],
  ['DEWI', 'DWI'],
  ['YANTO', 'YANTI'],
  ['YONO', 'JONO'],
  ['YATI', 'JATI'],
  ['HADI', 'HADIYAH'],
  ['KHADIJAH', 'HADIYAH'],
  ['PUTRI', 'PUTRA'],
  ['WAHYU', 'WAHYUDI'],
  ['ENDANG', 'ENDAH'],
  ['RINA', 'RINI'],
  ['DINA', 'DIANA'],
  ['DINA', 'DIAN'],
  ['NORMA', 'NURMA'],
  ['FADLI', 'FADIL'],
  ['ADLI', 'ADI'],
  ['PANJI', 'FANI'],
  ['PONIYEM', 'PONIMAN'],
  ['PONIYEM', 'PONIM'],
  ['SUHADI', 'SUHARDI'],
  ['SUHARTO', 'SUHARTI'],
  ['SUNARTO', 'SUNARDI'],
  ['SUPARMAN', 'SUPARMIN'],
  ['SUPARNO', 'SUPARMO'],
  ['NURDIN', 'NURUDIN'],
  ['FITRI', 'FITRIA'],
  ['FERI', 'TRI'],
  ['MULYADI', 'MULYANI'],
  ['ISMAIL', 'ISMANIL'],
  ['JUNAIDI', 'JUNIADI'],
  ['SLAMET', 'SLAMTO'],
  ['MUHAMMAD ALI', 'AHMAD ALI'],
  ['MUHAMMAD ALI', 'ALI'],
  ['ABDUL ROHMAN', 'ROHMAN'],
  ['ABDULLAH', 'ABDUL'],
  ['AHMAD ALI', 'ALI AHMAD'],
  ['SUTRISNO', 'SITI SUTRISNO'],
  ['KASANAH', 'HASANAH'],
  ['DWI MEI', 'DWI'],
  ['ZAENAL', 'JAENAL'],
  ['NUH', 'NU'],
];

describe('nameKey', () => {
  test.each(SAME.map((names) => [names.join(' = '), names] as const))('%s', (_, names) => {
    const [first = ''] = names;
    expect(names.map(nameKey)).toEqual(names.map(() => nameKey(first)));
  });

  test.each(DIFFERENT)('%s ≠ %s', (left, right) => {
    expect(nameKey(left)).not.toBe(nameKey(right));
  });

  test.each([
    ['H', 'H'],
    ['DRS', 'DRS'],
    ['AL', 'AL'],
    ['ST', 'ST'],
    ['M', 'M'],
    ['S.PD', 'SPT'],
    ['C', 'C'],
    ['OO', 'OO'],
    ['', ''],
    ['12 -', ''],
    ['?', ''],
  ])('%j alone gives %j', (nama, key) => {
    expect(nameKey(nama)).toBe(key);
  });

  test('ST is SITI in front of a name and a degree behind it', () => {
    expect(nameKey('ST NURJANAH ST')).toBe(nameKey('SITI NURJANAH'));
  });

  test('keeps the order of the tokens', () => {
    expect(nameKey('BUDI SANTOSO')).toBe('BUDI SANTOSO');
    expect(nameKey('SANTOSO BUDI')).toBe('SANTOSO BUDI');
  });
});

const syllables = fc
  .array(
    fc.constantFrom(
      ...'SU TRI NUR SRI DWI KH CH SY DJ OE IY IJ AB DUL H T D RAH MAN MUH AM AD A I U O Z Q'.split(' '),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const word = fc.oneof(
  syllables,
  fc.constantFrom(
    ...'H HJ. R A M M. MD MUH MOCH. ST ST. SITI SITIAMINAH ABD ABDUL ABDUR AR AL NUR NOR SRI TRI DWI BIN B S.PD S PD SH SE MT DRS'.split(
      ' ',
    ),
  ),
);
const name = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const letterString = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ .'.split('')),
  maxLength: 24,
});
const anyText = fc.oneof(
  name,
  letterString,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);

describe('properties', () => {
  test('a key is its own key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = nameKey(text);
        expect(nameKey(key)).toBe(key);
      }),
      { numRuns: 5_000 },
    );
  });

  test('a key has single spaces and letters only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(nameKey(text)).toMatch(/^(?:\p{L}+(?: \p{L}+)*)?$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a name with a letter has a key', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(nameKey(text) !== '').toBe(/[\p{L}]/u.test(text.normalize('NFKD').replace(/[ʹʻʼʽˈ]/gu, '')));
      }),
      { numRuns: 2_000 },
    );
  });

  test('case, accents and white space do not matter', () => {
    fc.assert(
      fc.property(name, (text) => {
        const written = ` ${text.toLowerCase().replaceAll(' ', '  ').replaceAll('a', 'á')}\t`;
        expect(nameKey(written)).toBe(nameKey(text));
      }),
    );
  });

  test('sorted tokens do not depend on the order of plain tokens', () => {
    const plain = fc.constantFrom('BUDI', 'SANTOSO', 'LESTARI', 'WAHYU', 'PUTRA', 'UTAMI');
    fc.assert(
      fc.property(fc.shuffledSubarray(['BUDI', 'SANTOSO', 'LESTARI', 'WAHYU']), plain, (tokens, extra) => {
        const names = [...tokens, extra];
        expect(nameKey(names.join(' ')).split(' ').toSorted()).toEqual(
          nameKey(names.toReversed().join(' ')).split(' ').toSorted(),
        );
      }),
    );
  });
});

/** The forms of one name, as `name` has them. */
function formsOf(nama: string): { key: string; sorted: string; words: string } {
  const { keys: key, sorted, words } = keyedNames(nama);
  return { key, sorted: sorted === '' ? key.replaceAll(' ', '') : sorted, words: words === '' ? key : words };
}

describe('keyedNames', () => {
  test.each([
    ['SRI WAHYUNI', 'SRIWAHIUNI', 'SRIWAHIUNI', 'SRI WAHIUNI'],
    ['SRIWAHYUNI', 'SRIWAHIUNI', 'SRIWAHIUNI', 'SRIWAHIUNI'],
    ['NURHAYATI', 'NURHAYATI', 'NURHAYATI', 'NURHAYATI'],
    ['NOOR HAJATI', 'NURHAYATI', 'NURHAYATI', 'NUR HAYATI'],
    ['TRI NUR HAYATI', 'TRINURHAYATI', 'TRINURHAYATI', 'TRI NUR HAYATI'],
    ['SUTRISNO DWI PUTRA', 'SUTRISNO DWIPUTRA', 'DWIPUTRASUTRISNO', 'SUTRISNO DWI PUTRA'],
    ['M. RIZKY PRATAMA', 'MUHAMAT RISKI PRATAMA', 'MUHAMATPRATAMARISKI', 'MUHAMAT RISKI PRATAMA'],
    ['H. SLAMET RIYADI S.PD', 'SLAMET RIADI', 'RIADISLAMET', 'SLAMET RIADI'],
    ['ABD. AR ROCHMAN', 'ABDULROHMAN', 'ABDULROHMAN', 'ABDUL ROHMAN'],
    ['SITIAMINAH', 'SITI AMINA', 'AMINASITI', 'SITI AMINA'],
    ['BUDI AGUS BUDI', 'BUDI AGUS BUDI', 'AGUSBUDIBUDI', 'BUDI AGUS BUDI'],
    ['SLAMET', 'SLAMET', 'SLAMET', 'SLAMET'],
    ['123', '', '', ''],
  ])('%s in its forms', (nama, key, sorted, words) => {
    expect(formsOf(nama)).toEqual({ key, sorted, words });
  });

  test('gives the forms of each line, in order', () => {
    expect(keyedNames('MOH. SOLEH\n123\nSRI WAHYUNI\nSITI AMINAH')).toEqual({
      keys: 'MUHAMAT SOLE\n\nSRIWAHIUNI\nSITI AMINA',
      sorted: '\n\n\nAMINASITI',
      words: '\n\nSRI WAHIUNI\n',
    });
  });

  test('gives of many names what it gives of each', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const { keys, sorted, words } = keyedNames(names.join('\n'));
        expect([keys, sorted, words].map((lines) => lines.split('\n').length)).toEqual(
          [names, names, names].map(({ length }) => length),
        );
        expect(keys.split('\n')).toEqual(names.map(nameKey));
        expect(sorted.split('\n')).toEqual(names.map((nama) => keyedNames(nama).sorted));
        expect(words.split('\n')).toEqual(names.map((nama) => keyedNames(nama).words));
      }),
    );
  });

  test('sorted are the tokens of the key; words are letters, apart by one space, and as many as tokens or more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { key, sorted, words } = formsOf(text.replaceAll('\n', ' '));
        expect(sorted).toBe(key.split(' ').toSorted().join(''));
        expect(words).toMatch(/^(?:\p{L}+(?: \p{L}+)*)?$/u);
        expect(words.split(' ').length).toBeGreaterThanOrEqual(key.split(' ').length);
      }),
      { numRuns: 3_000 },
    );
  });

  test('NUR and its like are one with the next token in the key and a word of their own in the words', () => {
    const plain = fc.constantFrom('HAYATI', 'WAHYUNI', 'KHASANAH', 'LESTARI', 'ROCHMAN');
    fc.assert(
      fc.property(fc.constantFrom('NUR', 'SRI', 'DWI', 'TRI', 'ABDUL'), plain, plain, (left, right, last) => {
        const { key, words } = formsOf(`${left} ${right} ${last}`);
        expect(key).toBe(`${nameKey(left + right)} ${nameKey(last)}`);
        expect(words).toBe(`${left} ${nameKey(right)} ${nameKey(last)}`);
      }),
    );
  });
});
