import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { encodedPath } from '../../files/paths.ts';
import { inThousands } from '../../phrases/amounts.ts';

/** One part of the page, with its place in the navigation. */
export interface ReportPart {
  readonly id: string;
  readonly title: string;
  readonly content: readonly ElementContent[];
}

/** A rule by the name that people use: `link-page`. */
export function ruleName(id: string): string {
  return id.replace(/^handbook-/, '');
}

/** A table with a caption; the first cell of each row is its heading. Cells are words or elements. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number | ElementContent)[])[],
): Element {
  const body = rows.map(([first = '', ...cells]) => {
    const others = cells.map((cell) => h(typeof cell === 'number' ? 'td.number' : 'td', shown(cell)));
    return h('tr', [h('th', { scope: 'row' }, shown(first)), ...others]);
  });
  return tableOf('table', caption, heads, body);
}

/** A table of rows that are made already, in a region of its own that scrolls. */
export function tableOf(kind: string, caption: string, heads: readonly string[], rows: Element[]): Element {
  const columns = heads.map((head) => h('th', { scope: 'col' }, head));
  return h('div.scroll', { tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h(kind, [h('caption', caption), h('thead', h('tr', columns)), h('tbody', rows)]),
  ]);
}

function shown(cell: string | number | ElementContent): string | ElementContent {
  return typeof cell === 'number' ? inThousands(cell) : cell;
}

/** What is folded away until somebody asks. */
export function folded(summary: string, content: readonly ElementContent[]): Element {
  return h('details', [h('summary', summary), ...content]);
}

/** A file, as a link where it can be read. */
export function fileLink(source: string | null, path: string, text = path): Element {
  if (source === null) return h('code', text);
  const url = source.replaceAll('{path}', () => encodedPath(path)).replaceAll('{line}', '1');
  return h('a', { href: url }, h('code', text));
}
