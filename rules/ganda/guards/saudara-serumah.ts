import type { Guard } from '../../../src/model/ganda.ts';
import { CARD, OTHER_CARD } from '../example-rows.ts';
import { SAME_ADDRESS, SAME_NKK } from '../similarity.ts';
import { NAMES_NEAR } from '../two-names.ts';

/** What is seen of the NIK does not say that the dates are one: close serials, or a masked NIK that shows it, would. */
const NIK_SILENT = "list_contains(['tidak-dinilai', 'wilayah-terlihat-sama', 'beda'], level_nik)";

const guard: Guard = {
  id: 'saudara-serumah',
  title: { id: 'bersaudara serumah', en: 'brothers or sisters in one house' },
  reason: {
    id: 'Serumah, nama mirip tetapi tidak sama, tanggal lahir lain pada satu bagian, pada dua angka, atau terpaut paling banyak setahun, dan NIK tidak bicara tentang tanggal itu: begitulah saudara (HERI dan HERU) yang lahir pada hari atau bulan yang sama. Agar satu orang, nama dan tanggal harus salah kedua-duanya. Bobot −20 mengambil kembali yang diberikan NKK atau alamat, agar petugas yang memutuskan.',
    en: 'One house, names alike but not equal, birth dates that differ in one part or in two digits, or are a year apart at most, and NIK that say nothing of those dates: so it is with brothers or sisters (HERI and HERU) born on one day or in one month. To be one person, name and date must both be wrong. The weight of −20 takes back what NKK or address have given, so that an officer decides.',
  },
  needs: ['nama', 'tanggal_lahir', 'nik'],
  when: `(${SAME_NKK} OR (${SAME_ADDRESS}))
  AND list_contains(['hari-beda', 'bulan-beda', 'tahun-beda', 'tahun-jauh', 'dua-angka-beda', 'setahun'], level_tanggal_lahir)
  AND ${NAMES_NEAR}
  AND ${NIK_SILENT}`,
  weight: -20,
  examples: {
    fires: [
      {
        a: { ...CARD, nama: 'HERI FIRMANSYAH', tanggal_lahir: '01|03|1999', nik: '' },
        b: { ...CARD, nama: 'HERU FIRMANSYAH', tanggal_lahir: '01|03|2000', nik: '' },
      },
      {
        a: { ...CARD, nama: 'TINI JULIANTI', tanggal_lahir: '14|01|2004', nik: '3315055401******' },
        b: { ...CARD, nama: 'TINA JULIANTI', tanggal_lahir: '14|01|2000', nik: '3315055401******' },
        because: { id: 'tahun pada NIK tersamar', en: 'the year is masked in both NIK' },
      },
    ],
    silent: [
      {
        a: { ...CARD, nama: 'HERI FIRMANSYAH', tanggal_lahir: '01|03|1999', nik: '3319010103990002' },
        b: { ...CARD, nama: 'HERU FIRMANSYAH', tanggal_lahir: '01|03|2000', nik: '3319010103990002' },
        because: { id: 'NIK sama', en: 'equal NIK' },
      },
      {
        a: { ...CARD, nama: 'HERI FIRMANSYAH', tanggal_lahir: '01|03|1999', nik: '' },
        b: { ...CARD, nama: 'HERI FIRMANSYAH', tanggal_lahir: '01|03|2000', nik: '' },
        because: { id: 'nama sama: hanya tahun yang salah', en: 'equal names: only the year is wrong' },
      },
      {
        a: { ...CARD, nama: 'HERI FIRMANSYAH', tanggal_lahir: '01|03|1999', nik: '' },
        b: { ...OTHER_CARD, nama: 'HERU FIRMANSYAH', tanggal_lahir: '01|03|2000', nik: '' },
        because: { id: 'tidak serumah', en: 'not in one house' },
      },
    ],
  },
};

export default guard;
