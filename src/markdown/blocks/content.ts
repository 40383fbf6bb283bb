import { addToGroup } from '../../collections/groups.ts';
import type { Block, ListItem, PageContent, Range } from '../facts.ts';
import { openBlocks, opensBlock, readHtmlBlocks } from '../html/html-blocks.ts';
import { tableWithFaults } from '../html/open-blocks.ts';
import { wordsOfHtml } from '../html/walk.ts';
import type { ParsedLayer } from '../layer/layer-facts.ts';
import * as NodeType from '../node-type.ts';
import type { ParsedPage } from '../parse-page.ts';
import { MAX_TREE_DEPTH, plainText, unstruckTextOf, wordsOf } from '../plain-text.ts';
import { byStart, countUntil, coverage } from '../ranges.ts';
import { MASK } from '../shortcodes/mask.ts';
import { childrenOf } from '../tree.ts';
import { rangeOf, sourceOf } from './layer-ranges.ts';
import { tableRows } from './table-rows.ts';

/** A table of raw HTML is read in at most this many pieces; each empty line begins one. */
const MAX_HTML_PIECES = 400;

const IMAGES: ReadonlySet<number> = new Set([NodeType.Image, NodeType.ImageReference]);

/** Makes a page's blocks from its layers' trees. `text` is the page as it is written. */
export function blocksOf(page: ParsedPage, text: string): PageContent {
  const headings = page.layers.flatMap(({ facts }) => facts.headings).sort(byStart);
  const headingAt = new Map(headings.map(({ range }, index) => [range[0], index]));
  const readers = page.layers.map((layer) => new BlockReader(layer, headingAt, text));
  const [root, ...bodies] = readers.map((reader) => reader.read());
  const blocks = root ?? [];
  const inProse = coverage(readers.flatMap((reader) => reader.prose));
  const inserts: Blocks = bodies.flat();
  for (const [index, call] of page.lexed.calls.entries()) {
    if (page.places[index] !== 'content' || inProse(call.range[0])) continue;
    inserts.push({ type: 'shortcode', range: call.range, shortcode: index });
  }
  // In order, so that what stands in a list goes to its item and all else to the end of what was there before.
  return { blocks: mergeBlocks(blocks, inserts.sort(byStart)) };
}

class BlockReader {
  /** Where calls are part of a sentence. */
  readonly prose: Range[] = [];
  private readonly layer: ParsedLayer;
  private readonly headingAt: ReadonlyMap<number, number>;
  private readonly text: string;

  constructor(layer: ParsedLayer, headingAt: ReadonlyMap<number, number>, text: string) {
    this.layer = layer;
    this.headingAt = headingAt;
    this.text = text;
  }

  read(): Blocks {
    const blocks: Blocks = [];
    this.children(0, 0, blocks, 0);
    return blocks;
  }

  private children(parent: number, from: number, blocks: Blocks, depth: number): void {
    const { tree } = this.layer;
    if (depth > MAX_TREE_DEPTH) return;
    for (let index = from; index < tree.childCount(parent); index += 1) {
      const node = tree.child(parent, index);
      const range = this.range(node);
      switch (tree.type(node)) {
        case NodeType.Heading: {
          this.prose.push(range);
          const heading = this.headingAt.get(range[0]);
          if (heading !== undefined) blocks.push({ type: 'heading', range, heading });
          break;
        }
        case NodeType.Paragraph:
          this.paragraph(node, range, blocks);
          break;
        case NodeType.List:
          blocks.push(...this.list({ ordered: tree.ordered(node), range, items: this.items(node, depth + 1) }));
          break;
        case NodeType.Table: {
          this.prose.push(range);
          const [header = [], ...rows] = tableRows(node, this.layer);
          blocks.push(tableWithFaults({ type: 'table', range, header, rows }));
          break;
        }
        case NodeType.Code:
          blocks.push({ type: 'code', range, language: tree.language(node) });
          break;
        case NodeType.Html:
          index = this.html(parent, index, range, blocks);
          break;
        default:
          this.children(node, 0, blocks, depth + 1);
      }
    }
  }

  /** Raw HTML, and what follows it as long as a list or table is open. Gives the last child that was read. */
  private html(parent: number, index: number, range: Range, blocks: Blocks): number {
    const { tree } = this.layer;
    if (!opensBlock(this.source(range))) {
      this.prose.push(range);
      blocks.push({ type: 'html', range, text: plainText(wordsOfHtml(this.source(range))) });
      return index;
    }
    let whole = range;
    let last = index;
    let open = openBlocks(this.source(range));
    for (let next = index + 1; next < tree.childCount(parent) && open > 0; next += 1) {
      const piece = this.range(tree.child(parent, next));
      if (next - index > MAX_HTML_PIECES || tree.type(tree.child(parent, next)) === NodeType.Heading) break;
      open += openBlocks(this.source(piece));
      whole = [range[0], piece[1]];
      last = next;
    }
    if (open > 0) [whole, last] = [range, index];
    this.prose.push(whole);
    const { blocks: inner, text } = readHtmlBlocks(this.source(whole), whole[0]);
    if (text !== '' || inner.length === 0) blocks.push({ type: 'html', range: whole, text });
    blocks.push(...inner);
    return last;
  }

