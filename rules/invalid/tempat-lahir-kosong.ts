import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'tempat-lahir-kosong',
  title: { id: 'Tempat lahir kosong', en: 'Place of birth is empty' },
  rationale: {
    id: 'Tempat lahir membantu membedakan dua orang dengan nama dan tanggal lahir yang sama.',
    en: 'The place of birth helps to tell two people with one name and birth date apart.',
  },
  remedy: {
    id: 'Operator Sidalih melengkapi tempat lahir sesuai KTP-el atau KK pada pemutakhiran berikutnya.',
    en: 'The Sidalih operator fills in the place of birth from the identity card or family card at the next update.',
  },
  dimension: 'completeness',
  severity: 'warning',
  field: 'tempat_lahir',
  reads: ['tempat_lahir'],
  violatedWhen:
    "tempat_lahir IS NULL OR (length(tempat_lahir) <= 3 AND NOT regexp_matches(tempat_lahir, '[\\pL*]'))",
  assessableWhen: 'true',
  examples: {
    fails: [
      { row: { tempat_lahir: '', nama: 'BUDI CONTOH' } },
      {
        row: { tempat_lahir: '-' },
        because: { id: 'tanda hubung saja dianggap kosong', en: 'a dash alone counts as empty' },
      },
    ],
    passes: [
      { row: { tempat_lahir: 'KUDUS' } },
      {
        row: { tempat_lahir: '***' },
        because: {
          id: 'tempat lahir tersamar bukan tempat lahir kosong',
          en: 'a masked place of birth is not an empty one',
        },
      },
    ],
  },
});
