import type { Defect } from './defect.ts';
import { IDENTITY_DEFECTS } from './defects-identity.ts';
import { PERSON_DEFECTS } from './defects-person.ts';
import { ROLL_DEFECTS } from './defects-roll.ts';

/**
 * Every Data Invalid defect that is planted. Rules that fire on rows without a defect are not among them: NIK of
 * another area, default dates, RT/RW 0, groups.
 */
export const DEFECTS: readonly Defect[] = [...IDENTITY_DEFECTS, ...PERSON_DEFECTS, ...ROLL_DEFECTS];
