import type { Language } from '../../model/text.ts';
import { numberFormat } from '../format.ts';
import { MAX_WIDTH, type TableColumn, table, wrap } from '../table.ts';
import type { ListProblem } from './answer-row.ts';
import { CONFLICT_REASONS, type ConflictAnswer } from './conflicts.ts';
import type { ImportReport, ReportedList } from './import.ts';
import type { Place } from './import-list.ts';
import type { SatkerProgress, TargetProgress } from './progress.ts';

/** Problems that are listed of one file; the rest is counted, and is in `--json`. */
const MOST_PROBLEMS = 40;
const MOST_RANGES = 12;

type Say = (id: string, en: string) => string;

function saying(language: Language): Say {
  return (id, en) => (language === 'id' ? id : en);
}

/** What an import did, as plain text; it names no voter. */
export function importText(report: ImportReport, language: Language): string {
  const say = saying(language);
  const { count } = numberFormat(language);
  const right = (title: string): TableColumn => ({ title, align: 'right' });
  const columns = [
    { title: say('BERKAS', 'FILE'), wraps: true },
    { title: 'SATKER' },
    right(say('TERJAWAB', 'ANSWERED')),
    right(say('BARU', 'NEW')),
    right(say('SUDAH ADA', 'KNOWN')),
    right(say('BELUM DIJAWAB', 'UNANSWERED')),
    { title: '' },
  ];
  const rows = report.lists.map((list) => [
    list.path,
    list.satker ?? '',
    count(list.answered),
    count(list.added),
    count(list.known),
    count(list.unanswered.length),
    list.problems.length > 0 ? say('DITOLAK', 'REFUSED') : '',
  ]);
  return [
    say(
      `${count(report.added)} keputusan baru, ${count(report.known)} sudah ada, ${count(report.refused)} berkas ditolak. Tersimpan seluruhnya: ${count(report.records)}.`,
      `${count(report.added)} new decisions, ${count(report.known)} known, ${count(report.refused)} files refused. Stored in all: ${count(report.records)}.`,
    ),
    table(columns, rows, { indent: '  ' }),
    ...report.lists.flatMap((list) => listNotes(list, say)),
    ...(report.conflicts === 0
      ? []
      : [
          say(
            `Jawaban yang saling bertentangan: ${count(report.conflicts)}. Lihat: sisir decide conflicts`,
            `Answers that contradict each other: ${count(report.conflicts)}. See: sisir decide conflicts`,
          ),
        ]),
  ].join('\n');
}

function listNotes(list: ReportedList, say: Say): string[] {
  const notes: (readonly [number, string])[] = [
    [list.unanswered.length, `${say('belum dijawab', 'unanswered')}: ${placesText(list.unanswered, say)}`],
    [
      list.half_answered.length,
      `${say('ada keterangan, petugas, atau tanggal tanpa hasil verifikasi', 'a remark, an officer or a date without a result')}: ${placesText(list.half_answered, say)}`,
    ],
    [
      list.without_officer,
      `${say('jawaban tanpa petugas', 'answers without an officer')}: ${list.without_officer}`,
    ],
    [list.without_date, `${say('jawaban tanpa tanggal', 'answers without a date')}: ${list.without_date}`],
    [
      list.of_others,
      `${say('jawaban tentang baris satker lain', 'answers about rows of another satker')}: ${list.of_others}`,
    ],
  ];
  const told = notes.filter(([found]) => found > 0).map(([, text]) => text);
  const problems = list.problems.slice(0, MOST_PROBLEMS).map((problem) => problemText(problem, say));
  const left = list.problems.length - problems.length;
  if (left > 0)
    problems.push(say(`dan ${left} masalah lain (lihat --json)`, `and ${left} more problems (see --json)`));
  const lines = [...problems, ...told].flatMap((text) =>
    wrap(text, MAX_WIDTH - 4).map((line) => `    ${line}`),
  );
  return lines.length === 0 ? [] : [`  ${list.path}`, ...lines];
}

