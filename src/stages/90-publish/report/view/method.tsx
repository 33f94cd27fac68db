import type { VNode } from 'preact';
import { isPersonal } from '../../../../model/audit.ts';
import type { Text } from '../../../../model/text.ts';
import type { Report } from '../data/report.ts';
import { both } from '../texts.ts';
import { T, usePage } from './page.tsx';
import { fileHref } from './parts.tsx';
import { ruleTitle } from './rules.tsx';
import { type RichCell, Table } from './table.tsx';

const TEXTS = {
  proposal: {
    id: 'Isi laporan ini usulan, bukan keputusan. Tidak ada baris yang diubah atau dihapus; yang memutuskan petugas, setelah pemilih dan dokumennya dilihat.',
    en: 'This report proposes, it does not decide. No row is changed or removed; officers decide, after the voter and the documents were seen.',
  },
  severities: {
    id: 'error harus diperbaiki; warning perlu diperiksa di lapangan; info lazim dan hanya dihitung. Seorang pemilih perlu diperiksa bila punya temuan error atau warning, atau diduga ganda.',
    en: 'error must be fixed; warning is to be verified in the field; info is usual and counted only. A voter is to be checked who has an error or warning finding or may be recorded twice.',
  },
  grades: {
    id: 'K1: NIK, NKK, dan nama sama. K2: NIK dan nama sama. K3: NIK sama saja; bila namanya berbeda, itu dua orang dengan satu NIK dan urusan Disdukcapil. mirip: NIK berbeda, salah, atau kosong; dinilai dengan peluang.',
    en: 'K1: NIK, NKK and name equal. K2: NIK and name. K3: NIK only; where the names differ, two people share a NIK, a case for Dukcapil. mirip: NIK different, wrong or missing; judged by probability.',
  },
  funnel: {
    id: 'Kedudukan satker: angkanya dibandingkan dengan angka bersama, di antara batas yang wajar bagi banyaknya pemilih (funnel plot, Spiegelhalter 2005; arcsine, Anscombe 1948). Bila satker memang berbeda-beda melebihi kebetulan, batas dilebarkan bagi semua. Angka disusutkan: ditarik ke angka bersama, makin kecil wilayahnya makin kuat (Marshall 1991).',
    en: 'Position of a satker: its rate against the common rate, within the limits that its number of voters would show (funnel plot, Spiegelhalter 2005; arcsine, Anscombe 1948). Where satker as a whole differ more than by chance, the limits are widened for all. Shrunken rate: drawn towards the common rate, the more so the smaller the area (Marshall 1991).',
  },
  chance: {
    id: 'Kebetulan: banyaknya pasangan bernama dan bertanggal lahir sama bila semua baris orang yang berbeda (McDonald dan Levitt 2008).',
    en: 'Chance: how many pairs would share name and birth date were all rows different people (McDonald and Levitt 2008).',
  },
  accuracy: {
    id: 'Ketepatan diukur pada daftar buatan yang kunci jawabannya diketahui, bukan pada daftar ini; lihat bench/quality.md dalam Sisir.',
    en: 'Accuracy was measured on made-up rolls of which the truth is known, not on this one; see bench/quality.md of Sisir.',
  },
  privacy: {
    id: 'Tidak ada NIK, nama, atau alamat pemilih dalam halaman ini. Folder rejects dan worklists memuat data pribadi: simpan di dalam kantor.',
    en: 'No NIK, name or address of a voter is in these pages. The folders rejects and worklists hold personal data: keep them inside the office.',
  },
  all: { id: 'Semua aturan dapat dinilai.', en: 'Every rule could be assessed.' },
  files: { id: 'Semua berkas hasil', en: 'All files of the run' },
  file: { id: 'Berkas', en: 'File' },
  rows: { id: 'Baris', en: 'Rows' },
  bytes: { id: 'Ukuran (byte)', en: 'Size (bytes)' },
  hash: { id: 'SHA-256 (16 digit pertama)', en: 'SHA-256 (first 16 digits)' },
  personal: { id: 'data pribadi', en: 'personal data' },
} as const satisfies Readonly<Record<string, Text>>;

