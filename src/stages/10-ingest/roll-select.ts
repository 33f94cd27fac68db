import { identifier, join, literal, type Sql, sql } from '../../engine/sql.ts';
import type { ColumnSource } from '../../model/input-file.ts';
import { SOURCE_COLUMN_NAMES } from '../../model/source-columns.ts';

export interface RollSelect {
  readonly columns: readonly ColumnSource[];
  /** The file's own columns as text, NULL when empty. */
  readonly cell: (position: number) => Sql;
  /** Texts that mean "no value". */
  readonly missing: readonly string[];
  /** Some cells hold NUL characters, which DuckDB keeps. */
  readonly removeNul: boolean;
}

/** The select list of `roll_raw` after `file_id`: every source column, in order, as text. */
export function rollColumns({ columns, cell, missing, removeNul }: RollSelect): Sql {
  const part = (position: number) =>
    withoutMissing(removeNul ? withoutNul(cell(position)) : cell(position), missing);
  const items = SOURCE_COLUMN_NAMES.map((name) => {
    const source = columns.find(({ column }) => column === name);
    return sql`${source === undefined ? literal(null) : joined(source, part)}::VARCHAR AS ${identifier(name)}`;
  });
  return join(items);
}

/** Whether a row holds anything in a column that Sisir takes. */
export function hasContent({ columns, cell }: Pick<RollSelect, 'columns' | 'cell'>): Sql {
  const first = ['nik', 'nama'];
  const rank = ({ column }: ColumnSource) => (first.includes(column) ? first.indexOf(column) : first.length);
  const positions = columns
    .toSorted((left, right) => rank(left) - rank(right))
    .flatMap((source) => source.positions);
  return sql`coalesce(${join(positions.map(cell))}, NULL) IS NOT NULL`;
}

/** Several cells are joined by one space; a date with a stated format becomes `DD|MM|YYYY` where it parses. */
function joined({ positions, format }: ColumnSource, part: (position: number) => Sql): Sql {
  const parts = positions.map(part);
  const text = parts.length === 1 ? join(parts) : sql`nullif(concat_ws(' ', ${join(parts)}), '')`;
  if (format === undefined) return sql`(${text})`;
  return sql`coalesce(strftime(try_strptime(${text}, ${literal(format)}), '%d|%m|%Y'), ${text})`;
}

function withoutNul(cell: Sql): Sql {
  return sql`nullif(replace(${cell}, chr(0), ''), '')`;
}

function withoutMissing(cell: Sql, missing: readonly string[]): Sql {
  if (missing.length === 0) return cell;
  return sql`(CASE WHEN trim(${cell}) IN (${join(missing.map(literal))}) THEN NULL ELSE ${cell} END)`;
}

/** A path for DuckDB's readers, which would expand `*`, `?` and `[` in it. */
export function globbed(path: string): string {
  return path.replace(/[*?[]/g, (character) => `[${character}]`);
}
