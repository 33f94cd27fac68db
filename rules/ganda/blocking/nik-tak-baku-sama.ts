import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-tak-baku-sama',
  title: { id: 'nomor lain yang sama', en: 'same other identifier' },
  key: ['nik_other_id'],
  survives: {
    id: 'perbedaan apa pun selain nomornya, bila NIK terpotong sama atau nomor itu bukan NIK',
    en: 'any difference but the number itself, where both rows have the same cut NIK or another identifier',
  },
  cap: 20,
  splitBy: ['name_key_id', 'birth_date'],
  examples: {
    found: [
      {
        a: { nama: 'SUPARNO', nik: '33010112066000', tanggal_lahir: '12|06|1960' },
        b: { nama: 'SUPARNO', nik: '33010112066000', tanggal_lahir: '12|06|1961' },
        because: { id: 'dua angka hilang dengan cara yang sama', en: 'two digits lost in the same way' },
      },
      {
        a: { nama: 'ANNA LESTARI', nik: 'anna77@surat.example', tempat_lahir: 'KUDUS' },
        b: { nama: 'A LESTARI', nik: 'ANNA77@SURAT.EXAMPLE', tempat_lahir: 'PATI' },
        because: {
          id: 'daftar lain: kolom NIK berisi surel',
          en: 'another list: the NIK column holds an e-mail address',
        },
      },
    ],
    left: [
      {
        a: { nama: 'SUPARNO', nik: '33010112066000' },
        b: { nama: 'SUPARNO', nik: '33010112066009' },
      },
      {
        a: { nama: 'SUPARNO', nik: '3301' },
        b: { nama: 'SUPARNO', nik: '3301' },
        because: { id: 'terlalu pendek untuk menjadi bukti', en: 'too short to be evidence' },
      },
    ],
  },
};

export default rule;
