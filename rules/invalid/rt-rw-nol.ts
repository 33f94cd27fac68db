import { rule } from '../../src/model/rule.ts';

export default rule({
  id: 'rt-rw-nol',
  title: { id: 'RT atau RW bernilai nol', en: 'RT or RW is zero' },
  rationale: {
    id: 'RT atau RW 0 sangat umum, juga pada wilayah yang memang tidak mempunyai RT/RW. Dilaporkan agar bagiannya per desa dapat dibandingkan.',
    en: 'RT or RW 0 is very common, also where there truly is no RT/RW. It is reported so that shares per desa can be compared.',
  },
  remedy: {
    id: 'Tidak mendesak. PPS dapat melengkapi RT/RW saat coklit berikutnya bila wilayahnya mempunyai RT/RW.',
    en: 'Not urgent. The PPS may fill in RT/RW at the next verification where the area has them.',
  },
  dimension: 'completeness',
  severity: 'info',
  field: 'rt',
  reads: ['rt', 'rw'],
  violatedWhen: "rt IN ('000', '00', '0', '0000') OR rw IN ('000', '00', '0', '0000')",
  assessableWhen: 'rt IS NOT NULL OR rw IS NOT NULL',
  examples: {
    fails: [{ row: { rt: '000', rw: '001' } }, { row: { rt: '002', rw: '0' } }],
    passes: [
      { row: { rt: '003', rw: '001' } },
      {
        row: { rt: '10', rw: '20' },
        because: {
          id: 'RT 10 dan RW 20 berakhir 0, tetapi nilainya bukan nol',
          en: 'RT 10 and RW 20 end in 0, but are not zero',
        },
      },
    ],
    notAssessable: [
      {
        row: { rt: '', rw: '' },
        because: { id: 'RT/RW yang kosong bukan RT/RW nol', en: 'an empty RT/RW is not a zero RT/RW' },
      },
    ],
  },
});
