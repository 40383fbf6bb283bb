import { asItems, type BlockSign } from './indented-blocks.ts';
import { outsideFences } from './lines.ts';
import { withoutLiquid } from './liquid.ts';
import { withoutMdx } from './mdx.ts';
import { withSpacedDestinations } from './spaced-destinations.ts';

/**
 * What of a page is no Markdown to its generator: lines of containers (VitePress), and ESM, JSX and expressions besides (MDX), these
 * only on pages that import something (`ImportedMdx`), tags (Liquid), signs of indented blocks (Python-Markdown), all but shortcodes
 * (pages in another markup, as AsciiDoc).
 */
export type SetAside = 'containers' | 'mdx' | 'liquid' | 'markup' | readonly BlockSign[] | ImportedMdx;

interface ImportedMdx {
  readonly importedMdx: {
    /** Components that hand their `href` to an `<a>`, when they are imported from `from`. */
    readonly anchors: readonly string[];
    readonly from: string;
  };
}

/** The text, in which what is no Markdown is left blank or masked. Its length and all offsets stay. */
export function setAside(text: string, kind: SetAside | undefined): string {
  if (kind === undefined) return text;
  if (kind === 'liquid') return withoutLiquid(text);
  if (kind === 'markup')
    return text.replace(TAG_OR_WORD, (found) => (found.startsWith('{{') ? found : 'x'.repeat(found.length)));
  if (kind === 'containers') return withoutContainers(text);
  if (kind === 'mdx')
    return withoutMdx(withoutContainers(withoutWrapping(text)), DOCUSAURUS_LINK.test(text) ? LINK : NONE);
  if (!('importedMdx' in kind)) return asItems(withSpacedDestinations(text), kind);
  const plain = withoutContainers(text);
  return isImporting(text) ? withoutMdx(plain, importedAnchors(text, kind)) : plain;
}

/** `{{< ref "page.md" >}}`, or what is no tag of a shortcode, up to a brace. */
const TAG_OR_WORD = /\{\{[<%][^{}]{0,1000}\}\}|[^\s{]+|\{/g;

const DOCUSAURUS_LINK = /^import[ \t]{1,9}Link[ \t]{1,9}from[ \t]{0,9}["']@docusaurus\/Link["']/m;
const LINK: ReadonlySet<string> = new Set(['Link']);
const NONE: ReadonlySet<string> = new Set();

/** The components of `anchors` that the page imports by their own names. */
function importedAnchors(text: string, { importedMdx: { anchors, from } }: ImportedMdx): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, names = '', source] of text.matchAll(
    /^import[ \t]*\{([^}"']{1,500})\}[ \t]*from[ \t]*["']([^"'\n]{1,200})["']/gm,
  ))
    if (source === from) for (const name of names.split(',')) if (anchors.includes(name.trim())) found.add(name.trim());
  return found;
}

/** Whether a page imports components. */
export function isImporting(text: string): boolean {
  if (!/^import[ \t]/m.test(text)) return false;
  const lines = text.split('\n');
  return [...outsideFences(lines)].some((index) => /^import[ \t][^"']{0,300}["']/.test(lines[index] ?? ''));
}

/** A fence around MDX that Docusaurus 3 takes away first, of three or four backticks. */
const WRAPPING = /^ *(`{3,4}) *mdx-code-block\r?$/;

function withoutWrapping(text: string): string {
  if (!text.includes('mdx-code-block')) return text;
  const lines = text.split('\n');
  const blank = (index: number) => {
    lines[index] = lines[index]!.replace(/[^\r]/g, ' ');
  };
  let open = { at: -1, marks: '' };
  for (const [at, line] of lines.entries()) {
    const marks = WRAPPING.exec(line)?.[1];
    if (open.marks === '' && marks !== undefined) open = { at, marks };
    else if (open.marks !== '' && line.trim() === open.marks) {
      blank(open.at);
      blank(at);
      open = { at: -1, marks: '' };
    }
  }
  return lines.join('\n');
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
