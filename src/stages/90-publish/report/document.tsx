import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language, Text } from '../../../model/text.ts';
import type { Bundle } from './bundle.ts';
import { Page, PageProvider, useOnlyText } from './view/page.tsx';

/** JSON that may stand inside a script element: no `<`, `>` or `&`, and no line separator that ends a statement. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sourceHash(source: string): string {
  return `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
}

/** Nothing is fetched, posted or framed; the only script is the one in the page. */
function policyOf({ script }: Bundle): string {
  return [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function Title({ text }: { text: Text }): VNode {
  return <title {...useOnlyText(text)} />;
}

export interface DocumentProps {
  readonly language: Language;
  /** From the page to the run's folder: `../` */
  readonly base: string;
  readonly title: Text;
  /** Paths of the run's files, which the page may link to. */
  readonly files: readonly string[];
  readonly bundle: Bundle;
  readonly content: VNode;
}

/** A whole page that needs nothing beside it, as HTML. */
export function renderDocument({ language, base, title, files, bundle, content }: DocumentProps): string {
  const page = new Page(language, base, files);
  const body = renderToString(<PageProvider value={page}>{content}</PageProvider>);
  const head = renderToString(
    <PageProvider value={page}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policyOf(bundle)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <Title text={title} />
        <style dangerouslySetInnerHTML={{ __html: bundle.styles }} />
      </head>
    </PageProvider>,
  );
  const data = embeddedJson(page.data());
  return `<!doctype html>
<html lang="${language}">
${head}
<body>
${body}
<script type="application/json" id="data">${data}</script>
<script>${bundle.script}</script>
</body>
</html>
`;
}
