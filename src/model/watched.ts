import type { Text } from './text.ts';

/** A count that is watched from run to run: where it stands in the published tables, and what it is called. */
export interface Watched {
  readonly measure: string;
  /** Ends the name of an anomaly: `lonjakan-…`, `penurunan-…`. */
  readonly name: string;
  readonly title: Text;
  readonly table: 'distribution_kabupaten' | 'change_summary' | 'change_voter';
  /** SQL condition on a row of the table. */
  readonly where: string;
  /** Column that says what is counted, where the measure counts several things. */
  readonly item?: string;
  /** Column of the count. */
  readonly value: string;
}

const MOVEMENT_WORDS = { baru: 'new', hilang: 'gone', berubah: 'changed' } as const;
const CHANGED = "status IN ('new', 'reopened', 'resolved')";

/** Every count that is watched, per satker and in the whole roll. A new one is a line here. */
export const WATCHED: readonly Watched[] = [
  {
    measure: 'voters',
    name: 'pemilih',
    title: { id: 'pemilih', en: 'voters' },
    table: 'distribution_kabupaten',
    where: "measure = 'voters'",
    value: 'voters',
  },
  {
    measure: 'flagged',
    name: 'perlu-diperiksa',
    title: { id: 'pemilih yang perlu diperiksa', en: 'voters to be checked' },
    table: 'distribution_kabupaten',
    where: "measure = 'voters'",
    value: 'flagged_voters',
  },
  {
    measure: 'rule',
    name: 'temuan-aturan',
    title: { id: 'temuan aturan', en: 'findings of rule' },
    table: 'distribution_kabupaten',
    where: "measure = 'rule'",
    item: 'rule_id',
    value: 'count',
  },
  {
    measure: 'severity',
    name: 'temuan-tingkat',
    title: { id: 'temuan tingkat', en: 'findings of severity' },
    table: 'distribution_kabupaten',
    where: "measure = 'severity'",
    item: 'severity',
    value: 'count',
  },
  {
    measure: 'grade',
    name: 'data-ganda-tingkat',
    title: { id: 'pemilih Data Ganda', en: 'Data Ganda voters of' },
    table: 'distribution_kabupaten',
    where: "measure = 'grade'",
    item: 'grade',
    value: 'count',
  },
  {
    measure: 'tier',
    name: 'data-ganda-keyakinan',
    title: { id: 'pemilih Data Ganda', en: 'Data Ganda voters of' },
    table: 'distribution_kabupaten',
    where: "measure = 'tier'",
    item: 'tier',
    value: 'count',
  },
  {
    measure: 'finding_status',
    name: 'perubahan-temuan',
    title: { id: 'temuan dengan status', en: 'findings of status' },
    table: 'change_summary',
    where: `measure = 'rule' AND ${CHANGED}`,
    item: 'status',
    value: 'count',
  },
  {
    measure: 'pair_status',
    name: 'perubahan-pasangan',
    title: { id: 'pasangan dengan status', en: 'pairs of status' },
    table: 'change_summary',
    where: `measure = 'grade' AND ${CHANGED}`,
    item: 'status',
    value: 'count',
  },
  ...(['baru', 'hilang', 'berubah'] as const).map(
    (movement): Watched => ({
      measure: movement,
      name: `pemilih-${movement}`,
      title: { id: `pemilih ${movement}`, en: `voters ${MOVEMENT_WORDS[movement]}` },
      table: 'change_voter',
      where: 'true',
      value: movement,
    }),
  ),
];
