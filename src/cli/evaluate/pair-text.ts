import type { View } from '../summary-tables.ts';
import type { TableColumn } from '../table.ts';
import type { Calibration } from './calibration.ts';
import type { Detection } from './detection.ts';
import type { Evaluation } from './evaluation.ts';
import { numeric, section, shareText } from './layout.ts';

function detectionCells(view: View, detection: Detection): string[] {
  const { count } = view.numbers;
  return [
    count(detection.pairs),
    count(detection.true_positives),
    count(detection.false_positives),
    count(detection.false_negatives),
    shareText(view, detection.precision),
    shareText(view, detection.recall),
    shareText(view, detection.f1),
  ];
}

function detectionColumns({ say }: View): TableColumn[] {
  return numeric(
    say('PASANGAN', 'PAIRS'),
    say('BENAR', 'TRUE'),
    say('SALAH', 'FALSE'),
    say('TERLEWAT', 'MISSED'),
    say('PRESISI', 'PRECISION'),
    'RECALL',
    'F1',
  );
}

export function tierLines({ tiers }: Evaluation, view: View): string[] {
  const { say } = view;
  return section(
    say('Menurut keyakinan: yang itu dan yang lebih yakin', 'By tier: that one and the surer ones'),
    [{ title: say('KEYAKINAN', 'TIER') }, ...detectionColumns(view)],
    tiers.map(({ tier, ...detection }) => [tier, ...detectionCells(view, detection)]),
  );
}

export function thresholdLines({ thresholds }: Evaluation, view: View): string[] {
  const { say, numbers } = view;
  return section(
    say('Menurut peluang: mulai dari ambang itu', 'By probability: from that threshold on'),
    [{ title: say('AMBANG', 'THRESHOLD'), align: 'right' }, ...detectionColumns(view)],
    thresholds.map(({ threshold, ...detection }) => [
      numbers.decimal(threshold, 3),
      ...detectionCells(view, detection),
    ]),
  );
}

export function gradeLines({ grades }: Evaluation, view: View): string[] {
  const {
    say,
    numbers: { count },
  } = view;
  return section(
    say(
      'Tingkat K (NIK sama) dan mirip (dinilai dengan peluang), yang itu dan yang lebih yakin',
      'Grades K (equal NIK) and mirip (judged by probability), that tier and the surer ones',
    ),
    [
      { title: say('TINGKAT', 'GRADE') },
      { title: say('KEYAKINAN', 'TIER') },
      ...numeric(
        say('PASANGAN', 'PAIRS'),
        say('BENAR', 'TRUE'),
        say('SALAH', 'FALSE'),
        say('PRESISI', 'PRECISION'),
      ),
    ],
    grades.map(({ grade, tier, pairs, true_positives, false_positives, precision }) => [
      grade,
      tier,
      count(pairs),
      count(true_positives),
      count(false_positives),
      shareText(view, precision),
    ]),
  );
}

export function errorKindLines({ error_kinds }: Evaluation, view: View): string[] {
  const {
    say,
    numbers: { count },
  } = view;
  return section(
    say(
      'Pasangan sebenarnya menurut jenis kesalahan (satu pasangan dapat memuat beberapa)',
      'True pairs by kind of error (a pair may carry several)',
    ),
    [
      { title: say('KESALAHAN', 'ERROR') },
      ...numeric(
        say('PASANGAN', 'PAIRS'),
        'PASTI',
        say('KUAT KE ATAS', 'KUAT AND UP'),
        say('TINJAU KE ATAS', 'TINJAU AND UP'),
        'RECALL',
      ),
    ],
    error_kinds.map(({ kind, true_pairs, found, recall }) => [
      kind,
      count(true_pairs),
      count(found.pasti),
      count(found.kuat),
      count(found.tinjau),
      shareText(view, recall),
    ]),
  );
}

export function trapLines({ traps }: Evaluation, view: View): string[] {
  const {
    say,
    numbers: { count },
  } = view;
  return section(
    say(
      'Pasangan salah menurut jebakan: orang berbeda yang tampak sama',
      'False pairs by trap: different people who look alike',
    ),
    [
      { title: say('JEBAKAN', 'TRAP') },
      ...numeric(say('BARIS', 'ROWS'), 'PASTI', 'KUAT', 'TINJAU', say('PER BARIS', 'PER ROW')),
    ],
    traps.map(({ trap, rows, false_positives, per_row }) => [
      trap === 'none' ? say('(tanpa jebakan)', '(no trap)') : trap.replace(/^trap:/, ''),
      rows === null ? '–' : count(rows),
      count(false_positives.pasti),
      count(false_positives.kuat),
      count(false_positives.tinjau),
      shareText(view, per_row),
    ]),
  );
}

export function calibrationLines(title: string, calibration: Calibration, view: View): string[] {
  const { say, numbers } = view;
  const error = shareText(view, calibration.expected_calibration_error);
  const brier = calibration.brier === null ? '–' : numbers.decimal(calibration.brier, 5);
  return section(
    `${title}: ECE ${error}, Brier ${brier}`,
    [
      { title: say('PELUANG', 'PROBABILITY') },
      ...numeric(say('PASANGAN', 'PAIRS'), say('DIBERIKAN', 'PREDICTED'), say('SEBENARNYA', 'OBSERVED')),
    ],
    calibration.bins.map(({ from, to, pairs, predicted, observed }) => [
      `${numbers.decimal(from, 2)}–${numbers.decimal(to, 2)}`,
      numbers.count(pairs),
      shareText(view, predicted),
      shareText(view, observed),
    ]),
  );
}
