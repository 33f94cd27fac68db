import type { Invocation } from './command.ts';

/** Writes a command's result on stdout: its data as JSON where `--json` was typed, else the text for a person. */
export function writeResult(
  { io, options }: Pick<Invocation, 'io' | 'options'>,
  data: object,
  text: () => string,
): void {
  const written = options['json'] === true ? JSON.stringify(data, null, 2) : text();
  io.stdout.write(`${written}\n`);
}
