import type { Text } from './text.ts';

export const TIERS = ['pasti', 'kuat', 'tinjau'] as const;
export type Tier = (typeof TIERS)[number];

/** What Sisir proposes for a member of a group; never an order. */
export const SUGGESTIONS = ['tms-ganda', 'verifikasi', 'dukcapil', 'abaikan'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/** Areas from narrow to wide: the narrowest that holds all rows of a pair or group. */
export const SCOPES = ['tps', 'desa', 'kecamatan', 'kabupaten', 'provinsi', 'luar-provinsi'] as const;
export type Scope = (typeof SCOPES)[number];

/** One exact grade of Data Ganda: two rows have it when all these roll columns are equal and none is empty. */
export interface Grade {
  readonly id: string;
  readonly equal: readonly string[];
  readonly meaning: Text;
  /** Equal names beside the NIK: the rows are surely one person, so that all but one may be proposed as TMS. */
  readonly onePerson: boolean;
  /** Tier of a pair whose names are alike, and of one whose names are not. */
  readonly tier: { readonly alike: Tier; readonly unlike: Tier };
}

/** A definition of the grades, strongest first; a pair has the first that fits (exclusive). */
export interface GradeBook {
  readonly id: string;
  readonly source: string;
  readonly grades: readonly Grade[];
}

/** A blocking rule: rows with an equal key are compared with one another, all of them. */
export interface BlockingRule {
  readonly id: string;
  readonly title: Text;
  /** Roll columns that make the key; a row with a NULL in one is in no block. */
  readonly key: readonly string[];
  /** Which errors between two rows of one person it survives. */
  readonly survives: Text;
}
