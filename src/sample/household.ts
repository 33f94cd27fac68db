import type { Sex } from './names.ts';
import type { Random } from './random.ts';

export type Marital = 'B' | 'S' | 'P';
export type Role = 'head' | 'spouse' | 'child' | 'twin' | 'parent';

export interface Member {
  readonly year: number;
  readonly sex: Sex;
  readonly role: Role;
  readonly marital: Marital;
}

const MALE_HEADS = 0.84;
const TWIN_BIRTHS = 0.011;

function married(age: number): number {
  if (age < 20) return 0.12;
  if (age < 25) return 0.42;
  if (age < 30) return 0.74;
  if (age < 60) return 0.91;
  return age < 75 ? 0.78 : 0.5;
}

function atHome(age: number): number {
  if (age <= 22) return 0.8;
  if (age <= 27) return 0.5;
  if (age <= 35) return 0.22;
  return 0.06;
}

/** Marital status of somebody who lives without a spouse. */
function single(random: Random, age: number): Marital {
  if (age < 20) return 'B';
  const never = age < 30 ? 0.93 : age < 45 ? 0.5 : 0.12;
  return random.chance(never) ? 'B' : 'P';
}

/**
 * The voters of one household, by birth year: head, spouse, grown children at home (twins among them), a parent.
 * Members born after `last` are no voters yet and left out.
 * @param headYear birth year of the head
 * @param now year of the reference date
 */
export function composeHousehold(random: Random, headYear: number, now: number, last: number): Member[] {
  const members: Member[] = [];
  const age = now - headYear;
  const couple = random.chance(married(age));
  const sex: Sex = couple ? 'L' : random.chance(MALE_HEADS - 0.4) ? 'L' : 'P';
  const marital: Marital = couple ? 'S' : single(random, age);
  members.push({ year: headYear, sex, role: 'head', marital });
  let mother = sex === 'P' ? headYear : 0;
  if (couple) {
    const younger = Math.round(3.2 + 4 * (random.unit() + random.unit() - 1));
    mother = Math.min(headYear + younger, last);
    members.push({ year: mother, sex: 'P', role: 'spouse', marital: 'S' });
  }
  if (mother > 0 && marital !== 'B') addChildren(random, members, mother, now, last);
  if (age >= 28 && age <= 62 && random.chance(0.13)) addParent(random, members, headYear, now);
  return members;
}

function addChildren(random: Random, members: Member[], mother: number, now: number, last: number): void {
  let birth = mother + 19 + random.below(8);
  for (let child = 0; child < 4 && birth <= Math.min(last, mother + 42); child++) {
    const age = now - birth;
    if (random.chance(atHome(age))) {
      const marital: Marital = age > 24 && random.chance(0.12) ? 'P' : 'B';
      const sex: Sex = random.chance(0.5) ? 'L' : 'P';
      members.push({ year: birth, sex, role: 'child', marital });
      if (random.chance(TWIN_BIRTHS)) {
        members.push({
          year: birth,
          sex: random.chance(0.7) ? sex : sex === 'L' ? 'P' : 'L',
          role: 'twin',
          marital,
        });
      }
    }
    birth += 2 + random.below(7);
  }
}

function addParent(random: Random, members: Member[], headYear: number, now: number): void {
  const year = headYear - random.between(19, 34);
  if (now - year <= 98)
    members.push({ year, sex: random.chance(0.78) ? 'P' : 'L', role: 'parent', marital: 'P' });
}
