import type { Guard } from '../../../src/model/ganda.ts';
import { DESA } from '../example-rows.ts';
import { nikText } from '../similarity.ts';

/** Birth date and sex as a NIK has them: day, 40 more for women, month and year. */
function ownDate(row: 'a' | 'b'): string {
  return `(lpad(CAST(day(${row}.birth_date) + CASE WHEN ${row}.sex = 'P' THEN 40 ELSE 0 END AS VARCHAR), 2, '0')
    || strftime(${row}.birth_date, '%m%y'))`;
}

/** The same digits of the NIK, as a pattern where some are masked. A serial of 0000 was never issued. */
function shownDate(row: 'a' | 'b'): string {
  return `substr(CASE WHEN ${row}.nik_number % 10000 <> 0 THEN ${nikText(row)} ELSE ${row}.nik_pattern END, 7, 6)`;
}

const guard: Guard = {
  id: 'dua-identitas-lengkap',
  title: { id: 'dua identitas lengkap', en: 'two complete identities' },
  reason: {
    id: 'Kedua NIK, lengkap atau sejauh terlihat, cocok dengan tanggal lahir dan jenis kelamin barisnya sendiri dan tidak cocok dengan yang lain: satu salah ketik tidak mengubah keduanya dengan serasi. NIK yang berdekatan pun wajar di sini, sebab tanggalnya berdekatan dan nomor urut sering 0001; bobot −20 mengambil kembali yang diberikannya.',
    en: 'Both NIK, whole or as far as they can be seen, agree with their own row’s birth date and sex and not with the other’s: one slip does not change NIK and column in harmony. Even close NIK are natural here, as the dates are close and the serial is often 0001; the weight of −20 takes back what they have given.',
  },
  needs: ['tanggal_lahir'],
  when: `(NOT list_contains(['sama', 'tidak-dinilai'], level_tanggal_lahir) OR a.sex <> b.sex)
  AND ${ownDate('a')} LIKE ${shownDate('a')}
  AND ${ownDate('b')} LIKE ${shownDate('b')}
  AND ${ownDate('a')} NOT LIKE ${shownDate('b')}
  AND ${ownDate('b')} NOT LIKE ${shownDate('a')}`,
  weight: -20,
  examples: {
    fires: [
      {
        a: {
          ...DESA,
          nama: 'SLAMET',
          tanggal_lahir: '12|06|1960',
          jenis_kelamin: 'L',
          nik: '3319011206600001',
        },
        b: {
          ...DESA,
          nama: 'SLAMET',
          tanggal_lahir: '15|06|1960',
          jenis_kelamin: 'L',
          nik: '3319011506600004',
        },
      },
      {
        a: {
          nama: 'SITI AMINAH',
          tanggal_lahir: '12|06|1990',
          jenis_kelamin: 'P',
          nik: '3319015206900001',
        },
        b: {
          nama: 'SITI AMINAH',
          tanggal_lahir: '12|06|1991',
          jenis_kelamin: 'P',
          nik: '3374025206910007',
        },
      },
      {
        a: { nama: 'SLAMET', tanggal_lahir: '12|06|1960', jenis_kelamin: 'L', nik: '3319011206600001' },
        b: { nama: 'SLAMET', tanggal_lahir: '12|08|1960', jenis_kelamin: 'L', nik: '3319011208600001' },
        because: {
          id: 'NIK hanya berbeda satu digit, tetapi begitu pula tanggalnya',
          en: 'the NIK differ by one digit only, but so do the dates',
        },
      },
      {
        a: { nama: 'NADIRI', tanggal_lahir: '25|09|1993', jenis_kelamin: 'L', nik: '3319042509930001' },
        b: { nama: 'NADIRA', tanggal_lahir: '25|09|1993', jenis_kelamin: 'P', nik: '3319046509930001' },
        because: { id: 'kembar laki-laki dan perempuan', en: 'a twin brother and sister' },
      },
      {
        a: {
          ...DESA,
          nama: 'LINA',
          tanggal_lahir: '05|12|1988',
          jenis_kelamin: 'P',
          nik: '3315124512******',
        },
        b: {
          ...DESA,
          nama: 'LINI',
          tanggal_lahir: '06|12|1988',
          jenis_kelamin: 'P',
          nik: '3315124612******',
        },
        because: {
          id: 'tersamar, tetapi hari yang terlihat cocok dengan masing-masing',
          en: 'masked, but the day that can be seen is each one’s own',
        },
      },
    ],
    silent: [
      {
        a: {
          ...DESA,
          nama: 'LINA',
          tanggal_lahir: '05|12|1988',
          jenis_kelamin: 'P',
          nik: '3315124512******',
        },
        b: {
          ...DESA,
          nama: 'LINI',
          tanggal_lahir: '05|12|1989',
          jenis_kelamin: 'P',
          nik: '3315124512******',
        },
        because: { id: 'tahun yang berbeda tidak terlihat', en: 'the year, which differs, cannot be seen' },
      },
      {
        a: { nama: 'SLAMET', tanggal_lahir: '12|06|1960', jenis_kelamin: 'L', nik: '3319011206600001' },
        b: { nama: 'SLAMET', tanggal_lahir: '15|06|1960', jenis_kelamin: 'L', nik: '3374021206600004' },
        because: {
          id: 'NIK kedua masih memuat tanggal yang pertama',
          en: 'the second NIK still holds the date of the first',
        },
      },
      {
        a: { nama: 'SLAMET', tanggal_lahir: '12|06|1960', jenis_kelamin: 'L', nik: '3319011206600001' },
        b: { nama: 'SLAMET', tanggal_lahir: '12|06|1960', jenis_kelamin: 'L', nik: '3374021206600004' },
        because: {
          id: 'tanggal sama: mungkin satu orang dengan dua NIK',
          en: 'equal dates: perhaps one person with two NIK',
        },
      },
    ],
  },
};

export default guard;
