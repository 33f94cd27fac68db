import { groupRule } from '../../src/model/rule.ts';

export default groupRule({
  id: 'nik-digit-akhir-tidak-wajar',
  title: { id: 'Sebaran digit akhir NIK tidak wajar', en: 'Unlikely last digits of the NIK in a file' },
  rationale: {
    id: 'Nomor urut NIK kecil-kecil, sehingga digit 1 dan 2 banyak dan digit 0 paling banyak sekitar sepersepuluh. Bila lebih dari seperempat NIK dalam berkas berakhir 0, atau tidak satu pun dari 5.000 NIK berakhir 0, kolom NIK mungkin rusak saat ekspor.',
    en: "NIK serials are small, so last digits 1 and 2 are frequent and 0 is about a tenth at most. Where more than a quarter of a file's NIK end in 0, or none of 5,000, an export has perhaps damaged the column.",
  },
  remedy: {
    id: 'Pengirim berkas mengekspor ulang dari Sidalih dengan kolom NIK bertipe teks, lalu membandingkan beberapa baris dengan KTP-el.',
    en: 'The sender exports the file again from Sidalih with the NIK column as text, then compares a few rows with identity cards.',
  },
  dimension: 'plausibility',
  severity: 'warning',
  field: 'nik',
  reads: ['file_id', 'nik_number'],
  where: 'nik_number IS NOT NULL',
  groupBy: ['file_id'],
  measures: { niks: 'count(*)', ending_in_zero: 'count(*) FILTER (WHERE nik_number % 10 = 0)' },
  violatedWhen: '(niks >= 500 AND ending_in_zero * 4 > niks) OR (niks >= 5000 AND ending_in_zero = 0)',
  reports: 'group',
  shows: "(100 * ending_in_zero // niks)::VARCHAR || ' % / ' || niks::VARCHAR",
  examples: {
    fails: [
      {
        rows: Array.from({ length: 500 }, (_, index) => ({
          nik: String(3319010101900010n + BigInt(index) * 10n),
        })),
        because: { id: 'semua NIK berakhir 0', en: 'all NIK end in 0' },
      },
      {
        rows: Array.from({ length: 600 }, (_, index) => ({
          nik: String(3319010101900000n + BigInt(index % 3 === 0 ? index * 10 : index * 10 + 1)),
        })),
        because: {
          id: 'sepertiga NIK berakhir 0, lebih dari seperempat',
          en: 'a third of the NIK end in 0, more than a quarter',
        },
      },
    ],
    passes: [
      {
        rows: Array.from({ length: 500 }, (_, index) => ({ nik: String(3319010101900001n + BigInt(index)) })),
        because: {
          id: 'sepersepuluh NIK berakhir 0, masih wajar',
          en: 'a tenth of the NIK end in 0, which is normal',
        },
      },
      {
        rows: Array.from({ length: 499 }, (_, index) => ({
          nik: String(3319010101900010n + BigInt(index) * 10n),
        })),
        because: {
          id: 'kurang dari 500 NIK belum dapat dinilai',
          en: 'fewer than 500 NIK cannot be judged yet',
        },
      },
      {
        rows: Array.from({ length: 600 }, (_, index) => ({
          nik: String(3319010101900001n + BigInt(index % 4)),
        })),
        because: {
          id: 'tidak satu pun berakhir 0, tetapi NIK dalam berkas belum mencapai 5.000',
          en: 'none ends in 0, but the file holds fewer than 5,000 NIK',
        },
      },
    ],
  },
});
