import { asItems, type BlockSign } from './indented-blocks.ts';
import { outsideFences } from './lines.ts';
import { withoutLiquid } from './liquid.ts';
import { withoutMdx } from './mdx.ts';

/**
 * What of a page is no Markdown to its generator: lines of containers (VitePress), and ESM, JSX and expressions besides (MDX), these
 * only on pages that import something (`imported-mdx`), tags (Liquid), signs of indented blocks (Python-Markdown).
 */
export type SetAside = 'containers' | 'mdx' | 'imported-mdx' | 'liquid' | readonly BlockSign[];

/** The text with that left blank or masked; its length and all offsets stay. */
export function setAside(text: string, kind: SetAside | undefined): string {
  if (kind === undefined) return text;
  if (kind === 'liquid') return withoutLiquid(text);
  if (typeof kind !== 'string') return asItems(text, kind);
  const plain = withoutContainers(text);
  return kind === 'mdx' || (kind === 'imported-mdx' && isImporting(text)) ? withoutMdx(plain) : plain;
}

/** Whether a page imports components. */
export function isImporting(text: string): boolean {
  if (!/^import[ \t]/m.test(text)) return false;
  const lines = text.split('\n');
  return [...outsideFences(lines)].some((index) => /^import[ \t][^"']{0,300}["']/.test(lines[index] ?? ''));
}

/** `::: tip Title`, `:::note[Title]`, and the `:::` that ends it. */
const CONTAINER = /^[ \t>]*:{3,}/;

/** The text with the lines that open and close containers left blank: what stands between them is Markdown of the page. */
function withoutContainers(text: string): string {
  if (!text.includes(':::')) return text;
  const lines = text.split('\n');
  for (const index of outsideFences(lines)) {
    const line = lines[index] ?? '';
    const found = CONTAINER.exec(line);
    if (found) lines[index] = found[0].replace(/:/g, ' ') + line.slice(found[0].length).replace(/[^\r]/g, ' ');
  }
  return lines.join('\n');
}
