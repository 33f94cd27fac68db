import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleIds, rulesIndex } from '../../docs/generate/rules-index.ts';
import { INVALID_RULES } from '../../rules/index.ts';
import { ROLL_COLUMNS } from '../../src/model/roll-columns.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Text } from '../../src/model/text.ts';

const RULES_FOLDER = fileURLToPath(new URL('../../rules', import.meta.url));

/** Rules that the project promises, by severity. */
const PROMISED = {
  error: `nik-kosong nik-bukan-16-digit nik-bukan-angka nik-pola-palsu nik-nomor-urut-0000 nik-rusak-excel
    nik-wilayah-tidak-dikenal nik-tanggal-tidak-sah nkk-kosong nkk-bukan-16-digit nkk-bukan-angka nkk-nomor-urut-0000
    nkk-sama-dengan-nik nama-kosong nama-berisi-angka tanggal-lahir-kosong tanggal-lahir-tidak-sah
    tanggal-lahir-di-masa-depan di-bawah-umur-belum-kawin umur-di-atas-120 jenis-kelamin-kosong-atau-salah
    status-perkawinan-kosong-atau-salah tps-kosong desa-tidak-dikenal desa-di-luar-kabupaten kolom-tergeser dpid-ganda`,
  warning: `nik-kecamatan-tidak-dikenal nik-beda-tanggal-lahir nik-beda-jenis-kelamin nkk-tanggal-tidak-sah
    nkk-wilayah-tidak-dikenal nama-terlalu-pendek nama-tidak-wajar tempat-lahir-kosong umur-di-atas-100
    kawin-terlalu-muda alamat-kosong tps-tidak-terdaftar disabilitas-di-luar-kode ktp-el-di-luar-kode
    keterangan-di-luar-kode teks-rusak nkk-terlalu-besar nkk-beda-tps nik-digit-akhir-tidak-wajar`,
  info: `nik-tersamar nik-wilayah-lain tanggal-lahir-baku rt-rw-nol keterangan-tms tps-melebihi-batas nkk-beda-desa
    desa-tanggal-baku-tinggi desa-tertukar`,
} as const;

const COLUMN_NAMES = new Set(ROLL_COLUMNS.map(({ name }) => name));

/** SQL of a rule that binds columns of the roll. */
function conditions(rule: Rule): string[] {
  if (rule.kind === 'row') {
    return [rule.violatedWhen, rule.assessableWhen ?? '', ...rule.causes.map(({ when }) => when)];
  }
  return [rule.where, ...rule.groupBy, ...Object.values(rule.measures), rule.violatedWhen, rule.shows ?? ''];
}

function boundColumns(rule: Rule): string[] {
  const words = conditions(rule)
    .map((condition) => condition.replace(/'(?:[^']|'')*'/g, ''))
    .flatMap((condition) => condition.match(/[a-z_][a-z0-9_]*/g) ?? []);
  return [...new Set(words.filter((word) => COLUMN_NAMES.has(word)))].toSorted();
}

/** Why the examples of a rule are there, where it is said. */
function reasons(rule: Rule): Text[] {
  const { fails, passes } = rule.examples;
  const others = rule.kind === 'row' ? rule.examples.notAssessable : [];
  return [...fails, ...passes, ...others].flatMap(({ because }) => (because === undefined ? [] : [because]));
}

const RULE_IDS = new Set(INVALID_RULES.map(({ id }) => id));

/** Rules that a text names, in its order. */
function namedRules(text: string): string[] {
  return (text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []).filter((word) => RULE_IDS.has(word));
}

describe('the rulebook', () => {
  it('holds every promised rule with its severity, and no other', () => {
    const promised = Object.entries(PROMISED).flatMap(([severity, ids]) =>
      ids.split(/\s+/).map((id) => `${id} ${severity}`),
    );
    expect(INVALID_RULES.map(({ id, severity }) => `${id} ${severity}`).toSorted()).toEqual(
      promised.toSorted(),
    );
  });

  it('has one file for each rule, named as its id', () => {
    expect(INVALID_RULES.map(({ id }) => id)).toEqual(ruleIds(`${RULES_FOLDER}/invalid`));
  });

  it('has an index that is up to date', () => {
    expect(readFileSync(`${RULES_FOLDER}/index.ts`, 'utf8')).toBe(rulesIndex(RULES_FOLDER));
  });

  it('names no measure as a column of the roll', () => {
    const measures = INVALID_RULES.flatMap((rule) =>
      rule.kind === 'group' ? Object.keys(rule.measures) : [],
    );
    expect(measures.filter((name) => COLUMN_NAMES.has(name))).toEqual([]);
  });

  it('has titles that are told apart in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const titles = INVALID_RULES.map(({ title }) => title[language]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

describe.each(INVALID_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('reads the columns that its conditions bind', () => {
    expect([...rule.reads].toSorted()).toEqual(boundColumns(rule));
  });

  it('speaks both languages, in sentences', () => {
    for (const text of [rule.rationale, rule.remedy]) {
      expect(text.id).toMatch(/^[A-Z0-9].*\.$/);
      expect(text.en).toMatch(/^[A-Z0-9].*\.$/);
      expect(text.id).not.toBe(text.en);
    }
    expect(`${rule.title.id}${rule.title.en}`).not.toMatch(/\.$/);
  });

  it('has two examples that fail and two that pass', () => {
    expect(rule.examples.fails.length).toBeGreaterThanOrEqual(2);
    expect(rule.examples.passes.length).toBeGreaterThanOrEqual(2);
  });

  it('says why an example is there in both languages, and names the same rules in each', () => {
    for (const because of reasons(rule)) {
      expect(because.id).not.toBe(because.en);
      expect(`${because.id}${because.en}`).not.toMatch(/\.$/);
      expect(namedRules(because.en)).toEqual(namedRules(because.id));
      expect(namedRules(because.id)).not.toContain(rule.id);
    }
  });

  it('names each cause once, and ends with one that catches the rest or none', () => {
    if (rule.kind === 'group') return;
    const ids = rule.causes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rule.causes.slice(0, -1).filter(({ when }) => when === 'true')).toEqual([]);
  });
});
