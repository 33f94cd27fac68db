/** One spelling rule: pattern, replacement, why. Patterns see a token of upper-case letters without marks. */
export type SpellingRule = readonly [pattern: RegExp, replacement: string, why: string];

/**
 * Spelling levelled by these rules, in this order, until nothing changes. They apply to a match key only.
 *
 * Sources: old spelling (van Ophuijsen 1901, Soewandi 1947, EYD 1972), Arabic transliteration as Indonesian
 * registrars write it, and the drift seen in published lists (SLAMET/SELAMET, SUMIATI/SUMIYATI, HAMID/CHAMID).
 *
 * What they do not merge, on purpose: final A and O (PUTRA/PUTRO, SUTRISNA/SUTRISNO are different people more often
 * than drift), A and O elsewhere except in the Arabic stems listed, E and I (DEWI/DWI, AMINAH/AMINI),
 * Z and J (ZAENAL/JAENAL), K and H where no KH or CH is written (KASANAH/HASANAH).
 */
export const SPELLING: readonly SpellingRule[] = [
  [/CHANDR/g, 'CANDR', 'CH is a modern C here: CHANDRA/CANDRA'],
  [/CH(?=[IY]NT)/g, 'C', 'CHINTYA/CINTYA'],
  [/MICHA/g, 'MIKA', 'MICHAEL/MIKAEL'],
  [/CHR/g, 'KR', 'CHRISTINA/KRISTINA'],
  [/[CK]H[OA]ER/g, 'HOIR', 'KHOERUL/KHOIRUL/CHAERUL'],
  [/^NOO+R/g, 'NUR', 'NOOR/NUR'],
  [/^NOR(?=H|JAN)/g, 'NUR', 'NORHAYATI/NURHAYATI; NORMA and NORMAN stay'],
  [/OE/g, 'U', 'old spelling: SOEKARNO/SUKARNO'],
  [/(.)\1+/g, '$1', 'double letters'],
  [/DZ/g, 'Z', 'DZAKI/ZAKI'],
  [/RAMA(?:DL|DH|Z)AN/g, 'RAMADAN', 'RAMADLAN/RAMADHAN/RAMADZAN'],
  [/(^|RI|MA|MU)DL(?=[AIOUW])/g, '$1D', 'RIDLO/RIDHO, MUDLOFAR/MUDHOFAR; FADLI and ADLI stay'],
  [/DH/g, 'D', 'BUDHI/BUDI'],
  [/TH/g, 'T', 'THOHIR/TOHIR'],
  [/DJ/g, 'J', 'old spelling: DJOKO/JOKO'],
  [/TJ/g, 'C', 'old spelling: TJIPTO/CIPTO'],
  [/HJ(?=[AIUEO])/g, 'HY', 'old spelling: WAHJU/WAHYU'],
  [/^JAHYA/g, 'YAHYA', 'old spelling'],
  [/^JUSU(?=[PFV])/g, 'YUSU', 'old spelling: JUSUF/YUSUF'],
  [/^JOHAN(?=ES)/g, 'YOHAN', 'JOHANES/YOHANES'],
  [/J(?=ANT[OI]$)/g, 'Y', 'old spelling: SUPRIJANTO/SUPRIYANTO; JONO and YONO stay apart'],
  [/IJ(?=(?:ONO|ADI|ATI|ATUN|EM)$)/g, 'IY', 'old spelling: PRIJONO/PRIYONO, TUKIJEM/TUKIYEM'],
  [/HAJATI$/g, 'HAYATI', 'old spelling: NURHAJATI/NURHAYATI'],
  [/NJ(?=[AOU])/g, 'NY', 'old spelling: NJOTO/NYOTO'],
  [/S[JYH]/g, 'S', 'SJAMSUL/SYAMSUL/SHAMSUL/SAMSUL'],
  [/CK/g, 'K', 'RICKY/RIKI'],
  [/[CK]H/g, 'H', 'CHAMID/KHAMID/HAMID, ACHMAD/AKHMAD/AHMAD'],
  [/GH/g, 'G', 'GHOFUR/GOFUR'],
  [/(?<=..)C(?=[TLRKS]|$)/g, 'K', 'VICTOR/VIKTOR, ERIC/ERIK'],
  [/^C(?=[LR])/g, 'K', 'CLARA/KLARA'],
  [/PH|[FV]/g, 'P', 'FATIMAH/PATIMAH, NOVI/NOPI'],
  [/Q/g, 'K', 'QOMAR/KOMAR'],
  [/X/g, 'KS', 'ALEX/ALEKS'],
  [/Z(?=[KQ]|$)/g, 'S', 'RIZKI/RISKI, AZIZ/AZIS'],
  [/IE(?!M$)/g, 'I', 'TRIE/TRI; PONIYEM and PONIM stay apart'],
  [/AE/g, 'AI', 'JUNAEDI/JUNAIDI'],
  [/IY(?=[AIUEO])/g, 'I', 'glide: SUPRIYANTO/SUPRIANTO'],
  [/UW(?=[AIUEO])/g, 'U', 'glide: SUWARNO/SUARNO'],
  [/(?<=[^AIUEO])Y/g, 'I', 'WIDYA/WIDIA, RIZKY/RIZKI'],
  [/(?<=[AIUEO])Y(?![AIUEO])/g, 'I', 'RAYHAN/RAIHAN'],
  [/HAIR/g, 'HOIR', 'KHAIRUL/KHOIRUL'],
  [/RAH(?=M|IM)/g, 'ROH', 'RAHMAN/ROHMAN, RAHIM/ROHIM'],
  [/RAZAK/g, 'ROZAK', 'RAZAQ/ROZAK'],
  [/SALEH/g, 'SOLEH', 'SALEH/SHOLEH'],
  [/(?<=[UI])LOH$/g, 'LAH', 'ABDULLOH/ABDULLAH'],
  [/SE?LAM[AE]T/g, 'SLAMET', 'SELAMET/SLAMET/SELAMAT'],
  [/M[OU]HAM[AE][DT]$/g, 'MUHAMAT', 'the MUHAMMAD family, alone or at the end of a joined name'],
  [/ABD(?=[^AIUEO][AIUEO][A-Z])/g, 'ABDUL', 'ABDROHMAN/ABDULROHMAN'],
  [/ABDU(?=[^AIUEOL][AIUEO])/g, 'ABDUL', 'assimilated article: ABDURROHMAN/ABDUROHMAN/ABDULROHMAN'],
  [/(?<=..)D$/g, 'T', 'final D and T: AHMAD/AHMAT'],
  [/(?<=...)H$/g, '', 'final H: ISTIQOMAH/ISTIKOMA'],
];

/** No token of a real name comes near; it stops two rules from feeding each other for ever. */
const MOST_PASSES = 12;

/** Too short for a rule to know what it sees: initials and pieces of titles and degrees. */
const LONGEST_KEPT = 2;

/** Spelling of one token levelled; applying it again changes nothing. Tokens of one or two letters stay. */
export function spell(token: string): string {
  let spelled = token;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = SPELLING.reduce(
      (text, [pattern, replacement]) =>
        text.length <= LONGEST_KEPT ? text : text.replace(pattern, replacement),
      spelled,
    );
    if (next === spelled) break;
    spelled = next;
  }
  return spelled;
}
