import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join as joinPath } from 'node:path';
import { Database } from '../../../src/engine/database.ts';
import { trusted } from '../../../src/engine/sql.ts';
import { type Config, type ConfigInput, configSchema } from '../../../src/model/config.ts';
import type { InputFile } from '../../../src/model/input-file.ts';
import { readInputs } from '../../../src/stages/10-ingest/index.ts';
import { inspectInputs } from '../../../src/stages/10-ingest/inspect.ts';

export type Line = Readonly<Record<string, string | number | null>>;

export interface Outcome {
  readonly rolls: readonly Line[];
  readonly rejects: readonly Line[];
  readonly files: readonly Line[];
  readonly inspected: readonly InputFile[];
  readonly problems: readonly string[];
  /** Messages of the log. */
  readonly log: readonly string[];
  readonly rowsIn: number;
  readonly rowsOut: number;
}

/** A temp folder with input files, and a run of the stage over it. */
export class Bench {
  readonly folder = mkdtempSync(joinPath(tmpdir(), 'sisir-ingest-'));
  #runs = 0;

  write(name: string, content: string | Buffer): string {
    const path = joinPath(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  inspect(paths: readonly string[], config: ConfigInput = {}) {
    return inspectInputs(paths, configSchema.parse(config));
  }

  async open(): Promise<Database> {
    this.#runs += 1;
    return Database.open({ threads: 2, memory: '1GB', folder: joinPath(this.folder, `.run-${this.#runs}`) });
  }

  async ingest(paths: readonly string[], config: ConfigInput = {}): Promise<Outcome> {
    const parsed: Config = configSchema.parse(config);
    const { files, problems } = await inspectInputs(paths, parsed);
    const database = await this.open();
    const log: string[] = [];
    try {
      const note = (_: object, message: string) => void log.push(message);
      const { rowsIn, rowsOut } = await readInputs({
        database,
        config: parsed,
        inputs: files,
        log: { info: note, warn: note },
        progress: () => undefined,
      });
      return {
        rolls: await database.rows<Line>(trusted('SELECT * FROM roll_raw')),
        rejects: await database.rows<Line>(trusted('SELECT * FROM reject ORDER BY file_id, sheet, line')),
        files: await database.rows<Line>(trusted('SELECT * FROM input_file ORDER BY file_id')),
        inspected: files,
        problems: problems.map(({ code }) => code),
        log,
        rowsIn,
        rowsOut,
      };
    } finally {
      database.close();
    }
  }
}

/** The values of some columns of every row. */
export function take(lines: readonly Line[], ...columns: readonly string[]): (string | number | null)[][] {
  return lines.map((line) => columns.map((column) => line[column] ?? null));
}
