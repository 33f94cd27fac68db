import type { ComponentChildren, VNode } from 'preact';
import type { Position } from '../../../../model/profile-tables.ts';
import type { Text } from '../../../../model/text.ts';
import { T, usePage } from './page.tsx';
import type { RichCell } from './table.tsx';
import { POSITION_WORDS } from './words.ts';

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: Text;
  lead?: Text;
  children: ComponentChildren;
}): VNode {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <T text={title} />
      </h2>
      {lead === undefined ? null : (
        <p class="lead">
          <T text={lead} />
        </p>
      )}
      {children}
    </section>
  );
}

/** Said instead of a chart that has nothing to show, and why. */
export function State({ text }: { text: Text }): VNode {
  return (
    <p class="state">
      <T text={text} />
    </p>
  );
}

export function Note({ text }: { text: Text }): VNode {
  return (
    <p class="note">
      <T text={text} />
    </p>
  );
}

const ROWS_ARE_IN: Text = { id: 'Barisnya ada di', en: 'The rows are in' };

/** Links to the files of the run that hold the rows behind a number. */
export function Extracts({ paths }: { paths: readonly string[] }): VNode | null {
  const page = usePage();
  const files = paths.map((path) => page.fileOf(path)).filter((path) => path !== undefined);
  if (files.length === 0) return null;
  return (
    <p class="extracts">
      <T text={ROWS_ARE_IN} />
      {': '}
      {files.map((path, index) => (
        <>
          {index === 0 ? null : ' · '}
          <a href={fileHref(page.base, path)}>
            <bdi>{path}</bdi>
          </a>
        </>
      ))}
    </p>
  );
}

/** A relative address of a file below the run's folder. */
export function fileHref(base: string, path: string): string {
  return base + path.split('/').map(encodeURIComponent).join('/').replaceAll('%3D', '=');
}

export function Severity({ id }: { id: string }): VNode {
  return <span class={`badge ${id}`}>{id}</span>;
}

export function severityCell(id: string): RichCell {
  return { show: <Severity id={id} />, sortBy: ['error', 'warning', 'info'].indexOf(id) };
}

export function positionCell(position: Position | undefined): RichCell | null {
  if (position === undefined) return null;
  const { sign, text, step } = POSITION_WORDS[position];
  return {
    show: (
      <span class={`position step${step}`}>
        <span aria-hidden="true">{sign}</span> <T text={text} />
      </span>
    ),
    sortBy: step,
  };
}

export function linkCell(href: string, name: string): RichCell {
  return {
    show: (
      <a href={href}>
        <bdi>{name}</bdi>
      </a>
    ),
    sortBy: name,
  };
}
