import type { Comparison } from '../../../src/model/ganda.ts';
import { SAME_ADDRESS } from '../similarity.ts';

const DESA_UNKNOWN = '(a.area_desa IS NULL OR b.area_desa IS NULL)';
const KABUPATEN_UNKNOWN = '(a.area_kabupaten IS NULL OR b.area_kabupaten IS NULL)';
const ADDRESS_UNKNOWN = '(a.address_key IS NULL OR b.address_key IS NULL)';

/** An address goes with its desa; written alike under another, the desa of one row may be wrong, or not yet changed. */
const SAME_ADDRESS_ELSEWHERE = 'a.area_desa <> b.area_desa AND a.address_key = b.address_key';

/**
 * Who moves takes a new address. The rolls that the default model is trained on are made, and their movers keep the old
 * one more often than people do: neither its agreement nor its difference may weigh what it would there.
 */
const HOUSE_KEPT = [0, 6] as const;
const HAMLET_KEPT = [0, 3] as const;
const ADDRESS_CHANGED = [-1.3, 20] as const;

/** Who moves to another kabupaten/kota hardly ever finds a hamlet of the same name there. */
const MOVED_AWAY = [-0.3, 20] as const;

/** A desa has dozens of RT: whose address is written another way within one has hardly moved. */
const ADDRESS_REWRITTEN = [2.5, 20] as const;

