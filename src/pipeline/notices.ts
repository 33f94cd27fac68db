import type { StaleLock } from '../engine/lock.ts';
import type { Text } from '../model/text.ts';

const STALE_REASONS = {
  'process-gone': { id: 'prosesnya sudah tidak ada', en: 'its process is gone' },
  'machine-restarted': { id: 'komputer sudah dinyalakan ulang', en: 'the machine was restarted' },
  unreadable: { id: 'isinya tidak terbaca', en: 'it cannot be read' },
} as const satisfies Record<StaleLock['reason'], Text>;

function listed(parts: readonly Text[]): Text {
  return { id: parts.map(({ id }) => id).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

/** What a run tells of earlier runs in its output folder. */
export const NOTICES = {
  staleLock({ reason, holder }: StaleLock): Text {
    const why = STALE_REASONS[reason];
    const of =
      holder === undefined
        ? { id: '', en: '' }
        : {
            id: ` milik proses ${holder.pid} di ${holder.host}, sejak ${holder.since}`,
            en: ` of process ${holder.pid} on ${holder.host}, since ${holder.since}`,
          };
    return {
      id: `Kunci lama${of.id} diambil alih: ${why.id}.`,
      en: `The old lock${of.en} was taken over: ${why.en}.`,
    };
  },
  removed(runId: string, names: readonly string[]): Text {
    return {
      id: `Proses ${runId} tidak selesai; sisanya dihapus: ${names.join(', ')}.`,
      en: `The run ${runId} did not end; what it left was removed: ${names.join(', ')}.`,
    };
  },
  publicationFinished(runId: string): Text {
    return {
      id: `Proses ${runId} sudah terbit tetapi terhenti sebelum latest menunjuk kepadanya; kini sudah.`,
      en: `The run ${runId} was published but stopped before latest pointed to it; now it does.`,
    };
  },
  nothingToResume(): Text {
    return {
      id: 'Tidak ada proses terputus yang dapat dilanjutkan; mulai dari awal.',
      en: 'There is no broken run to go on from; starting from the beginning.',
    };
  },
  changed(runId: string, changes: readonly Text[]): Text {
    const { id, en } = listed(changes);
    return {
      id: `Proses ${runId} tidak dapat dilanjutkan, karena berubah: ${id}. Mulai dari awal.`,
      en: `The run ${runId} cannot go on, since these changed: ${en}. Starting from the beginning.`,
    };
  },
  damaged(runId: string): Text {
    return {
      id: `Tabel yang disimpan proses ${runId} rusak atau belum lengkap; mulai dari awal.`,
      en: `The tables that the run ${runId} kept are damaged or not complete; starting from the beginning.`,
    };
  },
  resumed(runId: string, stage: string): Text {
    return {
      id: `Melanjutkan proses ${runId} setelah tahap ${stage}.`,
      en: `Going on with the run ${runId} after the stage ${stage}.`,
    };
  },
  clockBehind(runId: string): Text {
    return {
      id: `Jam komputer lebih awal daripada proses sebelumnya. Nomor proses ini ${runId} agar tetap berurutan; periksa jamnya.`,
      en: `The clock shows an earlier time than the last run's. This run is numbered ${runId} to stay in order; check the clock.`,
    };
  },
  noLatest(runId: string): Text {
    return {
      id: `Sistem berkas ini tidak mengenal tautan: latest tidak dapat diperbarui. Hasilnya ada di ${runId}.`,
      en: `This file system knows no links: latest could not be set. The result is in ${runId}.`,
    };
  },
} as const;
