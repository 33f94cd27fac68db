/**
 * SQL as values. `sql` is a tagged template: nested `Sql` is spliced, every other value is bound as `$1, $2, …`.
 * Names go through `identifier`; `literal` is only for statements in which DuckDB cannot bind
 * (COPY … TO, CREATE VIEW, CREATE MACRO); `trusted` is for SQL text that ships in `rules/`.
 */
export interface Sql {
  readonly text: (firstParameter: number) => string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | bigint | boolean | null;

function isSql(value: Sql | SqlValue): value is Sql {
  return typeof value === 'object' && value !== null;
}

export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | SqlValue)[]): Sql {
  return {
    values: parts.flatMap((part) => (isSql(part) ? part.values : [part])),
    text(firstParameter) {
      let next = firstParameter;
      return strings.reduce((text, piece, index) => {
        const part = parts[index - 1];
        if (index === 0 || part === undefined) return text + piece;
        if (!isSql(part)) return `${text}$${next++}${piece}`;
        const nested = part.text(next);
        next += part.values.length;
        return text + nested + piece;
      }, '');
    },
  };
}

/** SQL text from a trusted place (a rule file that ships with Sisir or was checked), spliced as it is. */
export function trusted(text: string): Sql {
  return { values: [], text: () => text };
}

/** The one place that quotes names. */
export function identifier(name: string): Sql {
  return trusted(`"${name.replaceAll('"', '""')}"`);
}

/** A quoted constant, for statements in which DuckDB binds no parameters. */
export function literal(value: SqlValue): Sql {
  if (value === null) return trusted('NULL');
  if (typeof value === 'string') return trusted(`'${value.replaceAll("'", "''")}'`);
  return trusted(String(value));
}

/** Fragments with a separator between them. */
export function join(parts: readonly Sql[], separator = ', '): Sql {
  return {
    values: parts.flatMap((part) => part.values),
    text(firstParameter) {
      let next = firstParameter;
      return parts
        .map((part) => {
          const text = part.text(next);
          next += part.values.length;
          return text;
        })
        .join(separator);
    },
  };
}

/** A list constant of texts or numbers. */
export function list(values: readonly SqlValue[]): Sql {
  return sql`[${join(values.map(literal))}]`;
}

/** The statement's text with its parameters numbered from 1. */
export function render(statement: Sql): string {
  return statement.text(1);
}
