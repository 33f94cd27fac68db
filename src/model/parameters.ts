import type { Text } from './text.ts';

/**
 * Parameters of a run that a rule's SQL may call, each a macro without arguments.
 * `code-book` parameters are lists of codes by period (`rules/code-books.ts`).
 */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly meaning: Text;
}

export const PARAMETERS = [
  {
    name: 'reference_date',
    type: 'DATE',
    meaning: { id: 'tanggal acuan umur', en: 'the date on which ages are taken' },
  },
  {
    name: 'tps_limit',
    type: 'INTEGER',
    meaning: { id: 'batas pemilih per TPS', en: 'most voters per TPS' },
  },
  {
    name: 'disabilitas_codes',
    type: 'VARCHAR[]',
    meaning: { id: 'kode disabilitas pada masanya', en: 'disability codes of the period' },
  },
  {
    name: 'ktp_el_codes',
    type: 'VARCHAR[]',
    meaning: { id: 'kode KTP-el pada masanya', en: 'KTP-el codes of the period' },
  },
  {
    name: 'keterangan_codes',
    type: 'VARCHAR[]',
    meaning: {
      id: 'kode keterangan pada masanya, termasuk TMS',
      en: 'remark codes of the period, TMS included',
    },
  },
  {
    name: 'tms_codes',
    type: 'VARCHAR[]',
    meaning: { id: 'kode keterangan yang berarti TMS', en: 'remark codes that mean TMS' },
  },
] as const satisfies readonly Parameter[];

export type ParameterName = (typeof PARAMETERS)[number]['name'];

/** The codes in force in one period of KPU's rules (domain: PKPU of that election). */
export interface CodeBook {
  readonly id: string;
  readonly title: Text;
  readonly disabilitas: Readonly<Record<string, Text>>;
  readonly ktpEl: Readonly<Record<string, Text>>;
  readonly keterangan: Readonly<Record<string, Text>>;
  /** TMS codes in `keterangan` → reason. */
  readonly tms: Readonly<Record<string, Text>>;
}
