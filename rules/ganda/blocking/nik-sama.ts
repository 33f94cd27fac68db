import type { BlockingRule } from '../../../src/model/ganda.ts';

const rule: BlockingRule = {
  id: 'nik-sama',
  title: { id: 'NIK sama', en: 'same NIK' },
  key: ['nik_number'],
  survives: {
    id: 'perbedaan apa pun selain NIK: nama, NKK, tanggal lahir, alamat, wilayah',
    en: 'any difference but the NIK: name, NKK, birth date, address, area',
  },
};

export default rule;
