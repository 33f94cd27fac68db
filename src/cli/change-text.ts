import type { Status } from '../model/change-tables.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';
import { WATCHED } from '../model/watched.ts';
import { REFERENCE_DATE_NAME, versionTitle } from '../pipeline/versions.ts';
import type { View } from './summary-tables.ts';
import { MAX_WIDTH, wrap } from './table.ts';

/** Most anomalies that are named one by one. */
const MOST_NAMED = 10;

const STATUS_WORDS: Readonly<Record<Status, Text>> = {
  new: { id: 'baru', en: 'new' },
  reopened: { id: 'muncul lagi', en: 'back again' },
  resolved: { id: 'selesai', en: 'resolved' },
  persisting: { id: 'masih ada', en: 'persisting' },
  not_seen: { id: 'tidak terlihat', en: 'not seen' },
  first: { id: 'tanpa pembanding', en: 'with nothing to compare with' },
};
/** Always told, also when there are none. */
const ALWAYS: readonly Status[] = ['new', 'resolved', 'persisting'];

const NOT_COMPARED: Readonly<Record<string, Text>> = {
  none: {
    id: 'Proses pertama di folder ini: belum ada pembanding.',
    en: 'The first run of this folder: there is nothing to compare it with yet.',
  },
  'manifest-unreadable': {
    id: 'Proses sebelumnya (latest) tidak punya manifest Sisir yang terbaca, jadi proses ini tanpa pembanding.',
    en: 'The previous run (latest) has no readable manifest of Sisir, so this run is compared with none.',
  },
  'made-without-history': {
    id: 'Proses sebelumnya dibuat oleh versi Sisir yang belum menyimpan riwayat, jadi proses ini tanpa pembanding.',
    en: 'The previous run was made by a version of Sisir that kept no history, so this run is compared with none.',
  },
  'tables-encrypted': {
    id: 'Tabel proses sebelumnya terenkripsi dengan kunci lain daripada privacy.encrypt.key_file dalam konfigurasi, jadi proses ini tanpa pembanding.',
    en: 'Tables of the previous run are encrypted with another key than privacy.encrypt.key_file of the config, so this run is compared with none.',
  },
  'tables-damaged': {
    id: 'Tabel proses sebelumnya hilang atau tidak lagi seperti saat terbit, jadi proses ini tanpa pembanding. Periksa dengan: sisir verify',
    en: 'Tables of the previous run are missing or not as they were published, so this run is compared with none. Check with: sisir verify',
  },
};

function statusLine(counts: Readonly<Record<Status, number>>, { say, numbers }: View): string {
  const told = (Object.keys(STATUS_WORDS) as Status[]).filter(
    (status) => ALWAYS.includes(status) || counts[status] > 0,
  );
  return told
    .map(
      (status) => `${numbers.count(counts[status])} ${say(STATUS_WORDS[status].id, STATUS_WORDS[status].en)}`,
    )
    .join(', ');
}

function voterLine(
  voters: NonNullable<Manifest['change']['voters']>,
  { say, numbers: { count } }: View,
): string {
  const told: [number, string][] = [
    [voters.baru, say('baru', 'new')],
    [voters.hilang, say('hilang', 'gone')],
    [voters.berubah, say('berubah', 'changed')],
    [voters.tetap, say('tetap', 'unchanged')],
    [voters.tidak_terlihat, say('tidak terlihat', 'not seen')],
    [voters.pertama, say('tanpa pembanding', 'with nothing to compare with')],
  ];
  return told
    .filter(([found], index) => index < 4 || found > 0)
    .map(([found, word]) => `${count(found)} ${word}`)
    .join(', ');
}

/** What differs beside the rolls, but for the reference date, which changes every night. */
function differing(names: readonly string[], { say }: View): string {
  return names
    .filter((name) => name !== REFERENCE_DATE_NAME)
    .map(versionTitle)
    .map(({ id, en }) => say(id, en))
    .join(', ');
}

/** What changed since the run that this one was compared with, in a short paragraph. */
export function changeLines({ change }: Pick<Manifest, 'change'>, view: View): string[] {
  const { say } = view;
  const { previous_run, not_compared, silent, differs } = change;
  const lines: string[] = [];
  if (previous_run === null) {
    const reason = NOT_COMPARED[not_compared ?? 'none'] ?? NOT_COMPARED['none'];
    lines.push(say(reason?.id ?? '', reason?.en ?? ''));
  } else {
    lines.push(
      `${say('Temuan', 'Findings')}: ${statusLine(change.findings, view)}.`,
      `${say('Pasangan', 'Pairs')}: ${statusLine(change.pairs, view)}.`,
    );
    if (change.voters !== null) lines.push(`${say('Pemilih', 'Voters')}: ${voterLine(change.voters, view)}.`);
  }
  if (silent.length > 0) {
    const named = silent
      .map(({ kode_satker, last_seen }) => `${kode_satker} (${say('terakhir', 'last')} ${last_seen})`)
      .join(', ');
    lines.push(
      say(
        `Tidak mengirim: satker ${named}. Temuannya tidak dianggap selesai.`,
        `Nothing came from satker ${named}. Their findings do not count as resolved.`,
      ),
    );
  }
  const differences = differing(differs, view);
  if (differences !== '')
    lines.push(
      say(
        `Berbeda dari proses itu: ${differences}. Perubahan di atas tidak seluruhnya berasal dari data.`,
        `Not as in that run: ${differences}. The change above does not come from the data alone.`,
      ),
    );
  const title =
    previous_run === null
      ? say('Perubahan', 'Change')
      : say(`Perubahan sejak ${previous_run}`, `Change since ${previous_run}`);
  return ['', title, ...lines.flatMap((line) => wrap(line, MAX_WIDTH - 2)).map((line) => `  ${line}`)];
}

/** Counts that jump beyond what earlier runs explain, the farthest first. */
export function anomalyLines({ anomalies }: Pick<Manifest, 'anomalies'>, { say, numbers }: View): string[] {
  if (anomalies.length === 0) return [];
  const named = anomalies.slice(0, MOST_NAMED).map((anomaly) => {
    const title = WATCHED.find(({ measure }) => measure === anomaly.measure)?.title;
    const what = [say(title?.id ?? anomaly.measure, title?.en ?? anomaly.measure), anomaly.item ?? '']
      .join(' ')
      .trim();
    const where = anomaly.kode_kabupaten ?? say('seluruh daftar', 'whole roll');
    const usual = numbers.decimal(anomaly.median, Number.isInteger(anomaly.median) ? 0 : 1);
    return say(
      `${anomaly.name}: ${what}, ${where}: ${numbers.count(anomaly.value)}, biasanya ${usual} (${anomaly.runs} proses).`,
      `${anomaly.name}: ${what}, ${where}: ${numbers.count(anomaly.value)}, usually ${usual} (${anomaly.runs} runs).`,
    );
  });
  const more = anomalies.length - named.length;
  if (more > 0)
    named.push(
      say(
        `dan ${numbers.count(more)} lagi di change/anomalies.csv`,
        `and ${numbers.count(more)} more in change/anomalies.csv`,
      ),
    );
  return [
    '',
    say('Anomali: angka yang melompat', 'Anomalies: counts that jump'),
    ...named.flatMap((line) => wrap(line, MAX_WIDTH - 2)).map((line) => `  ${line}`),
  ];
}
