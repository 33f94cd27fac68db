import type { Comparison } from '../../../src/model/ganda.ts';

const comparison: Comparison = {
  id: 'jenis_kelamin',
  title: { id: 'Jenis kelamin', en: 'Sex' },
  reads: ['jenis_kelamin'],
  missing: 'a.sex IS NULL OR b.sex IS NULL',
  strata: [
    {
      id: 'nama-sama',
      label: {
        id: 'nama sama: jenis kelaminnya hampir selalu sama juga',
        en: 'equal names: the sex is nearly always equal too',
      },
      when: 'a.name_key_id = b.name_key_id',
      equal: ['name_key_id'],
    },
    { id: 'lain', label: { id: 'nama berbeda', en: 'other names' }, equal: [] },
  ],
  levels: [
    { id: 'sama', label: { id: 'sama', en: 'equal' }, when: 'a.sex = b.sex' },
    { id: 'beda', label: { id: 'berbeda', en: 'different' } },
  ],
  examples: [
    {
      a: { nama: 'SRI WAHYUNI', jenis_kelamin: 'P' },
      b: { nama: 'SRI WAHYUNI', jenis_kelamin: 'P' },
      level: 'sama',
      stratum: 'nama-sama',
    },
    {
      a: { nama: 'NUR KHOLIS', jenis_kelamin: 'L' },
      b: { nama: 'NURKHOLIS', jenis_kelamin: 'P' },
      level: 'beda',
      stratum: 'nama-sama',
    },
    {
      a: { nama: 'SUTRISNO', jenis_kelamin: 'L' },
      b: { nama: 'SUTRISNA', jenis_kelamin: 'L' },
      level: 'sama',
      stratum: 'lain',
    },
    {
      a: { nama: 'SUTRISNO', jenis_kelamin: 'L' },
      b: { nama: 'SUTRISNI', jenis_kelamin: 'P' },
      level: 'beda',
      stratum: 'lain',
    },
    {
      a: { nama: 'SUTRISNO', jenis_kelamin: 'L' },
      b: { nama: 'SUTRISNO', jenis_kelamin: '' },
      level: 'tidak-dinilai',
    },
  ],
};

export default comparison;
