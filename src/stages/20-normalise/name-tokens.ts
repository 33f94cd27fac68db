/** What a token can be besides a plain part of a name; a token may be several. */
export const KIND = {
  plain: 0,
  /** Dropped in front. */
  title: 1,
  /** Dropped at the end. */
  degree: 2,
  /** Last piece of a degree written with spaces: S PD. */
  degreeEnd: 4,
  /** Dropped anywhere but where it is all there is. */
  particle: 8,
  /** Dropped between two tokens: the B of AHMAD B ALI. */
  middleParticle: 16,
  /** Short form that means another token when one follows it: ST is SITI. */
  short: 32,
  /** As `short`, only as the first token: M is MUHAMMAD. */
  shortFirst: 64,
  /** Written together with the next token: NUR HAYATI is NURHAYATI. */
  joins: 128,
  /** Token that begins with SITI: written apart. */
  sitiJoined: 256,
} as const;

/** Titles of birth, pilgrimage, religion, office and address, in front of a name. */
const TITLES = [
  'H HJ HI HAJI HAJAH HAJJAH KH KHJ K KYAI KIAI KI NYAI NYI USTADZ USTAD UST',
  'R RA RR RAD RADEN RM RNG RNGT RMT GUSTI GRAY BRAY KRT KRMT',
  'DRS DRA IR DR DRG DRH APT PROF INSINYUR DOKTER NY TN SDR SDRI BPK BAPAK ALM ALMH ALMARHUM ALMARHUMAH',
].flatMap((line) => line.split(' '));

/** Academic degrees behind a name; recognised with dots, without, and in pieces. */
const DEGREES = [
  'S.H S.H.I S.HI S.E S.E.I S.EI S.E.SY S.T S.T.P S.TP S.TR S.TR.KEP S.TR.KEB S.TR.KES S.TR.T S.ST S.S.T S.PD S.PD.I S.PD.SD S.PDI',
  'S.AG S.SOS S.SOS.I S.KOM S.KOM.I S.KEP S.KEB S.KED S.KG S.KM S.K.M S.KH S.FARM S.SI S.SN S.IP S.I.P S.I.KOM S.IKOM S.TH.I S.FIL',
  'S.HUM S.HUT S.PT S.PSI S.P S.PI S.STAT S.AK S.AKUN S.AB S.A.B S.AP S.A.P S.M S.GZ S.OR S.ARS S.DS S.SY S.AN',
  'A.MD A.MD.KEP A.MD.KEB A.MD.KES A.MD.KOM A.MD.AK A.MD.T AMD.KEP AMD.KEB A.M.KEB A.M.D A.MA.PD A.P B.SC B.A LC',
  'M.H M.HUM M.M M.PD M.PD.I M.SI M.KOM M.T M.AG M.KES M.E M.SC M.A M.B.A M.EI M.H.I M.KN M.AK M.SOS M.PSI M.FARM M.KEP M.TH M.P M.AP',
  'SP.OG SP.A SP.PD SP.B AKT PH.D APT NERS NS',
].flatMap((line) => line.split(' '));

/** Degrees that undotted are names or initials too often: recognised only with their dots. */
const DOTTED_ONLY = new Set(
  'S.P S.M S.AN S.PI S.AB S.AP S.AK S.OR S.KH S.DS S.E.I S.EI A.P M.A M.AK M.E M.EI M.P B.A SP.A SP.B NS'.split(
    ' ',
  ),
);

/** Patronymic and article words. They go; the father's name behind them stays, since it is evidence. */
const PARTICLES = 'BIN BINTI BINTE BT BTE AL EL ALIAS ALS'.split(' ');
const MIDDLE_PARTICLES = ['B'];

const MUHAMMAD = 'MUH MUH MOH MOCH MOKH MUCH MUKH MHD MUHD MOHD MHMD MUHAM MOHAM'.split(' ');
const ABDUL = 'ABD ABDL ABDU ABDUL ABDOEL ABDUR ABDUS ABDUSH ABDUSY ABDUN ABDUZ ABDUD ABDUT ABDAL'.split(' ');

/** Short form → the token it means. */
export const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...MUHAMMAD.map((token): [string, string] => [token, 'MUHAMMAD']),
  ['M', 'MUHAMMAD'],
  ['MD', 'MUHAMMAD'],
  ['ST', 'SITI'],
  ...ABDUL.map((token): [string, string] => [token, 'ABDUL']),
  ['NOR', 'NUR'],
  ['NOOR', 'NUR'],
  ['NOER', 'NUR'],
  ['NUUR', 'NUR'],
  ['DUWI', 'DWI'],
]);

/** Articles between ABDUL and the name of God: ABDUL AR ROHMAN. */
export const ARTICLES: ReadonlySet<string> = new Set('AL AR AN AS ASY AZ AD AT UR UL EL'.split(' '));

const JOINING = ['NUR', 'NURUL', 'SRI', 'DWI', 'TRI', 'NOR', 'NOOR', 'NOER', 'NUUR', 'DUWI', ...ABDUL];

const DEGREE_PIECES = DEGREES.filter((degree) => !DOTTED_ONLY.has(degree)).map((degree) => degree.split('.'));

/** Degrees as lists of their pieces, longest first. */
export const DEGREES_IN_PIECES: readonly (readonly string[])[] = DEGREE_PIECES.filter(
  (pieces) => pieces.length > 1,
).toSorted((left, right) => right.length - left.length);

/** Titles and degrees whose dots are part of the spelling: `S.PD` is one token, `MUH.ALI` is two. */
export const DOTTED: ReadonlySet<string> = new Set([
  ...TITLES,
  ...DEGREES.map((degree) => degree.replaceAll('.', '')),
]);

const DOTTED_DEGREES: ReadonlySet<string> = new Set(DEGREES.map((degree) => degree.replaceAll('.', '')));

const KINDS: ReadonlyMap<string, number> = kindTable();

function kindTable(): Map<string, number> {
  const kinds = new Map<string, number>();
  const add = (tokens: Iterable<string>, kind: number) => {
    for (const token of tokens) kinds.set(token, (kinds.get(token) ?? KIND.plain) | kind);
  };
  add(TITLES, KIND.title);
  add(
    DEGREE_PIECES.map((pieces) => pieces.join('')),
    KIND.degree,
  );
  add(
    DEGREES_IN_PIECES.map((pieces) => pieces.at(-1) ?? ''),
    KIND.degreeEnd,
  );
  add(PARTICLES, KIND.particle);
  add(MIDDLE_PARTICLES, KIND.middleParticle);
  add([...MUHAMMAD, 'ST', ...ABDUL, 'NOR', 'NOOR', 'NOER', 'NUUR', 'DUWI'], KIND.short);
  add(['M', 'MD'], KIND.shortFirst);
  add(JOINING, KIND.joins);
  return kinds;
}

/** Kinds of a token as written; `dotted` where its dots were written. */
export function kindOf(token: string, dotted = false): number {
  const kind = KINDS.get(token) ?? KIND.plain;
  if (dotted && DOTTED_DEGREES.has(token)) return kind | KIND.degree;
  return /^SITI(?!NJAK).{4}/.test(token) ? kind | KIND.sitiJoined : kind;
}
