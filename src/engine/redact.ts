/**
 * DuckDB quotes cell values in its own errors. This keeps the kind of error and the names in it
 * and drops whatever may be a value or a key: quoted texts, digit runs of four or more, original lines, and the
 * excerpt of the statement (a keyed hash stands in it).
 */
export function redact(message: string): string {
  return message
    .replace(/(Original Line:)[\s\S]*?(?=\n\s*Possible fixes|$)/gi, '$1 ***')
    .replace(/\n+LINE \d+:[\s\S]*$/, '')
    .replace(/'(?:[^'\n]|'')*'/g, "'***'")
    .replace(/"(?:[^"\n]|"")*[0-9]{4,}(?:[^"\n]|"")*"/g, '"***"')
    .replace(/\d{4,}/g, (digits) => '#'.repeat(Math.min(digits.length, 4)));
}
