/** The module names of static, dynamic and re-exporting imports. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const patterns = [
    /\bfrom\s*(['"])([\w@./:#-]+)\1/g,
    /\bimport\s*\(\s*(['"])([\w@./:#-]+)\1/g,
    /\bimport\s*(['"])([\w@./:#-]+)\1/g,
    /\brequire\s*\(\s*(['"])([\w@./:#-]+)\1/g,
    /\bnew\s+URL\s*\(\s*(['"])(\.[^'"\n]*\.[jt]s)\1/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((found) => found[2] ?? ''));
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** The package of a module name: `@scope/name/file` → `@scope/name`. */
export function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
