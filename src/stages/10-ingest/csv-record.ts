/**
 * The fields of one record, or why it is none: `unclosed` when a quoted field does not end in the text,
 * `malformed` when something follows a closing quote or a line break stands outside quotes.
 *
 * Reading line by line lets a damaged line be rejected alone; a stream parser loses the lines after an open quote.
 * Agrees with DuckDB's reader: a quote inside an unquoted field is text, blanks around a quoted field are dropped.
 */
export function splitRecord(
  text: string,
  delimiter: string,
  quoted: boolean,
): string[] | 'unclosed' | 'malformed' {
  if (!quoted || !text.includes('"')) return text.includes('\n') ? 'malformed' : text.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let start = at;
    while (text[start] === ' ') start += 1;
    const field = text[start] === '"' ? quotedField(text, start, delimiter) : plainField(text, at, delimiter);
    if (typeof field === 'string') return field;
    fields.push(field.value);
    if (field.end >= text.length) return fields;
    at = field.end + 1;
  }
}

interface Field {
  readonly value: string;
  /** Position of the delimiter after it, or the text's length. */
  readonly end: number;
}

function plainField(text: string, start: number, delimiter: string): Field | 'malformed' {
  const found = text.indexOf(delimiter, start);
  const end = found === -1 ? text.length : found;
  const value = text.slice(start, end);
  return value.includes('\n') ? 'malformed' : { value, end };
}

function quotedField(text: string, start: number, delimiter: string): Field | 'unclosed' | 'malformed' {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return 'unclosed';
  let end = close + 1;
  while (text[end] === ' ') end += 1;
  if (end < text.length && text[end] !== delimiter) return 'malformed';
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end };
}

/**
 * Fields beyond the header's are dropped while they are empty: exports often end every line with delimiters.
 * DuckDB's reader does the same.
 */
export function trimFields(fields: readonly string[], expected: number): readonly string[] {
  let length = fields.length;
  while (length > expected && fields[length - 1] === '') length -= 1;
  return length === fields.length ? fields : fields.slice(0, length);
}
