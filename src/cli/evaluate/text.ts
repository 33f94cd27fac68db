import type { Language } from '../../model/text.ts';
import { numberFormat } from '../format.ts';
import type { View } from '../summary-tables.ts';
import { MAX_WIDTH, table, wrap } from '../table.ts';
import type { Evaluation } from './evaluation.ts';
import {
  calibrationLines,
  errorKindLines,
  gradeLines,
  thresholdLines,
  tierLines,
  trapLines,
} from './pair-text.ts';
import { blockingLines, wrongfulFlagLines } from './stage-text.ts';

/** An evaluation as plain text of at most 100 columns; it names no voter. */
export function evaluationText(evaluation: Evaluation, language: Language): string {
  const view: View = {
    numbers: numberFormat(language),
    say: (id, en) => (language === 'id' ? id : en),
  };
  const reason = evaluation.not_assessed?.text[language];
  return [
    ...truthLines(evaluation, view),
    ...tierLines(evaluation, view),
    ...thresholdLines(evaluation, view),
    ...gradeLines(evaluation, view),
    ...errorKindLines(evaluation, view),
    ...trapLines(evaluation, view),
    ...calibrationLines(
      view.say('Kalibrasi pasangan terbit', 'Calibration of the published pairs'),
      evaluation.calibration,
      view,
    ),
    ...(evaluation.candidate_calibration === null
      ? []
      : calibrationLines(
          view.say('Kalibrasi semua calon pasangan', 'Calibration of all candidate pairs'),
          evaluation.candidate_calibration,
          view,
        )),
    ...(evaluation.blocking === null ? [] : blockingLines(evaluation.blocking, language, view)),
    ...(evaluation.wrongful_flags === null ? [] : wrongfulFlagLines(evaluation.wrongful_flags, view)),
    ...(reason === undefined
      ? []
      : [
          '',
          ...wrap(
            view.say(
              `Tidak dinilai: temuan aturan blok, kalibrasi calon pasangan, pemilih yang salah ditandai. Sebab: ${reason}.`,
              `Not assessed: blocking, calibration of candidates, wrongly flagged voters. Because: ${reason}.`,
            ),
            MAX_WIDTH,
          ),
        ]),
  ].join('\n');
}

function truthLines({ run_id, truth }: Evaluation, { say, numbers: { count } }: View): string[] {
  const left: [string, number | null][] = [
    [say('baris kunci jawaban', 'rows of the truth'), truth.rows],
    [say('tanpa dpid atau orang, dilewati', 'without dpid or person, left out'), truth.rows_incomplete],
    [say('dpid berulang, dilewati', 'of a repeated dpid, left out'), truth.rows_of_repeated_dpid],
    [say('tidak menemukan pemilih, dilewati', 'that found no voter, left out'), truth.rows_without_voter],
    [say('orang', 'persons'), truth.persons],
    [say('pasangan sebenarnya', 'true pairs'), truth.true_pairs],
    [say('pasangan terbit', 'published pairs'), truth.published_pairs],
    [
      say('di antaranya di luar kunci jawaban', 'of them outside the truth'),
      truth.published_pairs_outside_truth,
    ],
  ];
  return [
    say(`Proses ${run_id} dibandingkan dengan kunci jawaban`, `Run ${run_id} against the truth`),
    table(
      [{ title: '' }, { title: '', align: 'right' }],
      left.map(([name, value]) => [name, value === null ? '–' : count(value)]),
      { indent: '  ', header: false },
    ),
  ];
}
