import { errorCode } from '../model/errors.ts';
import type { Text } from '../model/text.ts';

/** Failures that are nobody's mistake in the config or the input, told by what the machine says; the first that fits. */
const KNOWN: readonly { readonly says: RegExp; readonly text: Text }[] = [
  {
    says: /ENOSPC|EDQUOT|EFBIG|no space left on device|quota exceeded|file too large|max_temp_directory_size/i,
    text: {
      id: 'Ruang disk habis (atau batas ukuran berkas tercapai). Kosongkan sebagian disk folder keluaran, atau sebutkan folder di disk lain dengan --out, lalu jalankan lagi. Kebutuhan ruang: sisir run --dry-run',
      en: 'The disk is full (or a limit of file size was reached). Free space on the disk of the output folder, or name a folder on another disk with --out, and run again. Space that is needed: sisir run --dry-run',
    },
  },
  {
    says: /^Out of Memory Error|ERR_WORKER_OUT_OF_MEMORY|std::bad_alloc|cannot allocate memory/i,
    text: {
      id: 'Memori tidak cukup. Beri lebih banyak dengan --memory (bila komputernya punya), kurangi --threads, atau sisir lebih sedikit berkas sekaligus.',
      en: 'There is not enough memory. Give more with --memory (where the machine has it), lower --threads, or comb fewer files at a time.',
    },
  },
  {
    says: /EROFS|EACCES|EPERM|read-only file system|permission denied/i,
    text: {
      id: 'Sebuah berkas atau folder tidak dapat ditulis atau dibaca selama proses berjalan. Periksa izin dan disk folder keluaran, lalu jalankan lagi.',
      en: 'A file or folder could not be written or read while the run went on. Check the permissions and the disk of the output folder, then run again.',
    },
  },
  {
    says: /EIO|input\/output error/i,
    text: {
      id: 'Disk gagal membaca atau menulis. Periksa disk dan sambungan jaringannya, lalu jalankan lagi.',
      en: 'The disk failed to read or write. Check the disk and its network connection, then run again.',
    },
  },
];

/** What a person can do about a failure of the machine; undefined for any other failure. */
export function knownFailure(error: Error): Text | undefined {
  const said = `${error.message} ${errorCode(error)}`;
  return KNOWN.find(({ says }) => says.test(said))?.text;
}
