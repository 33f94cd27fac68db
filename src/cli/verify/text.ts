import type { Language, Text } from '../../model/text.ts';
import type { Checked, Verification } from './index.ts';

const VERDICTS = {
  holds: { mark: '✔', word: { id: 'benar', en: 'holds' } },
  broken: { mark: '✘', word: { id: 'SALAH', en: 'BROKEN' } },
  'not-checked': { mark: '–', word: { id: 'tidak diperiksa', en: 'not checked' } },
} as const satisfies Record<Checked['verdict'], { mark: string; word: Text }>;

function line({ verdict, title, faults, faults_total }: Checked, language: Language): string[] {
  const { mark, word } = VERDICTS[verdict];
  const rest = faults_total - faults.length;
  return [
    `${mark} ${title[language]}${verdict === 'holds' ? '' : ` (${word[language]})`}`,
    ...faults.map((fault) => `    ${fault[language]}`),
    ...(rest > 0 ? [language === 'id' ? `    … dan ${rest} lagi` : `    … and ${rest} more`] : []),
  ];
}

/** The verification for a person: the verdict first, then each check. */
export function verificationText(
  { run_id, whole, pruned, checks }: Verification,
  language: Language,
): string {
  const say = (text: Text) => text[language];
  const broken = checks.filter(({ verdict }) => verdict === 'broken').length;
  const head = whole
    ? say({
        id: `Hasil proses ${run_id} utuh: ${checks.length} pemeriksaan, tidak ada yang salah.`,
        en: `The run ${run_id} is whole: ${checks.length} checks, none of them broken.`,
      })
    : say({
        id: `Hasil proses ${run_id} TIDAK utuh: ${broken} dari ${checks.length} pemeriksaan salah. Jangan dipakai; jalankan lagi: sisir run`,
        en: `The run ${run_id} is NOT whole: ${broken} of ${checks.length} checks are broken. Do not use it; run again: sisir run`,
      });
  const note =
    pruned.length === 0
      ? []
      : [
          say({
            id: `${pruned.length} berkas sudah dihapus menurut masa simpan; yang bergantung padanya tidak diperiksa.`,
            en: `${pruned.length} files were removed by retention; what rests on them is not checked.`,
          }),
        ];
  return [head, ...note, '', ...checks.flatMap((checked) => line(checked, language))].join('\n');
}
