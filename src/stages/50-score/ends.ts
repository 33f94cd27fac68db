import { identifier, type Sql, sql, trusted } from '../../engine/sql.ts';
import { COMPARED_COLUMNS } from '../../model/ganda.ts';

/** `a.` or `b.` and a column of compared_row, as comparisons and guards write them. */
const END = /\b([ab])\.([a-z_]+)\b/g;

/** What is read of one row of the pair: its source, and the column `"a.sex"` that carries it. */
export interface EndColumn {
  readonly source: Sql;
  readonly column: Sql;
}

/** What conditions read of the two rows, each once; columns of `without` are left out. */
export function endColumns(
  conditions: readonly string[],
  { without = [] }: { readonly without?: readonly string[] } = {},
): EndColumn[] {
  const ends = (texts: readonly string[]) => new Set(texts.flatMap((text) => text.match(END) ?? []));
  const [read, known] = [ends(conditions), ends(without)];
  return (['a', 'b'] as const).flatMap((side) =>
    COMPARED_COLUMNS.map((column) => ({ side, column, end: `${side}.${column}` }))
      .filter(({ end }) => read.has(end) && !known.has(end))
      .map(({ column, end }) => ({
        source: sql`${identifier(side)}.${identifier(column)}`,
        column: identifier(end),
      })),
  );
}

/** A condition over the columns that carry the ends: as fields of a struct they would be copied at each mention. */
export function overEnds(condition: string): Sql {
  return trusted(condition.replaceAll(END, '"$1.$2"'));
}
