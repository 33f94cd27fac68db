import type { CodeBook } from '../src/model/parameters.ts';
import type { Text } from '../src/model/text.ts';

/** Since 2023; 1-6 from KPU's and Bawaslu's documents, 0 likely. */
const DISABILITAS_2023: Readonly<Record<string, Text>> = {
  '0': { id: 'tanpa disabilitas', en: 'none' },
  '1': { id: 'fisik', en: 'physical' },
  '2': { id: 'intelektual', en: 'intellectual' },
  '3': { id: 'mental', en: 'mental' },
  '4': { id: 'sensorik wicara', en: 'speech' },
  '5': { id: 'sensorik rungu', en: 'hearing' },
  '6': { id: 'sensorik netra', en: 'sight' },
};

/** Until 2020; the range 0-5 is sure (Sidalih client), the meanings are common knowledge without a source. */
const DISABILITAS_2020: Readonly<Record<string, Text>> = {
  '0': { id: 'tanpa disabilitas', en: 'none' },
  '1': { id: 'tuna daksa', en: 'physical' },
  '2': { id: 'tuna netra', en: 'sight' },
  '3': { id: 'tuna rungu/wicara', en: 'hearing or speech' },
  '4': { id: 'tuna grahita', en: 'intellectual' },
  '5': { id: 'lainnya', en: 'other' },
};

/** Since 2023; sure. */
const KTP_EL_2023: Readonly<Record<string, Text>> = {
  S: { id: 'sudah memiliki KTP-el', en: 'owns a KTP-el' },
  B: { id: 'belum memiliki KTP-el', en: 'does not own a KTP-el' },
};

/** Sidalih client of 2020; the values are sure, the meaning of K is not known. Taken for 2018 as well (likely). */
const KTP_EL_2020: Readonly<Record<string, Text>> = {
  ...KTP_EL_2023,
  K: { id: 'K (arti belum dipastikan)', en: 'K (meaning not confirmed)' },
};

/** ✓, U and B: sure for U (2024) and B (2018); the tick as printed on the forms. */
const REMARKS: Readonly<Record<string, Text>> = {
  '✓': { id: 'sesuai', en: 'as recorded' },
  U: { id: 'ubah elemen data', en: 'data changed' },
  B: { id: 'pemilih baru', en: 'new voter' },
};

const DECEASED: Text = { id: 'meninggal', en: 'deceased' };
const DUPLICATE: Text = { id: 'ganda', en: 'duplicate' };
const UNDER_AGE: Text = { id: 'di bawah umur', en: 'under age' };
const MOVED: Text = { id: 'pindah domisili', en: 'moved away' };
const SOLDIER: Text = { id: 'TNI', en: 'armed forces (TNI)' };
const POLICE: Text = { id: 'Polri', en: 'police (Polri)' };
const DISFRANCHISED: Text = { id: 'hak pilih dicabut', en: 'right to vote withdrawn by court' };

/** Form A.B-KWK of 2018; sure. */
const TMS_2018: Readonly<Record<string, Text>> = {
  '1': DECEASED,
  '2': DUPLICATE,
  '3': UNDER_AGE,
  '4': MOVED,
  '5': { id: 'tidak dikenal atau tidak ditemukan', en: 'unknown or not found' },
  '6': SOLDIER,
  '7': POLICE,
  '8': { id: 'hilang ingatan', en: 'loss of memory' },
  '9': DISFRANCHISED,
  '10': { id: 'bukan penduduk setempat', en: 'no local resident' },
};

/** Verification for Pemilu 2024: 4-8 sure, 1-3 likely; 5 was not used by Pantarlih. */
const TMS_2024: Readonly<Record<string, Text>> = {
  '1': DECEASED,
  '2': DUPLICATE,
  '3': UNDER_AGE,
  '4': MOVED,
  '5': { id: 'tidak dikenal', en: 'unknown' },
  '6': SOLDIER,
  '7': POLICE,
  '8': { id: 'salah penempatan TPS', en: 'placed at the wrong TPS' },
};

/** PDPB 2025: the reasons are sure, no digits were published; numbered in the order of the reasons. */
const TMS_2025: Readonly<Record<string, Text>> = {
  '1': DECEASED,
  '2': DUPLICATE,
  '3': { id: 'belum 17 tahun dan belum kawin', en: 'under 17 and not married' },
  '4': MOVED,
  '5': { id: 'warga negara asing', en: 'foreign citizen' },
  '6': SOLDIER,
  '7': POLICE,
  '8': DISFRANCHISED,
};

function book(
  id: string,
  title: Text,
  codes: Pick<CodeBook, 'disabilitas' | 'ktpEl' | 'tms'> & {
    readonly remarks: Readonly<Record<string, Text>>;
  },
): CodeBook {
  const { remarks, disabilitas, ktpEl, tms } = codes;
  return { id, title, disabilitas, ktpEl, keterangan: { ...remarks, ...tms }, tms };
}

/**
 * The codes of each period, oldest first: they changed meaning between 2020 and 2023.
 * `keterangan` holds the TMS codes too.
 */
export const CODE_BOOKS: readonly CodeBook[] = [
  book(
    'pilkada-2018',
    { id: 'Pilkada 2018', en: 'Local elections 2018' },
    { disabilitas: DISABILITAS_2020, ktpEl: KTP_EL_2020, remarks: REMARKS, tms: TMS_2018 },
  ),
  /** Sidalih client: `keterangan` 0-10, 0 active (range sure); 1-10 as in 2018 (likely). */
  book(
    'pilkada-2020',
    { id: 'Pilkada 2020', en: 'Local elections 2020' },
    {
      disabilitas: DISABILITAS_2020,
      ktpEl: KTP_EL_2020,
      remarks: { '0': { id: 'aktif', en: 'active' }, ...REMARKS },
      tms: TMS_2018,
    },
  ),
  book(
    'pemilu-2024',
    { id: 'Pemilu 2024', en: 'General election 2024' },
    { disabilitas: DISABILITAS_2023, ktpEl: KTP_EL_2023, remarks: REMARKS, tms: TMS_2024 },
  ),
  /** Reasons as published in Kota Semarang (sure); the digits as in Pemilu 2024 (likely). */
  book(
    'pilkada-2024',
    { id: 'Pilkada 2024', en: 'Local elections 2024' },
    { disabilitas: DISABILITAS_2023, ktpEl: KTP_EL_2023, remarks: REMARKS, tms: TMS_2024 },
  ),
  book(
    'pdpb-2025',
    { id: 'PDPB 2025', en: 'Continuous update (PDPB) 2025' },
    { disabilitas: DISABILITAS_2023, ktpEl: KTP_EL_2023, remarks: REMARKS, tms: TMS_2025 },
  ),
];

/**
 * The code-book of a period.
 * @throws RangeError when there is none of that id
 */
export function codeBook(id: string): CodeBook {
  const found = CODE_BOOKS.find((candidate) => candidate.id === id);
  if (found === undefined) {
    const known = CODE_BOOKS.map((candidate) => candidate.id).join(', ');
    throw new RangeError(`no code-book ${id}; there are ${known}`);
  }
  return found;
}
