import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseWithMarkedSlashes } from './fast/corrections.ts';
import { noteSlowReading, whySlow } from './fast/slow-reading.ts';
import { FastTree } from './fast/tree.ts';
import { ReferenceTree } from './reference-tree.ts';
import type { Tree } from './tree.ts';

/** `auto`: the fast parser, and the reference where only that one gets a page right or can be loaded. */
export type ParserChoice = 'fast' | 'reference' | 'auto';

type Parse = (text: string) => Tree;

let fast: Parse | undefined;
let reference: Parse | undefined;

/**
 * Loads the parsers. Await this once before `readPage`; the loaded ones are kept. The reference is loaded when it
 * is asked for, or when the native parser cannot be, of which `whySlow` says why.
 */
export async function loadParsers(options: { readonly reference?: boolean } = {}): Promise<void> {
  if (!fast && whySlow() === undefined) {
    try {
      fast = fastOf(await import('./fast/native-parser.ts'));
    } catch (error) {
      noteSlowReading(error);
    }
  }
  if (!reference && (options.reference || !fast)) reference = referenceOf(await import('./reference-parser.ts'));
}

/** Markdown to a tree. Front matter and shortcodes must have been taken out before. */
export function parseMarkdown(text: string, choice: ParserChoice): Tree {
  const parse = choice === 'fast' ? fast : choice === 'reference' ? reference : (fast ?? reference);
  if (!parse) throw new Error(`The ${choice} Markdown parser is not loaded; await loadParsers() first.`);
  return parse(text);
}

/**
 * Loads a parser without waiting, by `require`, when it turns out late that a page has to be read. Only some runtimes can load
 * modules so.
 */
export function loadParsersNow(): void {
  if (fast || reference) return;
  const require = createRequire(import.meta.url);
  try {
    fast = fastOf(require('satteri') as Satteri);
  } catch (error) {
    noteSlowReading(error);
    const dist = import.meta.url.lastIndexOf('/dist/');
    const file = fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/markdown/reference-parser.js`);
    reference = referenceOf(require(file) as ReferenceParser);
  }
}

type Satteri = typeof import('./fast/native-parser.ts');

/** Has every kind of text that is read, in both ways in which satteri keeps it. */
const SAMPLE =
  '## a\n\n1. [b](/c "d") ![e](/f) `g` &amp; h\n\n```i\nj\n```\n\n[k][l] ![m][l] n[^o]\n\n[l]: /p\n\n[^o]: q\n';

function fastOf({ MdastReader, createMdastHandle, dropHandle, serializeHandle }: Satteri): Parse {
  const features = { gfm: true, frontmatter: false };
  const serialize = (text: string): Uint8Array => {
    const handle = createMdastHandle(text, features, true);
    try {
      return serializeHandle(handle);
    } finally {
      dropHandle(handle);
    }
  };
  for (const sample of [SAMPLE, `é ${SAMPLE}`]) {
    const tree = serialize(sample);
    if (!new FastTree(tree).isKnownLayout(new MdastReader(tree))) throw new Error('its tree has an unknown layout');
  }
  const parse = (text: string) => new FastTree(serialize(text));
  return (text) => parseWithMarkedSlashes(text, parse) ?? parse(text);
}

type ReferenceParser = typeof import('./reference-parser.ts');

function referenceOf({ referenceParser }: ReferenceParser): Parse {
  const parse = referenceParser();
  return (text) => new ReferenceTree(parse(text));
}