const comparison: Comparison = {
  id: 'alamat',
  title: { id: 'Alamat dan wilayah', en: 'Address and area' },
  reads: ['alamat', 'kode_desa'],
  missing: `${DESA_UNKNOWN} AND ${KABUPATEN_UNKNOWN} AND ${ADDRESS_UNKNOWN}`,
  strata: [
    {
      id: 'nkk-sama',
      label: {
        id: 'NKK sama: satu keluarga tinggal di satu alamat',
        en: 'equal NKK: a family lives at one address',
      },
      when: 'a.nkk_number = b.nkk_number',
      equal: ['nkk_number'],
      unadjusted: true,
    },
    {
      id: 'kabupaten-sama',
      label: { id: 'satu kabupaten/kota', en: 'one kabupaten/kota' },
      when: 'a.area_kabupaten = b.area_kabupaten',
      equal: ['area_kabupaten'],
    },
    {
      id: 'lain',
      label: {
        id: 'kabupaten/kota lain atau tidak diketahui',
        en: 'another kabupaten/kota, or unknown',
      },
      equal: [],
    },
  ],
  levels: [
    {
      id: 'alamat-sama',
      label: { id: 'desa dan rumah sama', en: 'same desa and house' },
      when: `${SAME_ADDRESS} AND regexp_matches(a.address_key, '[0-9]')`,
    },
    {
      id: 'alamat-rt-sama',
      label: {
        id: 'desa, alamat, RT, dan RW sama, tanpa nomor rumah',
        en: 'same desa, address, RT and RW, without a house number',
      },
      when: `${SAME_ADDRESS} AND a.rt = b.rt AND a.rw = b.rw`,
      frequency: 'desa',
    },
    {
      id: 'dusun-sama',
      label: {
        id: 'desa dan alamat sama, tanpa nomor rumah, RT atau RW lain',
        en: 'same desa and address without a number, another RT or RW',
      },
      when: SAME_ADDRESS,
      frequency: 'desa',
    },
    {
      id: 'rumah-sama-desa-lain',
      label: {
        id: 'alamat bernomor sama, desa lain',
        en: 'same address with a number, other desa',
      },
      when: `${SAME_ADDRESS_ELSEWHERE} AND regexp_matches(a.address_key, '[0-9]')`,
      within: HOUSE_KEPT,
    },
    {
      id: 'alamat-sama-desa-lain',
      label: { id: 'alamat sama, desa lain', en: 'same address, other desa' },
      when: SAME_ADDRESS_ELSEWHERE,
      within: HAMLET_KEPT,
    },
    {
      id: 'rt-rw-sama',
      label: { id: 'desa, RT, dan RW sama', en: 'same desa, RT and RW' },
      when: 'a.area_desa = b.area_desa AND a.rt = b.rt AND a.rw = b.rw',
      frequency: 'desa',
      within: ADDRESS_REWRITTEN,
    },
    {
      id: 'tps-sama',
      label: { id: 'desa dan TPS sama', en: 'same desa and TPS' },
      when: 'a.area_desa = b.area_desa AND a.tps_number = b.tps_number',
      frequency: 'desa',
      within: ADDRESS_CHANGED,
    },
    {
      id: 'desa-sama',
      label: { id: 'desa sama', en: 'same desa' },
      when: 'a.area_desa = b.area_desa',
      frequency: 'desa',
      within: ADDRESS_CHANGED,
    },
    {
      id: 'alamat-saja-sama',
      label: { id: 'alamat sama, desa tidak diketahui', en: 'same address, desa unknown' },
      when: `${DESA_UNKNOWN} AND a.address_key = b.address_key`,
      within: ADDRESS_CHANGED,
    },
    {
      id: 'alamat-saja-mirip',
      label: { id: 'alamat mirip, desa tidak diketahui', en: 'like addresses, desa unknown' },
      when: `${DESA_UNKNOWN} AND jaro_winkler_similarity(a.address_key, b.address_key) >= 0.88`,
      within: ADDRESS_CHANGED,
    },
    {
      id: 'kecamatan-sama',
      label: { id: 'kecamatan sama', en: 'same kecamatan' },
      when: 'a.area_kecamatan = b.area_kecamatan',
      frequency: 'kecamatan',
      within: ADDRESS_CHANGED,
    },
    {
      id: 'kabupaten-sama',
      label: { id: 'kabupaten/kota sama', en: 'same kabupaten/kota' },
      when: 'a.area_kabupaten = b.area_kabupaten',
      within: ADDRESS_CHANGED,
    },
    { id: 'beda', label: { id: 'berbeda', en: 'different' }, within: MOVED_AWAY },
  ],
  examples: [
    {
      a: { alamat: 'DK. KRAJAN', rt: '002', rw: '004', kode_desa: '3319012001', tps: '001' },
      b: { alamat: 'Dk Krajan', rt: '2', rw: '4', kode_desa: '3319012001', tps: '003' },
      level: 'alamat-rt-sama',
      stratum: 'kabupaten-sama',
    },
    {
      a: { alamat: 'DUSUN KRAJAN', rt: '002', rw: '004', kode_desa: '3319012001' },
      b: { alamat: 'KRAJAN', rt: '002', rw: '004', kode_desa: '3319012001' },
      level: 'alamat-rt-sama',
    },
    {
      a: { alamat: 'DK KRAJAN', kode_desa: '3319012001', tps: '001', nkk: '3319010502070011' },
      b: { alamat: 'DK KRAJAN', kode_desa: '3319012001', tps: '001', nkk: '3319010502070011' },
      level: 'dusun-sama',
      stratum: 'nkk-sama',
    },
    {
      a: { alamat: 'DK KRAJAN', rt: '002', rw: '004', kode_desa: '3319012001' },
      b: { alamat: 'DK KRAJAN', rt: '001', rw: '004', kode_desa: '3319012001' },
      level: 'dusun-sama',
      because: {
        id: 'satu dusun punya ratusan rumah',
        en: 'a hamlet has hundreds of houses',
      },
    },
    {
      a: { alamat: 'JL. MAWAR NO. 14', rt: '002', rw: '004', kode_desa: '3319012001' },
      b: { alamat: 'JL MAWAR NO 14', rt: '', rw: '', kode_desa: '3319012001' },
      level: 'alamat-sama',
    },
    {
      a: { alamat: 'DK KRAJAN', rt: '002', rw: '004', kode_desa: '3319012001', tps: '001' },
      b: { alamat: 'GANG MAWAR', rt: '2', rw: '4', kode_desa: '3319012001', tps: '003' },
      level: 'rt-rw-sama',
      because: {
        id: 'alamat ditulis lain untuk rumah yang sama',
        en: 'the same house under another address',
      },
    },
    {
      a: { alamat: 'DK KRAJAN', rt: '000', rw: '000', kode_desa: '3319012001', tps: '001' },
      b: { alamat: 'GANG MAWAR', rt: '0', rw: '0', kode_desa: '3319012001', tps: '003' },
      level: 'desa-sama',
      because: { id: 'RT dan RW nol berarti tidak diketahui', en: 'RT and RW of zero mean unknown' },
    },
    {
      a: { alamat: 'DK KRAJAN', kode_desa: '3319012001', tps: '001' },
      b: { alamat: '', kode_desa: '3319012001', tps: '1' },
      level: 'tps-sama',
    },
    {
      a: { alamat: 'DK KRAJAN', kode_desa: '3319012001', tps: '001' },
      b: { alamat: 'DK NGEMPLAK', kode_desa: '3319012001', tps: '002' },
      level: 'desa-sama',
    },
    {
      a: { alamat: 'DK KRAJAN', kode_desa: '3319012001' },
      b: { alamat: 'DK KRAJAN', kode_desa: '3319012002' },
      level: 'alamat-sama-desa-lain',
      because: {
        id: 'hampir tiap desa punya dusun Krajan: di desa lain alamat hanya sedikit berarti',
        en: 'nearly every desa has a hamlet Krajan: in another desa an address means little',
      },
    },
    {
      a: { alamat: 'JL. MAWAR NO. 3', kode_desa: '3319012001' },
      b: { alamat: 'JL MAWAR NO 3', kode_desa: '3319022010' },
      level: 'rumah-sama-desa-lain',
    },
    {
      a: { kode_desa: '3319012001', alamat: 'DK KRAJAN' },
      b: { kode_desa: '3319012002', alamat: 'DK NGEMPLAK' },
      level: 'kecamatan-sama',
    },
    {
      a: { kode_desa: '3319012001' },
      b: { kode_desa: '3319022010' },
      level: 'kabupaten-sama',
    },
    { a: { kode_desa: '3319012001' }, b: { kode_desa: '3374011001' }, level: 'beda', stratum: 'lain' },
    { a: { alamat: 'JL. MAWAR NO. 3' }, b: { alamat: 'JL MAWAR NO 3' }, level: 'alamat-saja-sama' },
    { a: { alamat: 'JL MAWAR NO 3' }, b: { alamat: 'JL MAWAR NO 13' }, level: 'alamat-saja-mirip' },
    { a: { alamat: 'JL MAWAR NO 3' }, b: { alamat: 'GANG BUNTU' }, level: 'beda' },
    { a: { alamat: 'JL MAWAR NO 3' }, b: { alamat: '' }, level: 'tidak-dinilai' },
  ],
};

export default comparison;