function thresholdsText({ run }: Report): Text | undefined {
  const { thresholds } = run.parameters;
  if (typeof thresholds !== 'object' || thresholds === null) return undefined;
  const entries = Object.entries(thresholds).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return both(
    (n) =>
      `Keyakinan menurut peluang satu orang: ${entries.map(([tier, from]) => `${tier} dari ${n.decimal(from, 2)}`).join(', ')}; pasti hanya tanpa pelindung (kembar, ayah dan anak, senama serumah).`,
    (n) =>
      `Tiers by the probability of one person: ${entries.map(([tier, from]) => `${tier} from ${n.decimal(from, 2)}`).join(', ')}; pasti only without a guard (twins, father and son, namesakes of one house).`,
  );
}

function rowsText({ run }: Report): Text {
  const { read, accepted, rejected } = run.rows;
  return both(
    (n) =>
      `${n.count(read)} baris dibaca dari ${n.count(run.inputs.length)} berkas: ${n.count(accepted)} diterima, ${n.count(rejected)} ditolak dan tersimpan dengan alasannya.${run.skipped_inputs.length === 0 ? '' : ` ${n.count(run.skipped_inputs.length)} berkas dilewati karena tidak terbaca.`}`,
    (n) =>
      `${n.count(read)} rows were read from ${n.count(run.inputs.length)} files: ${n.count(accepted)} accepted, ${n.count(rejected)} rejected and kept with the reason.${run.skipped_inputs.length === 0 ? '' : ` ${n.count(run.skipped_inputs.length)} files were left out since they could not be read.`}`,
  );
}

function notAssessedText(report: Report): Text {
  const { not_assessed } = report.run.data_invalid;
  if (not_assessed.length === 0) return TEXTS.all;
  const titles = not_assessed.map((id) => ruleTitle(report, id));
  return {
    id: `Tidak dinilai, karena kolomnya tidak ada dalam masukan: ${titles.map(({ id }) => id).join('; ')}.`,
    en: `Not assessed, since the input lacks the columns: ${titles.map(({ en }) => en).join('; ')}.`,
  };
}

export function Method({ report }: { report: Report }): VNode {
  const thresholds = thresholdsText(report);
  const points = [
    TEXTS.proposal,
    rowsText(report),
    notAssessedText(report),
    TEXTS.severities,
    TEXTS.grades,
    ...(thresholds === undefined ? [] : [thresholds]),
    TEXTS.funnel,
    TEXTS.chance,
    TEXTS.accuracy,
    TEXTS.privacy,
  ];
  return (
    <ul class="points">
      {points.map((text) => (
        <li>
          <T text={text} />
        </li>
      ))}
    </ul>
  );
}

/** Every file of the run with its rows and checksum; `isShown` narrows them down. */
export function FileTable({
  report,
  isShown,
}: {
  report: Report;
  isShown: (path: string) => boolean;
}): VNode {
  const { base } = usePage();
  const files = report.run.outputs.filter(({ path }) => !path.startsWith('report/') && isShown(path));
  const link = (path: string): RichCell => ({
    sortBy: path,
    show: (
      <>
        <a href={fileHref(base, path)}>
          <bdi>{path}</bdi>
        </a>
        {isPersonal(path) ? (
          <>
            {' '}
            <span class="badge personal">
              <T text={TEXTS.personal} />
            </span>
          </>
        ) : null}
      </>
    ),
  });
  return (
    <details class="as-table">
      <summary>
        <T text={TEXTS.files} />
      </summary>
      <Table
        isSortable
        caption={TEXTS.files}
        columns={[
          { title: TEXTS.file },
          { title: TEXTS.rows, digits: 0 },
          { title: TEXTS.bytes, digits: 0 },
          { title: TEXTS.hash },
        ]}
        rows={files.map(({ path, rows, bytes, sha256 }) => [
          link(path),
          rows,
          bytes,
          { show: <code title={sha256}>{sha256.slice(0, 16)}</code>, sortBy: sha256 },
        ])}
      />
    </details>
  );
}
