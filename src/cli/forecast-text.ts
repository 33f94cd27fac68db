import type { Text } from '../model/text.ts';
import type { Forecast } from '../pipeline/forecast.ts';
import type { PairEstimate } from '../pipeline/pair-estimate.ts';
import { STAGES } from '../pipeline.ts';
import { stageTitle } from './progress.ts';
import type { View } from './summary-tables.ts';
import { MAX_WIDTH, type TableColumn, table, wrap } from './table.ts';

/** What a run will do and take, for `--dry-run`. */
export interface Outlook {
  readonly estimate: PairEstimate;
  readonly forecast: Forecast;
  /** What the process will take under the limit that it is given. */
  readonly memory_mb: number;
  /** Why it will not fit this machine; empty when it does. */
  readonly misfits: readonly Text[];
}

/** Stages with their tables and times, pairs by blocking rule, and what the run takes of the machine. */
export function outlookLines(outlook: Outlook, view: View & { readonly language: keyof Text }): string[] {
  return [...stageLines(outlook, view), ...pairLines(outlook, view), ...takingLines(outlook, view)];
}

function stageLines(
  { forecast }: Outlook,
  { say, numbers, language }: View & { language: keyof Text },
): string[] {
  const columns: TableColumn[] = [
    { title: say('TAHAP', 'STAGE') },
    { title: say('TABEL', 'TABLES'), wraps: true },
    { title: say('WAKTU', 'TIME'), align: 'right' },
  ];
  const rows = STAGES.map(({ id, writes }) => {
    const ms = forecast.stages.find((stage) => stage.id === id)?.ms;
    return [stageTitle(id, language), writes.join(', '), ms === undefined ? '–' : numbers.duration(ms)];
  });
  return ['', say('Tahap', 'Stages'), table(columns, rows, { indent: '  ' })];
}

function pairLines({ estimate, forecast }: Outlook, { say, numbers }: View): string[] {
  const { basis, rules, sample_rows } = estimate;
  if (basis === 'none') {
    const told = say(
      'Calon pasangan tidak ditaksir: tidak ada berkas yang dapat diambil sampelnya (buku kerja XLSX yang besar).',
      'Candidate pairs are not estimated: no file could be sampled (large XLSX workbooks).',
    );
    return ['', ...wrap(told, MAX_WIDTH)];
  }
  const isSample = basis === 'sample';
  const columns: TableColumn[] = [
    { title: say('ATURAN PEMASANGAN', 'BLOCKING RULE') },
    { title: say('PASANGAN', 'PAIRS'), align: 'right' },
    ...(isSample ? [{ title: say('DALAM SAMPEL', 'IN THE SAMPLE'), align: 'right' as const }] : []),
  ];
  const rows = rules.map(({ rule_id, pairs, found }) => [
    rule_id,
    numbers.count(pairs),
    ...(isSample ? [numbers.count(found)] : []),
  ]);
  const [taken, all] = [numbers.count(sample_rows), numbers.count(forecast.rows)];
  const title = isSample
    ? say(
        `Calon pasangan, ditaksir dari sampel ${taken} dari ${all} baris; makin sedikit yang terlihat dalam sampel, makin kasar taksirannya`,
        `Candidate pairs, estimated from a sample of ${taken} of ${all} rows; the fewer are seen in the sample, the rougher the estimate`,
      )
    : say(
        `Calon pasangan, dihitung pada seluruh ${taken} baris`,
        `Candidate pairs, counted on all ${taken} rows`,
      );
  return ['', ...wrap(title, MAX_WIDTH), table(columns, rows, { indent: '  ' })];
}

function takingLines({ forecast, memory_mb }: Outlook, { say, numbers }: View): string[] {
  const { ms, disk_mb, output_mb, machine_factor, measured_rows, is_extrapolated } = forecast;
  const size = (mb: number) =>
    mb < 1000 ? `${numbers.count(mb)} MB` : `${numbers.decimal(mb / 1000, 1)} GB`;
  const lines = [
    [say('baris', 'rows'), numbers.count(forecast.rows)],
    [say('waktu', 'time'), numbers.duration(ms)],
    [say('memori puncak', 'memory at the peak'), size(memory_mb)],
    [say('cakram puncak', 'disk at the peak'), size(disk_mb)],
    [say('cakram yang tetap dipakai', 'disk that stays in use'), size(output_mb)],
  ];
  const measured = measured_rows.map(numbers.count).join(', ');
  const speed =
    machine_factor === null
      ? say('kecepatan mesin ini tidak diukur', 'the speed of this machine was not measured')
      : say(
          `mesin ini memerlukan ${numbers.decimal(machine_factor, 2)} kali waktu mesin ukur`,
          `this machine takes ${numbers.decimal(machine_factor, 2)} times as long as the measured one`,
        );
  const basis = say(
    `Taksiran dari proses yang diukur dengan ${measured} baris (bench/results); ${speed}.`,
    `Forecast from runs measured at ${measured} rows (bench/results); ${speed}.`,
  );
  const rough = say(
    'Proses ini jauh lebih besar daripada yang pernah diukur: waktu dan memorinya kasar.',
    'This run is far larger than any that was measured: its time and memory are rough.',
  );
  return [
    '',
    say('Yang diperlukan', 'What it takes'),
    table([{ title: '' }, { title: '', align: 'right' }], lines, { indent: '  ', header: false }),
    ...wrap(is_extrapolated ? `${basis} ${rough}` : basis, MAX_WIDTH - 2).map((line) => `  ${line}`),
  ];
}
