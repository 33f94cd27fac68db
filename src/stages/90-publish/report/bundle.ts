import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulesFolder } from '../../../engine/reference.ts';

/** The script and the styles that are written into every page, made by `npm run build`. */
export interface Bundle {
  readonly script: string;
  readonly styles: string;
}

/** @throws RangeError when the project was not built */
export function loadBundle(): Bundle {
  const folder = join(dirname(rulesFolder()), 'dist', 'report');
  const [script, styles] = ['client.js', 'client.css'].map((name) => join(folder, name));
  if (script === undefined || styles === undefined || !existsSync(script) || !existsSync(styles))
    throw new RangeError('the script of the report is not built: run npm run build');
  return {
    script: readFileSync(script, 'utf8').replaceAll('</script', '<\\/script'),
    styles: readFileSync(styles, 'utf8').replaceAll('</style', '<\\/style'),
  };
}
