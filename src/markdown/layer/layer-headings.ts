import type { Heading, Range } from '../facts.ts';
import { type DefinedHeading, mayDefine } from '../headings/defined-headings.ts';
import { headingId } from '../headings/heading-id.ts';
import { readHeadingSource } from '../headings/heading-source.ts';
import { plainText, textOf } from '../plain-text.ts';
import type { MarkdownSettings } from '../settings.ts';
import { type Layer, MASK } from '../shortcodes/mask.ts';
import type { Tree } from '../tree.ts';
import type { FoundHeading, LayerFacts } from './layer-facts.ts';

/** Reads the headings of one layer. */
export class LayerHeadings {
  private readonly tree: Tree;
  private readonly layer: Layer;
  private readonly facts: LayerFacts;
  private readonly settings: MarkdownSettings;
  private mayDefine: boolean | undefined;

  constructor(tree: Tree, layer: Layer, facts: LayerFacts, settings: MarkdownSettings) {
    this.tree = tree;
    this.layer = layer;
    this.facts = facts;
    this.settings = settings;
  }

  /** Whether the page may have headings in definition lists. */
  mayBeDefined(): boolean {
    this.mayDefine ??= mayDefine(this.layer.text);
    return this.mayDefine;
  }

  addDefined(headings: readonly DefinedHeading[]): void {
    for (const { level, range } of headings) {
      const source = readHeadingSource(this.layer.text, ...range, this.settings);
      this.add(level, range, source, plainText(this.layer.text.slice(...source.words)));
    }
  }

  /** Adds a heading of the tree. */
  addNode(node: number): void {
    const { tree } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const source = readHeadingSource(this.layer.text, start, end, this.settings);
    this.add(
      tree.depth(node) as Heading['level'],
      [start, end],
      source,
      plainText(textOf(tree, node, source.words[1])),
      node,
    );
  }

  private add(
    level: Heading['level'],
    own: Range,
    source: ReturnType<typeof readHeadingSource>,
    text: string,
    node?: number,
  ): void {
    const range: Range = [this.layer.start + own[0], this.layer.start + own[1]];
    const textRange: Range = [this.layer.start + source.words[0], this.layer.start + source.words[1]];
    const { slug, words, written } = headingId(
      { tree: this.tree, node, text: this.layer.text },
      source,
      text,
      this.settings,
    );
    const heading: FoundHeading = { level, range, textRange, text, slug, hasBody: false };
    if (source.id !== undefined) heading.id = source.id;
    if (this.layer.calls.length > 0 && written.includes(MASK) && !words.includes(MASK)) heading.isSettled = true;
    this.facts.headings.push(heading);
  }
}
