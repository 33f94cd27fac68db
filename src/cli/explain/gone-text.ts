import type { Language } from '../../model/text.ts';
import type { View } from '../summary-tables.ts';
import { MAX_WIDTH, wrap } from '../table.ts';
import { decisionLines } from './decision-text.ts';
import type { GoneExplanation } from './explanation.ts';
import { groupLines } from './list-text.ts';

/** A key that is in no table of the run, and what officers decided of it. */
export function goneText(gone: GoneExplanation, language: Language, view: View): string[] {
  const { say } = view;
  return [
    ...wrap(headText(gone, view), MAX_WIDTH),
    ...wrap(reasonText(gone, view), MAX_WIDTH),
    ...decisionLines(gone, language, view),
    ...groupLines(gone.groups, language, view),
    ...(gone.subject === 'finding' || gone.groups.length > 0
      ? []
      : [
          '',
          say(
            'Tidak satu pun barisnya ada dalam kelompok Data Ganda proses ini.',
            'None of its rows is in a Data Ganda group of this run.',
          ),
        ]),
  ];
}

function headText({ subject, key, voter_keys }: GoneExplanation, { say }: View): string {
  const rows = voter_keys.length === 0 ? '' : `: ${voter_keys.join(', ')}`;
  switch (subject) {
    case 'pair':
      return say(`Pasangan ${key}${rows}`, `Pair ${key}${rows}`);
    case 'group':
      return say(`Kelompok ${key}${rows}`, `Group ${key}${rows}`);
    default:
      return say(`Temuan ${key}${rows}`, `Finding ${key}${rows}`);
  }
}

function reasonText({ subject, removed_by_decision }: GoneExplanation, { say }: View): string {
  if (removed_by_decision) {
    return subject === 'pair'
      ? say(
          'Tidak dilaporkan dalam proses ini karena keputusan petugas: kedua barisnya dua orang. Dilaporkan lagi bila isi salah satunya berubah atau keputusannya ditarik.',
          'Not reported in this run because officers decided so: its rows are two people. It is reported again when either row changes or the decision is withdrawn.',
        )
      : say(
          'Tidak ada lagi dalam proses ini karena keputusan petugas: ada pasangannya yang diputuskan dua orang. Baris yang masih berpasangan ada dalam kelompok lain, di bawah ini.',
          'No longer in this run because officers decided so: pairs of it are two people. Rows that still have a pair are in another group, below.',
        );
  }
  return say(
    'Tidak ada dalam hasil proses ini, dan bukan karena keputusan petugas: keputusan di bawah ini tidak mengeluarkannya dari proses ini. Daftar, aturan, atau modelnya lain daripada ketika itu ditanyakan.',
    'Not in this run, and not because of a decision: those below did not take it out of this run. The roll, the rules or the model differ from when it was asked about.',
  );
}
