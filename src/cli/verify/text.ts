import type { Language, Text } from '../../model/text.ts';
import type { Checked, Verification } from './index.ts';

const VERDICTS = {
  holds: { mark: '✔', word: { id: 'benar', en: 'holds' } },
  partly: { mark: '✔', word: { id: 'sejauh dapat dibaca', en: 'as far as it can be read' } },
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
  { run_id, whole, pruned, not_opened, checks }: Verification,
  language: Language,
): string {
  const say = (text: Text) => text[language];
  const count = (verdict: Checked['verdict']) =>
    checks.filter((checked) => checked.verdict === verdict).length;
  const unknown = count('not-checked');
  const head = whole
    ? say({
        id: `Hasil proses ${run_id} utuh: ${checks.length - unknown} pemeriksaan, tidak ada yang salah.`,
        en: `The run ${run_id} is whole: ${checks.length - unknown} checks, none of them broken.`,
      })
    : say({
        id: `Hasil proses ${run_id} TIDAK utuh: ${count('broken')} dari ${checks.length} pemeriksaan salah. Jangan dipakai; jalankan lagi: sisir run`,
        en: `The run ${run_id} is NOT whole: ${count('broken')} of ${checks.length} checks are broken. Do not use it; run again: sisir run`,
      });
  const notes = [
    unknown > 0 &&
      say({
        id: `${unknown} pemeriksaan lain tidak dapat dilakukan; lihat yang bertanda –.`,
        en: `${unknown} other checks could not be made; see those marked –.`,
      }),
    not_opened.length > 0 &&
      say({
        id: `${not_opened.length} berkas terenkripsi dan tidak dibuka: ukuran dan SHA-256-nya diperiksa, isinya belum. Periksa semuanya dengan: sisir verify PROSES --key-file BERKAS`,
        en: `${not_opened.length} files are encrypted and were not opened: their size and SHA-256 are checked, their content is not. Check it all with: sisir verify RUN --key-file FILE`,
      }),
    pruned.length > 0 &&
      say({
        id: `${pruned.length} berkas sudah dihapus menurut masa simpan; yang bergantung padanya tidak diperiksa.`,
        en: `${pruned.length} files were removed by retention; what rests on them is not checked.`,
      }),
  ].filter((note) => note !== false);
  return [head, ...notes, '', ...checks.flatMap((checked) => line(checked, language))].join('\n');
}
