export const PROFILE_NAMES = ['raw2018', 'maintained2025', 'hard'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** How a copy came about; what differs from the first row of the person. */
export type CopyType = 'exact' | 'nkk' | 'respelled' | 'fuzzy';

export interface Profile {
  /** Copies per row of the roll. */
  readonly copies: number;
  readonly copyTypes: Readonly<Record<CopyType, number>>;
  /** Of the copies, the part that lies in another kabupaten/kota. */
  readonly otherKabupaten: number;
  /** Of the other copies, the part in another TPS of the desa, and in another desa. */
  readonly otherTps: number;
  readonly otherDesa: number;
  /** Of the fuzzy copies, the part with a damaged name, a second damage to it, a damaged date, another damage. */
  readonly nameDamage: number;
  readonly secondNameDamage: number;
  readonly dateDamage: number;
  readonly otherDamage: number;
  /** Of the fuzzy copies whose NIK gives no evidence, the part whose name and date may both be damaged. */
  readonly bothDamaged: number;
  /** Data Invalid defects per row. */
  readonly defects: number;
  /** Planted traps per household. */
  readonly traps: number;
}

/**
 * Rates by profile. raw2018: reported duplicates of Jateng 2018 (0.70 %) and anomalies of Kepri 2018 (0.67 %).
 * maintained2025: what is left after Sidalih's clean-up. hard: for measuring, not from a roll.
 */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  raw2018: {
    copies: 0.007,
    copyTypes: { exact: 0.2, nkk: 0.3, respelled: 0.2, fuzzy: 0.3 },
    otherKabupaten: 0.12,
    otherTps: 0.2,
    otherDesa: 0.35,
    nameDamage: 0.6,
    secondNameDamage: 0.1,
    dateDamage: 0.25,
    otherDamage: 0.15,
    bothDamaged: 0.05,
    defects: 0.0067,
    traps: 0.002,
  },
  maintained2025: {
    copies: 0.0002,
    copyTypes: { exact: 0.05, nkk: 0.25, respelled: 0.2, fuzzy: 0.5 },
    otherKabupaten: 0.35,
    otherTps: 0.2,
    otherDesa: 0.4,
    nameDamage: 0.65,
    secondNameDamage: 0.1,
    dateDamage: 0.25,
    otherDamage: 0.15,
    bothDamaged: 0.05,
    defects: 0.0006,
    traps: 0.001,
  },
  hard: {
    copies: 0.06,
    copyTypes: { exact: 0.08, nkk: 0.12, respelled: 0.1, fuzzy: 0.7 },
    otherKabupaten: 0.15,
    otherTps: 0.2,
    otherDesa: 0.35,
    nameDamage: 0.8,
    secondNameDamage: 0.3,
    dateDamage: 0.45,
    otherDamage: 0.35,
    bothDamaged: 0.15,
    defects: 0.03,
    traps: 0.006,
  },
};
