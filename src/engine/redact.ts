/**
 * Kinds of DuckDB's errors that speak of the statement or of the machine. Every other kind may quote a cell, bare or
 * between quotes that the cell itself may close.
 */
const WITHOUT_CELLS =
  /^(?:Binder|Catalog|Parser|Syntax|Planner|Settings|Dependency|Permission|Missing Extension|Invalid Configuration|IO|Out of Memory|INTERRUPT|INTERNAL) Error:/;
const KIND = /^(?:[A-Za-z]+ ){1,4}Error:/;
const CAST = /(?: to [A-Z0-9]+(?:\(\d+,\d+\))?)? when casting from source column \w+$/;

/** Eight digits or more, also with a sign between them, as people write a NIK or a date of birth. */
const SPLIT_DIGITS = /\d(?:[ .\-/|]?\d){7,}/g;

/**
 * The one place through which messages of others pass before a person or a log sees them. DuckDB quotes cell values in
 * its own errors, and so do parsers: this keeps the kind of error and the names in it and drops whatever may be a value
 * or a key. Of a DuckDB message that may quote a cell: all but its kind and the cast that failed. Of another program's:
 * everything from the first quotation mark to the last. Elsewhere: quoted texts, digits in a row, original lines, and
 * the excerpt of the statement (a keyed hash stands in it). What it gives, it gives again unchanged.
 */
export function redact(message: string): string {
  const text = message.replace(/\n+LINE \d+:[\s\S]*$/, '');
  const [kind] = KIND.exec(text) ?? [];
  const isKnown = WITHOUT_CELLS.test(text);
  if (kind !== undefined && !isKnown) return `${kind} ***${CAST.exec(text)?.[0] ?? ''}`;
  return (isKnown ? withoutQuotedCells(text) : withoutQuotations(text))
    .replace(/(Original Line:)[\s\S]*?(?=\n\s*Possible fixes|$)/gi, '$1 ***')
    .replace(SPLIT_DIGITS, '####')
    .replace(/\d{4,}/g, '####');
}

function withoutQuotedCells(text: string): string {
  return text
    .replace(/'(?:[^'\n]|'')*'/g, "'***'")
    .replace(/"(?:[^"\n]|"")*[0-9]{4,}(?:[^"\n]|"")*"/g, '"***"');
}

/** A cell may close the quotation that it stands in, so only the outermost marks can be trusted. */
function withoutQuotations(text: string): string {
  return text.replace(/(["'`])[\s\S]*["'`]/, '$1***$1');
}

/** A text of the user's own, such as a config value that an error quotes, with every NIK or NKK in it cut to its area. */
export function maskNumbers(text: string): string {
  return text.replace(/(?<!\d)(\d{6})\d{10}(?!\d)/g, '$1**********');
}
