import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'kolom-tergeser',
  title: { id: 'Isi kolom tergeser', en: 'Columns are shifted' },
  rationale: {
    id: 'Nilai satu kolom berada pada kolom di sebelahnya, biasanya karena sel terhapus atau tanda pemisah di dalam nama. Aturan ini meminta sedikitnya dua tanda yang tidak saling bergantung, agar baris yang sekadar kotor tidak ikut ditandai.',
    en: 'The values of one column stand in its neighbour, mostly because a cell was deleted or a name holds the delimiter. At least two independent signs are asked for, so that a merely dirty row is not marked.',
  },
  remedy: {
    id: 'Operator Sidalih membuka berkas sumber pada baris itu dan mengembalikan tiap nilai ke kolomnya. Bila banyak, mintakan ekspor ulang kepada pengirim.',
    en: 'The Sidalih operator opens the source file at that row and moves every value back to its column. If there are many, ask the sender for a new export.',
  },
  dimension: 'consistency',
  severity: 'error',
  field: 'nama',
  reads: [
    'nik',
    'nik_number',
    'nama',
    'tempat_lahir',
    'tanggal_lahir',
    'birth_date',
    'status_perkawinan',
    'marital',
    'jenis_kelamin',
    'sex',
  ],
  violatedWhen: `(nik_number IS NULL OR birth_date IS NULL OR sex IS NULL OR marital IS NULL) AND (
    coalesce(nik_number IS NULL AND regexp_full_match(nik, '[\\pL .,''-]{3,}') AND NOT regexp_matches(upper(nik), 'TIDAK|BELUM|KOSONG|NULL'), false)::INTEGER
    + coalesce(regexp_full_match(nama, '[0-9 .-]{10,}'), false)::INTEGER
    + coalesce(regexp_matches(tempat_lahir, '[0-9]{1,2}[|/. -][0-9]{1,2}[|/. -][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}'), false)::INTEGER
    + coalesce(birth_date IS NULL AND regexp_full_match(tanggal_lahir, '[\\pL .,''-]{3,}') AND NOT regexp_matches(upper(tanggal_lahir), 'TIDAK|BELUM|KOSONG|NULL'), false)::INTEGER
    + coalesce(marital IS NULL AND (upper(status_perkawinan) = 'L' OR regexp_matches(status_perkawinan, '[0-9]{4}')), false)::INTEGER
    + coalesce(sex IS NULL AND (upper(jenis_kelamin) IN ('B', 'S') OR regexp_matches(jenis_kelamin, '[0-9]{2}')), false)::INTEGER
  ) >= 2`,
  assessableWhen: 'true',
  causes: [
    {
      id: 'dua-kolom-tertukar',
      label: { id: 'status perkawinan dan jenis kelamin tertukar', en: 'marital status and sex exchanged' },
      when: "upper(status_perkawinan) = 'L' AND upper(jenis_kelamin) IN ('B', 'S') AND birth_date IS NOT NULL",
    },
    {
      id: 'geser-kiri',
      label: { id: 'nilai bergeser ke kiri', en: 'values moved to the left' },
      when: "regexp_matches(tempat_lahir, '[0-9]{4}')",
    },
    {
      id: 'geser-kanan',
      label: { id: 'nilai bergeser ke kanan', en: 'values moved to the right' },
      when: "regexp_full_match(nama, '[0-9 .-]{10,}') OR regexp_matches(status_perkawinan, '[0-9]{4}') OR upper(jenis_kelamin) IN ('B', 'S')",
    },
    {
      id: 'lainnya',
      label: { id: 'tertukar dengan cara lain', en: 'exchanged in another way' },
      when: 'true',
    },
  ],
  examples: {
    fails: [
      {
        row: {
          nkk: '',
          nik: '3319010101080001',
          nama: '3319011206900001',
          tempat_lahir: 'BUDI CONTOH',
          tanggal_lahir: 'KUDUS',
          status_perkawinan: '12|06|1990',
          jenis_kelamin: 'S',
          alamat: 'L',
        },
        cause: 'geser-kanan',
      },
      {
        row: {
          nkk: '3319011206900001',
          nik: 'BUDI CONTOH',
          nama: 'KUDUS',
          tempat_lahir: '12|06|1990',
          tanggal_lahir: 'S',
          status_perkawinan: 'L',
          jenis_kelamin: 'DUKUH KRAJAN',
        },
        cause: 'geser-kiri',
      },
      {
        row: {
          nik: '3319011206900001',
          nama: 'BUDI CONTOH',
          tempat_lahir: 'KUDUS',
          tanggal_lahir: '12|06|1990',
          status_perkawinan: 'L',
          jenis_kelamin: 'S',
        },
        cause: 'dua-kolom-tertukar',
      },
    ],
    passes: [
      {
        row: {
          nik: '3319011206900001',
          nama: 'BUDI CONTOH',
          tempat_lahir: 'KUDUS',
          tanggal_lahir: '12|06|1990',
          status_perkawinan: 'S',
          jenis_kelamin: 'L',
        },
      },
      {
        row: {
          nik: 'TIDAK ADA',
          nama: 'BUDI CONTOH',
          tanggal_lahir: 'TIDAK ADA',
          status_perkawinan: '',
          jenis_kelamin: '',
        },
        because: {
          id: 'TIDAK ADA adalah isian pengganti, bukan nilai dari kolom lain',
          en: 'TIDAK ADA (none) is a placeholder, not a value from another column',
        },
      },
      {
        row: {
          nik: '3319011206900001',
          nama: '3319011206900001',
          tanggal_lahir: '00|00|0000',
          status_perkawinan: 'S',
          jenis_kelamin: 'L',
        },
        because: {
          id: 'nama berisi NIK, tetapi satu tanda saja tidak cukup',
          en: 'the name holds a NIK, but one sign alone is not enough',
        },
      },
      {
        row: {
          nik: '3319011206900001',
          nama: 'BUDI CONTOH',
          tanggal_lahir: '12|06|1990',
          status_perkawinan: 'X',
          jenis_kelamin: 'S',
        },
        because: {
          id: 'jenis kelamin berisi kode perkawinan, tetapi satu tanda saja tidak cukup',
          en: 'the sex holds a marital status code, but one sign alone is not enough',
        },
      },
    ],
  },
});
