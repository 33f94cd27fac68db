import type { Guard } from '../../../src/model/ganda.ts';
import { DESA } from '../example-rows.ts';
import { nikDay } from '../similarity.ts';

/** The NIK is of the row's own birth date and sex: the two columns confirm one another. */
function nikConfirmsDate(row: 'a' | 'b'): string {
  return `${row}.nik_number % 10000 <> 0
  AND ${nikDay(row)} = day(${row}.birth_date) + CASE WHEN ${row}.sex = 'P' THEN 40 ELSE 0 END
  AND (${row}.nik_number // 1000000) % 100 = month(${row}.birth_date)
  AND (${row}.nik_number // 10000) % 100 = year(${row}.birth_date) % 100`;
}

const guard: Guard = {
  id: 'dua-identitas-lengkap',
  title: { id: 'dua identitas lengkap', en: 'two complete identities' },
  reason: {
    id: 'Kedua NIK lengkap dan masing-masing cocok dengan tanggal lahir dan jenis kelamin barisnya sendiri, padahal tanggal atau jenis kelaminnya berbeda: satu salah ketik tidak mengubah keduanya dengan serasi. NIK yang berdekatan pun wajar di sini, sebab tanggalnya berdekatan dan nomor urut sering 0001; bobot −20 mengambil kembali yang diberikannya.',
    en: 'Both NIK are complete and each agrees with its own row’s birth date and sex, yet the dates or the sexes differ: one slip does not change NIK and column in harmony. Even close NIK are natural here, as the dates are close and the serial is often 0001; the weight of −20 takes back what they have given.',
  },
  needs: ['tanggal_lahir'],
  when: `(NOT list_contains(['sama', 'tidak-dinilai'], level_tanggal_lahir) OR a.sex <> b.sex)
  AND ${nikConfirmsDate('a')}
  AND ${nikConfirmsDate('b')}`,
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
    ],
    silent: [
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
