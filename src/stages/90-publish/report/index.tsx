import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../../engine/database.ts';
import type { Stage } from '../../../engine/stage.ts';
import type { Text } from '../../../model/text.ts';
import { type Bundle, loadBundle } from './bundle.ts';
import { type Report, type ReportSetting, readReport, satkerName } from './data/report.ts';
import { PublishedTables, type SatkerRow } from './data/tables.ts';
import { renderDocument } from './document.tsx';
import { REPORT_FOLDER } from './pages.ts';
import { TopBar } from './view/header.tsx';
import { ProvincePage } from './view/province.tsx';
import { type SatkerAreas, SatkerPage } from './view/satker.tsx';

export { earlierRuns, type RunFacts, runFactsSchema } from './data/run-facts.ts';
export { missingTables } from './data/tables.ts';
export { REPORT_FOLDER, withPages } from './pages.ts';

const TITLE: Text = { id: 'Laporan mutu daftar pemilih', en: 'Voter roll quality report' };
const HOME: Text = { id: 'Laporan provinsi', en: 'Province report' };

export interface ReportOptions extends ReportSetting {
  /** Folder of the run, whose tables are read and below which the pages are written. */
  readonly folder: string;
  /** Folder that the pages are written to; default: `report` below the run's. */
  readonly target?: string;
  readonly onShare?: (share: number) => void;
}

/**
 * Writes `report/index.html` and `report/kabupaten/<code>.html` from the published tables of a run; nothing is
 * computed that is not in them.
 * @returns the number of pages
 * @throws QueryError when a table cannot be read, RangeError when the project was not built
 */
export async function writeReport(database: Database, options: ReportOptions): Promise<number> {
  const { folder, target = join(folder, REPORT_FOLDER), onShare } = options;
  const bundle = loadBundle();
  const tables = new PublishedTables(database, folder);
  const report = await readReport(tables, options);
  await mkdir(join(target, 'kabupaten'), { recursive: true });
  await writeFile(join(target, 'index.html'), provinceDocument(report, bundle));
  await tables.prepareAreas();
  for (const [index, satker] of report.satker.entries()) {
    const html = satkerDocument(report, bundle, satker, await tables.areasOf(satker.code));
    await writeFile(join(target, 'kabupaten', `${satker.code}.html`), html);
    onShare?.((index + 1) / report.satker.length);
  }
  return report.satker.length + 1;
}

export function provinceDocument(report: Report, bundle: Bundle): string {
  return renderDocument({
    language: report.language,
    base: '../',
    files: report.run.outputs.map(({ path }) => path),
    title: TITLE,
    bundle,
    content: (
      <>
        <TopBar home={undefined} />
        <ProvincePage report={report} />
      </>
    ),
  });
}

export function satkerDocument(
  report: Report,
  bundle: Bundle,
  satker: SatkerRow,
  areas: SatkerAreas,
): string {
  const name = satkerName(satker.code, satker.name);
  return renderDocument({
    language: report.language,
    base: '../../',
    files: report.run.outputs.map(({ path }) => path),
    title: { id: `${name} – ${TITLE.id}`, en: `${name} – ${TITLE.en}` },
    bundle,
    content: (
      <>
        <TopBar home={{ href: '../index.html', text: HOME }} />
        <SatkerPage report={report} satker={satker} areas={areas} />
      </>
    ),
  });
}

/** Id of the stage that `reportStage` makes. */
export const REPORT = '90-report';

/** The pages of a run whose tables lie in the output folder, as the last step of the run. */
export function reportStage(setting: ReportSetting): Stage {
  return {
    id: REPORT,
    reads: [],
    writes: [],
    async run({ database, outputFolder, progress }) {
      const pages = await writeReport(database, { ...setting, folder: outputFolder, onShare: progress });
      return { rowsIn: setting.run.rows.accepted, rowsOut: pages };
    },
  };
}