  private paragraph(node: number, range: Range, blocks: Blocks): void {
    if (this.isOnlyShortcodes(range)) return;
    this.prose.push(range);
    if (this.isOnlyImages(node)) blocks.push({ type: 'image', range });
    else blocks.push({ type: 'paragraph', range, text: plainText(wordsOf(this.layer.tree, node)) });
  }

  private isOnlyShortcodes(range: Range): boolean {
    const source = this.source(range);
    return source.startsWith(MASK) && plainText(source) === '';
  }

  private isOnlyImages(node: number): boolean {
    const { tree } = this.layer;
    const isBlank = (child: number) =>
      tree.type(child) === NodeType.Break ||
      (tree.type(child) === NodeType.Text && plainText(tree.value(child)) === '');
    const shown = childrenOf(tree, node).filter((child) => !isBlank(child));
    const isImage = (child: number) =>
      IMAGES.has(tree.type(child)) || (tree.type(child) === NodeType.Link && this.isOnlyImages(child));
    return shown.length > 0 && shown.every(isImage);
  }

  /** A list; of items that are no items but indented blocks (`=== "Ship"`), their first lines as they are written and what they hold. */
  private list(list: { readonly ordered: boolean; readonly range: Range; readonly items: readonly Item[] }): Blocks {
    const isSigned = ({ range: [start] }: Item) => /[!?=]/.test(this.text.charAt(start));
    if (!list.items.some(isSigned)) return [{ type: 'list', ...list }];
    const blocks: Blocks = [];
    let open: Item[] = [];
    for (const item of list.items) {
      const [start, end] = item.range;
      if (isSigned(item)) {
        const line: Range = [start, item.textRange[1]];
        blocks.push({ type: 'paragraph', range: line, text: plainText(this.text.slice(...line)) }, ...item.children);
        open = [];
      } else {
        if (open.length > 0) blocks.pop();
        open.push(item);
        blocks.push({ type: 'list', ordered: list.ordered, range: [open[0]!.range[0], end], items: open });
      }
    }
    return blocks;
  }

  private items(list: number, depth: number): Item[] {
    const { tree } = this.layer;
    const items: Item[] = [];
    for (const node of childrenOf(tree, list)) {
      const range = this.range(node);
      const children: Blocks = [];
      const [first] = childrenOf(tree, node);
      const words = first !== undefined && tree.type(first) === NodeType.Paragraph ? this.range(first) : undefined;
      if (first !== undefined && words && !this.isOnlyShortcodes(words)) {
        this.prose.push(words);
        const whole = plainText(wordsOf(tree, first));
        const text = plainText(unstruckTextOf(tree, first));
        const item = { range, text, textRange: this.withoutCheckbox(words, whole), children };
        items.push(text === '' && whole !== '' ? { ...item, struck: whole } : item);
      } else items.push({ range, text: '', textRange: [range[1], range[1]], children });
      this.children(node, words ? 1 : 0, children, depth);
    }
    return items;
  }

  /** One parser counts a task's checkbox to its paragraph, the other does not. */
  private withoutCheckbox(words: Range, text: string): Range {
    const [box = '', mark = ''] = /^(?:(\[[ \txX]\])\s+|\s+)/.exec(this.source(words)) ?? [];
    return mark !== '' && text.startsWith(mark) ? words : [words[0] + box.length, words[1]];
  }

  private range(node: number): Range {
    return rangeOf(node, this.layer);
  }

  private source(range: Range): string {
    return sourceOf(range, this.layer);
  }
}

/** Blocks, and items of lists, as long as more can be put between them. */
type Blocks = Block[];
type Item = Omit<ListItem, 'children'> & { readonly children: Blocks };

/** Puts blocks where they belong by their position: between the page's blocks, or into an item of a list. */
function mergeBlocks(blocks: Blocks, inserts: Blocks): Blocks {
  if (inserts.length === 0) return blocks;
  const between: Blocks = [];
  const nested = new Map<Item, Blocks>();
  for (const block of inserts) {
    const item = itemAround(blocks, block.range[0]);
    if (item) addToGroup(nested, item, block);
    else between.push(block);
  }
  for (const [item, own] of nested)
    item.children.splice(0, item.children.length, ...mergeBlocks([...item.children], own));
  return [...blocks, ...between].sort(byStart);
}

function itemAround(blocks: Blocks, offset: number): Item | undefined {
  const list = blocks[countUntil(blocks.length, (at) => blocks[at]!.range[0] <= offset) - 1];
  if (list?.type !== 'list' || offset >= list.range[1]) return undefined;
  return list.items[countUntil(list.items.length, (at) => list.items[at]!.range[0] <= offset) - 1] as Item | undefined;
}
