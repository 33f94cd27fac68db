import type { Random } from './random.ts';

/** Damages a name as a clerk would; undefined when the name offers no place for it. */
export type NameDamage = (random: Random, name: string) => string | undefined;

const LETTERS = 'AIUEONRSTKMLYDHGBPWJ';

function oneEdit(random: Random, name: string): string {
  for (;;) {
    const at = random.chance(0.1) ? 0 : random.between(1, name.length - 1);
    const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    if (letter === ' ' || letter === "'") continue;
    const kind = random.below(4);
    const other = LETTERS.charAt(random.below(LETTERS.length));
    const next = after.charAt(0);
    if (kind === 0 && other !== letter) return before + other + after;
    if (kind === 1 && name.length > 4) return before + after;
    if (kind === 2) return before + letter + other + after;
    if (kind === 3 && next !== '' && next !== ' ' && next !== letter)
      return before + next + letter + after.slice(1);
  }
}

/** One or two wrong letters. */
export function typo(random: Random, name: string): string | undefined {
  if (name.length < 4) return undefined;
  const once = oneEdit(random, name);
  const twice = name.length > 6 && random.chance(0.3) ? oneEdit(random, once) : once;
  return twice === name ? undefined : twice;
}

const MUHAMMAD = [
  'MUHAMMAD',
  'MUHAMAD',
  'MOHAMMAD',
  'MOHAMAD',
  'MUCHAMMAD',
  'MUKHAMAD',
  'MOCHAMAD',
  'MOCHAMMAD',
];

/** Pattern and what another clerk writes for it: old spelling, Arabic sounds, doubled letters, glides. */
const SPELLINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(MUHAMMAD|MUHAMAD|MOHAMMAD|MOHAMAD|MUCHAMMAD|MUKHAMAD|MOCHAMAD)\b/, MUHAMMAD],
  [/\b(AHMAD|ACHMAD)\b/, ['AHMAD', 'ACHMAD', 'AKHMAD', 'AHMMAD']],
  [/\bABDUL\b/, ['ABDOEL', 'ABD.', 'ABDUL']],
  [/\bNUR\b/, ['NOOR', 'NOER', 'NOR']],
  [/\bSITI\b/, ['SITTI', 'ST.', 'SITY']],
  [/U/, ['OE']],
  [/IYA/, ['IA']],
  [/IYO/, ['IO']],
  [/IA/, ['IYA']],
  [/CH|KH/, ['H', 'K', 'KH', 'CH']],
  [/DJ/, ['J']],
  [/J/, ['DJ']],
  [/YANTO/, ['JANTO', 'IYANTO', 'IANTO']],
  [/YONO/, ['JONO', 'IYONO']],
  [/SY/, ['S', 'SJ']],
  [/SH|TS/, ['S']],
  [/DH|DL/, ['D', 'DL', 'DH']],
  [/TH/, ['T']],
  [/Z/, ['S', 'J']],
  [/F/, ['P', 'V']],
  [/V/, ['F', 'P']],
  [/Q/, ['K']],
  [/([NLMSRT])\1/, ['$1']],
  [/([AEIOU])(N|L|S|T|M)([AEIOU])/, ['$1$2$2$3']],
  [/AH\b/, ['A']],
  [/SLAMET/, ['SELAMET']],
  [/\bSU([BDGKLMNPRTW])/, ['SE$1', 'SOE$1']],
  [/O(?=[^ ]*O\b)/, ['A']],
  [/'/, ['', '`']],
  [/ATI\b/, ['ATY']],
  [/(TI|NI|RI|DI)\b/, ['$1E', '$1']],
  [/I\b/, ['Y']],
];

/** Another spelling of the same name. */
export function respelled(random: Random, name: string): string | undefined {
  for (let attempt = 0; attempt < 12; attempt++) {
    const [pattern, variants] = random.pick(SPELLINGS);
    if (!pattern.test(name)) continue;
    const changed = name.replace(pattern, random.pick(variants));
    if (changed !== name) return changed;
  }
  return undefined;
}

/** A word shortened to its first letter or to its usual short form. */
export function abbreviated(random: Random, name: string): string | undefined {
  const tokens = name.split(' ');
  if (tokens.length < 2) return undefined;
  const at = random.chance(0.7) ? 0 : random.between(1, tokens.length - 1);
  const token = tokens[at] ?? '';
  if (token.length < 3 || tokens.every((other, index) => index === at || other.length < 3)) return undefined;
  const family = MUHAMMAD.includes(token) ? random.pick(['M.', 'MUH', 'MOH', 'MOCH', 'MHD', 'M']) : '';
  return tokens.with(at, family || token.charAt(0) + (random.chance(0.5) ? '.' : '')).join(' ');
}

/** One word left out. */
export function partDropped(random: Random, name: string): string | undefined {
  const tokens = name.split(' ');
  if (tokens.length < 2) return undefined;
  const kept = tokens.toSpliced(random.chance(0.6) ? tokens.length - 1 : random.below(tokens.length - 1), 1);
  return kept.some((token) => token.length > 3) ? kept.join(' ') : undefined;
}

/** Two neighbouring words in the other order. */
export function partsSwapped(random: Random, name: string): string | undefined {
  const tokens = name.split(' ');
  if (tokens.length < 2) return undefined;
  const at = random.below(tokens.length - 1);
  const [first = '', second = ''] = [tokens[at], tokens[at + 1]];
  return first === second
    ? undefined
    : tokens
        .with(at, second)
        .with(at + 1, first)
        .join(' ');
}

/** Two words written as one. */
export function joined(random: Random, name: string): string | undefined {
  const tokens = name.split(' ');
  if (tokens.length < 2) return undefined;
  const at = random.below(tokens.length - 1);
  return tokens.toSpliced(at, 2, `${tokens[at]}${tokens[at + 1]}`).join(' ');
}

/** One word written as two. */
export function split(random: Random, name: string): string | undefined {
  const tokens = name.split(' ');
  const at = random.below(tokens.length);
  const token = tokens[at] ?? '';
  if (token.length < 7) return undefined;
  const cut =
    /^(SRI|NUR|SITI|ABDUR|ABDUL|TRI|EKO|DWI)/.exec(token)?.[0].length ?? random.between(3, token.length - 3);
  return tokens.with(at, `${token.slice(0, cut)} ${token.slice(cut)}`).join(' ');
}

/** A title before the name or a degree after it. */
export function titled(random: Random, name: string): string | undefined {
  return random.chance(0.6)
    ? `${random.pick(['H.', 'HJ.', 'H', 'HJ', 'DRS.', 'R.', 'NY.', 'KH.'])} ${name}`
    : `${name} ${random.pick(['S.PD', 'SE', 'SH', 'S.AG', 'AMD', 'ST', 'S.KOM', 'S.PD.I'])}`;
}