function problemText({ code, sheet, line, column, text }: ListProblem, say: Say): string {
  const where = [
    sheet,
    line === null ? null : say(`baris ${line}`, `row ${line}`),
    column === null ? null : say(`kolom ${column}`, `column ${column}`),
  ].filter((part) => part !== null);
  return `${where.length === 0 ? '' : `${where.join(', ')}: `}${code}: ${say(text.id, text.en)}`;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** `Data Ganda baris 2-5, 9` */
function placesText(places: readonly Place[], say: Say): string {
  const sheets = grouped(places, ({ sheet }) => sheet ?? '');
  return [...sheets]
    .map(([sheet, rows]) => {
      const ranges = rangesOf(rows.map(({ line }) => line));
      const more = ranges.length > MOST_RANGES ? ', …' : '';
      return `${sheet === '' ? '' : `${sheet} `}${say('baris', 'rows')} ${ranges.slice(0, MOST_RANGES).join(', ')}${more}`;
    })
    .join('; ');
}

function rangesOf(lines: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
}

/** Answers that contradict each other, one line an answer. */
export function conflictsText(answers: readonly ConflictAnswer[], language: Language): string {
  const say = saying(language);
  if (answers.length === 0)
    return say('Tidak ada jawaban yang bertentangan.', 'No answers contradict each other.');
  const groups = grouped(answers, ({ kind, key, reason }) => `${kind} ${key} ${reason}`);
  const columns = [
    { title: say('BARIS', 'ROW') },
    { title: 'SATKER' },
    { title: say('JAWABAN', 'ANSWER') },
    { title: say('BERKAS', 'FILE'), wraps: true },
  ];
  const parts = [...groups.values()].map((found) => {
    const [first] = found;
    const title = first === undefined ? '' : `${first.key}: ${CONFLICT_REASONS[first.reason][language]}`;
    const rows = found.map(({ voter_key, satker, verdict, code, source, sheet, line }) => [
      voter_key ?? '',
      satker,
      code === null ? verdict : `${verdict} ${code}`,
      `${source}${sheet === null ? '' : `, ${sheet}`}, ${say('baris', 'row')} ${line}`,
    ]);
    return `${title}\n${table(columns, rows, { indent: '  ' })}`;
  });
  const next = say(
    'Setelah disepakati, satker yang keliru mengirim jawaban barunya: sisir decide import --correct BERKAS',
    'Once agreed, the satker that was wrong sends its new answer: sisir decide import --correct FILE',
  );
  return [...parts, ...wrap(next, MAX_WIDTH)].join('\n\n');
}

/** Progress by satker, and against the targets of the config. */
export function progressText(
  { run_id, satker }: { readonly run_id: string; readonly satker: readonly SatkerProgress[] },
  language: Language,
): string {
  const say = saying(language);
  const { count } = numberFormat(language);
  const right = (title: string): TableColumn => ({ title, align: 'right' });
  const columns = [
    { title: say('KODE', 'CODE') },
    { title: say('KABUPATEN/KOTA', 'KABUPATEN/KOTA'), wraps: true },
    right(say('TEMUAN', 'FINDINGS')),
    right(say('SELESAI', 'DONE')),
    right(say('KELOMPOK', 'GROUPS')),
    right(say('SELESAI', 'DONE')),
    right(say('SEBAGIAN', 'PARTLY')),
    right(say('USANG', 'STALE')),
    right(say('BERTENTANGAN', 'DISPUTED')),
  ];
  const rows = satker.map((row) => [
    row.kode_kabupaten,
    row.nama_kabupaten ?? '',
    count(row.findings),
    count(row.findings_answered),
    count(row.groups),
    count(row.groups_answered),
    count(row.groups_partly),
    count(row.findings_stale + row.groups_stale),
    count(row.findings_disputed + row.groups_disputed),
  ]);
  return [
    say(`Tindak lanjut proses ${run_id}`, `Follow-up of run ${run_id}`),
    table(columns, rows, { indent: '  ' }),
    ...targetLines(satker, language),
  ].join('\n');
}

function targetLines(satker: readonly SatkerProgress[], language: Language): string[] {
  const say = saying(language);
  const rows = satker.flatMap((row) =>
    row.targets.map((target) => [
      row.kode_kabupaten,
      target.indicator,
      amount(target, target.value, language),
      boundText(target, language),
      target.met ? say('tercapai', 'met') : say('belum', 'not yet'),
    ]),
  );
  if (rows.length === 0) return [];
  const columns: TableColumn[] = [
    { title: say('KODE', 'CODE') },
    { title: say('INDIKATOR', 'INDICATOR') },
    { title: say('NILAI', 'VALUE'), align: 'right' },
    { title: say('SASARAN', 'TARGET'), align: 'right' },
    { title: '' },
  ];
  return ['', say('Sasaran', 'Targets'), table(columns, rows, { indent: '  ' })];
}

function amount({ indicator }: TargetProgress, value: number, language: Language): string {
  const { percent, decimal } = numberFormat(language);
  return indicator === 'perlu-diperiksa-per-1000' ? decimal(value, 2) : percent(value);
}

function boundText(target: TargetProgress, language: Language): string {
  const [sign, bound] = target.at_least === null ? ['≤', target.at_most ?? 0] : ['≥', target.at_least];
  return `${sign} ${amount(target, bound, language)}`;
}
