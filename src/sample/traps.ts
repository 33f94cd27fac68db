import type { Text } from '../model/text.ts';
import type { Calendar } from './calendar.ts';
import type { Names } from './names.ts';
import type { HouseholdRows } from './people.ts';
import type { Random } from './random.ts';
import { label, type Row } from './row.ts';

/** Different people who look like one person; the labels stand in `truth.csv`. */
export const TRAPS: readonly { readonly id: string; readonly meaning: Text }[] = [
  {
    id: 'trap:twin',
    meaning: {
      id: 'kembar: NKK dan tanggal lahir sama, nama depan berbeda',
      en: 'twins: the same NKK and birth date, another first name',
    },
  },
  {
    id: 'trap:father-son',
    meaning: { id: 'ayah dan anak bernama mirip', en: 'father and son with like names' },
  },
  {
    id: 'trap:namesake-household',
    meaning: { id: 'dua anggota keluarga bernama sama', en: 'two members of a household with the same name' },
  },
  {
    id: 'trap:shared-nik',
    meaning: { id: 'dua orang memakai satu NIK', en: 'two different people with one NIK' },
  },
];

function mark(trap: string, ...rows: readonly Row[]): void {
  for (const row of rows) {
    label(row, trap);
    row.taken = true;
  }
}

/** Gives twins twin-like names and labels them. Every twin of the roll is one of these. */
export function nameTwins(random: Random, names: Names, { members, rows }: HouseholdRows): boolean {
  let found = false;
  members.forEach((member, index) => {
    const [first, second] = [rows[index - 1], rows[index]];
    if (member.role !== 'twin' || first === undefined || second === undefined) return;
    second.nama = names.twin(random, second.sex, first.nama);
    second.tempatLahir = first.tempatLahir;
    mark('trap:twin', first, second);
    found = true;
  });
  return found;
}

/** Names a son after his father; false when there is no such pair. */
export function nameSon(random: Random, names: Names, { members, rows }: HouseholdRows): boolean {
  const head = members[0];
  const son = members.findIndex(({ role, sex }) => role === 'child' && sex === 'L');
  const [father, child] = [rows[0], rows[son]];
  if (head?.sex !== 'L' || father === undefined || child === undefined || father.taken || child.taken)
    return false;
  child.nama = names.son(random, father.nama);
  mark('trap:father-son', father, child);
  return true;
}

/** Gives two members of one sex the same name; false when there is no such pair. */
export function nameNamesake({ rows }: HouseholdRows): boolean {
  const pairs = rows.flatMap((first, at) => rows.slice(at + 1).map((second) => [first, second] as const));
  const pair = pairs.find(
    ([first, second]) =>
      first.sex === second.sex && first.birth !== second.birth && !first.taken && !second.taken,
  );
  if (pair === undefined) return false;
  pair[1].nama = pair[0].nama;
  mark('trap:namesake-household', ...pair);
  return true;
}

const SAME_AGE_DAYS = 1500;
const FREE_ATTEMPTS = 40;

/**
 * Gives one person of the TPS the NIK of another: an unlike person's, or that of somebody of the same sex, with
 * the birth date too, as where the registry issued a NIK twice.
 */
export function shareNik(
  random: Random,
  calendar: Calendar,
  rows: readonly Row[],
  referenceDay: number,
): boolean {
  const twice = random.chance(0.4);
  for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt++) {
    const [from, to] = [random.pick(rows), random.pick(rows)];
    if (from.taken || to.taken || from.nkk === to.nkk || from.nik === to.nkk || from.nama === to.nama)
      continue;
    const alike = from.sex === to.sex && Math.abs(from.birth - to.birth) < SAME_AGE_DAYS;
    if (twice && attempt < FREE_ATTEMPTS / 2 && !(alike && calendar.age(from.birth, referenceDay) >= 17))
      continue;
    to.nik = from.nik;
    if (twice && alike && calendar.age(from.birth, referenceDay) >= 17) {
      to.birth = from.birth;
      to.tanggalLahir = from.tanggalLahir;
    }
    mark('trap:shared-nik', from, to);
    return true;
  }
  return false;
}
