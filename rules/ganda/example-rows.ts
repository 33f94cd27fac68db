/** Made-up places and family cards for the examples of guards. */
export const DESA = { kode_desa: '3319012001', alamat: 'DK KRAJAN', tps: '001' } as const;
export const OTHER_DESA = { kode_desa: '3319022010', alamat: 'DK NGEMPLAK', tps: '004' } as const;
export const CARD = { ...DESA, nkk: '3319010502070011' } as const;
export const OTHER_CARD = { ...OTHER_DESA, nkk: '3319021206110008' } as const;
