import type { Nodes } from 'mdast';
import { FastTree } from './fast-tree.ts';
import { ReferenceTree } from './reference-tree.ts';
import type { Tree } from './tree.ts';

/** `auto`: the fast parser, and the reference where only that one gets a page right or can be loaded. */
export type ParserChoice = 'fast' | 'reference' | 'auto';

type Parse = (text: string) => Tree;

let fast: Parse | undefined;
let fastFailure: Error | undefined;
let reference: Parse | undefined;

/** What could be loaded; `fallback` says why the fast parser is not among it. */
export interface LoadedParsers {
  readonly fallback: string | undefined;
}

/**
 * Loads the parsers. Await this once before `readPage`; the loaded ones are kept. The reference is loaded when it
 * is asked for, or when the native parser cannot be.
 */
export async function loadParsers(options: { readonly reference?: boolean } = {}): Promise<LoadedParsers> {
  if (!fast && !fastFailure) {
    try {
      fast = await loadFast();
    } catch (error) {
      fastFailure = error instanceof Error ? error : new Error(String(error));
    }
  }
  if (!reference && (options.reference || !fast)) reference = await loadReference();
  return { fallback: fast ? undefined : fastFailure?.message };
}

/** Markdown to a tree. Front matter and shortcodes must have been taken out before. */
export function parseMarkdown(text: string, choice: ParserChoice): Tree {
  const parse = choice === 'fast' ? fast : choice === 'reference' ? reference : (fast ?? reference);
  if (!parse) throw new Error(`The ${choice} Markdown parser is not loaded; await loadParsers() first.`);
  return parse(text);
}

async function loadFast(): Promise<Parse> {
  const { MdastReader, createMdastHandle, dropHandle, serializeHandle } = await import('satteri');
  const features = { gfm: true, frontmatter: false };
  const parse = (text: string): FastTree => {
    const handle = createMdastHandle(text, features, true);
    try {
      const buffer = serializeHandle(handle);
      return new FastTree(buffer, new MdastReader(buffer));
    } finally {
      dropHandle(handle);
    }
  };
  if (!parse('# a\n\n- b [c](d) é\n').isKnownLayout()) throw new Error('its tree has an unknown layout');
  return parse;
}

async function loadReference(): Promise<Parse> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(remarkParse).use(remarkGfm).freeze();
  return (text) => new ReferenceTree(processor.parse(text) as Nodes);
}
