import { noteBars, placeOfWords } from './autolink.ts';
import { readControl } from './control.ts';
import { definitionDestination, inlineDestination } from './destination.ts';
import type { Heading, LinkKind, Range } from './facts.ts';
import { blockAttributes } from './headings/block-attributes.ts';
import {
  type DefinedHeading,
  definedHeadings,
  headingsOfDefinitions,
  isDefinition,
  mayDefine,
} from './headings/defined-headings.ts';
import { fenceAnchors } from './headings/fence-attributes.ts';
import { lineEnd, readHeadingSource } from './headings/heading-source.ts';
import { idWords } from './headings/heading-words.ts';
import { githubSlug, gitlabSlug, hugoSlug } from './headings/slug.ts';
import { termAnchors } from './headings/terms.ts';
import { isVitepress, tokenWords, vitepressSlug } from './headings/token-words.ts';
import { isOnlyHtml, RawHtml } from './html/raw-html.ts';
import { emptyFacts, type FoundHeading, foundLink, type LayerFacts, type Source } from './layer-facts.ts';
import { mermaidLinks } from './mermaid.ts';
import { MAX_DEPTH, plainText, shownTextOf, textOf } from './plain-text.ts';
import { Footnotes, References } from './references.ts';
import { lenientMarkdown, type MarkdownSettings } from './settings.ts';
import { type Layer, MASK } from './shortcodes/mask.ts';
import { NodeType, type Tree } from './tree.ts';

/** Reads one layer's tree in one walk. */
export function readLayer(tree: Tree, layer: Layer, settings: MarkdownSettings = lenientMarkdown): LayerFacts {
  return new LayerReader(tree, layer, settings).read();
}

class LayerReader {
  private readonly facts = emptyFacts();
  private readonly tree: Tree;
  private readonly text: string;
  private readonly base: number;
  private readonly source: Source;
  private readonly rawHtml: RawHtml;
  private readonly references = new References();
  private readonly footnotes = new Footnotes();
  private readonly scope: number;
  private readonly hasCalls: boolean;
  private readonly settings: MarkdownSettings;
  private readonly fences: number[] = [];
  private mayDefine: boolean | undefined;
  /** Up to here the text was seen: where the parsers give no position, what they mean comes after. */
  private cursor = 0;
  private inFootnote = false;
  private inQuote = false;
  private inTable = false;
  private tooDeep = false;

  constructor(tree: Tree, layer: Layer, settings: MarkdownSettings) {
    this.settings = settings;
    this.tree = tree;
    this.text = layer.text;
    this.base = layer.start;
    this.source = { text: this.text, base: this.base };
    this.rawHtml = new RawHtml(this.source, this.facts, settings.rawHtml);
    this.scope = layer.scope;
    this.hasCalls = layer.calls.length > 0;
  }

  read(): LayerFacts {
    this.children(0, 0);
    const { links, anchors } = this.facts;
    for (const link of this.references.resolve()) links.push(link);
    if (this.settings.footnotes) for (const anchor of this.footnotes.resolve()) anchors.push(anchor);
    if (this.settings.blockAttributes)
      for (const anchor of blockAttributes(this.source, this.facts)) anchors.push(anchor);
    for (const anchor of fenceAnchors(this.tree, this.source, this.fences, this.settings.codeLines))
      anchors.push(anchor);
    return this.facts;
  }

  private children(parent: number, depth: number): void {
    const { tree } = this;
    const count = tree.childCount(parent);
    for (let index = 0; index < count; index += 1) {
      const node = tree.child(parent, index);
      const type = tree.type(node);
      if (type === NodeType.Text || type === NodeType.InlineCode) {
        const end = tree.end(node);
        if (this.rawHtml.isOpen) this.rawHtml.addText(tree.value(node));
        if (end >= 0) {
          this.cursor = end;
          if (type === NodeType.InlineCode) this.facts.code.push(this.range(tree.start(node), end));
        }
        continue;
      }
      this.visit(node, type, parent, index, depth);
      const end = tree.end(node);
      if (end > this.cursor) this.cursor = end;
    }
  }

  private visit(node: number, type: number, parent: number, index: number, depth: number): void {
    const { tree } = this;
    if (depth > MAX_DEPTH) {
      this.noteDepth(node);
      return;
    }
    switch (type) {
      case NodeType.Paragraph:
        if (this.isDefining()) {
          const isFirst = index === 0 || tree.type(tree.child(parent, index - 1)) !== NodeType.Paragraph;
          this.addDefined(headingsOfDefinitions(this.text, tree.start(node), tree.end(node), isFirst));
        }
        if (this.settings.termIds)
          this.facts.anchors.push(...termAnchors(tree, this.source, parent, index, this.settings));
        if (tree.type(tree.child(node, 0)) !== NodeType.Html || !isOnlyHtml(tree, node)) this.body(tree.start(node));
        break;
      case NodeType.Heading:
        this.rawHtml.forgetAnchor();
        this.heading(node);
        break;
      case NodeType.Code:
        this.code(node, parent, index);
        return;
      case NodeType.Html:
        this.html(node, parent, index);
        return;
      case NodeType.Link:
        this.link(node);
        break;
      case NodeType.Image:
        this.image(node);
        return;
      case NodeType.List:
      case NodeType.ListItem:
      case NodeType.TableRow:
      case NodeType.TableCell:
      case NodeType.Strong:
      case NodeType.Emphasis:
        break;
      default:
        this.visitRare(node, type, depth);
        return;
    }
    this.children(node, depth + 1);
  }

  /** What few pages have stands apart, so that V8 compiles the rest once and not again at the first of each. */
  private visitRare(node: number, type: number, depth: number): void {
    const { tree } = this;
    switch (type) {
      case NodeType.Table:
        this.body(tree.start(node));
        this.inTable = true;
        this.children(node, depth + 1);
        this.inTable = false;
        return;
      case NodeType.LinkReference:
      case NodeType.ImageReference:
        this.reference(node, type);
        break;
      case NodeType.Definition:
        this.definition(node);
        return;
      case NodeType.FootnoteReference:
        this.footnotes.use(tree.label(node), this.range(tree.start(node), tree.end(node)));
        return;
      case NodeType.FootnoteDefinition:
        this.footnotes.define(tree.label(node), this.range(tree.start(node), tree.end(node)));
        this.inFootnote = true;
        this.children(node, depth + 1);
        this.inFootnote = false;
        return;
      case NodeType.Blockquote: {
        const before = this.inQuote;
        this.inQuote = true;
        this.children(node, depth + 1);
        this.inQuote = before;
        return;
      }
    }
    this.children(node, depth + 1);
  }

  private noteDepth(node: number): void {
    if (this.tooDeep) return;
    this.tooDeep = true;
    const start = Math.max(this.tree.start(node), 0);
    const range = this.range(start, lineEnd(this.text, start));
    this.facts.problems.push({ kind: 'too-deep', range, detail: '' });
  }

  private range(start: number, end: number): Range {
    return [this.base + start, this.base + end];
  }

  /** A footnote's text is shown at the foot of the page. */
  private body(start: number): void {
    if (this.inFootnote) return;
    const { headings, bodies } = this.facts;
    bodies.push(this.base + start);
    const heading = headings.at(-1);
    if (heading) heading.hasBody = true;
  }

  private heading(node: number): void {
    const { tree } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const source = readHeadingSource(this.text, start, end, this.settings);
    this.addHeading(
      tree.depth(node) as Heading['level'],
      [start, end],
      source,
      plainText(textOf(tree, node, source.words[1])),
      node,
    );
  }

  private addHeading(
    level: Heading['level'],
    [start, end]: Range,
    source: ReturnType<typeof readHeadingSource>,
    text: string,
    node?: number,
  ): void {
    const range = this.range(start, end);
    const textRange = this.range(source.words[0], source.words[1]);
    const { headingIds } = this.settings;
    const written = this.text.slice(source.slug[0], source.slug[1]);
    const words = headingIds === 'source' ? written : headingIds === 'none' ? '' : this.idWords(source, text, node);
    // Since ids are made from words, a heading without any has none.
    const isWithout = headingIds !== 'source' && words === '';
    const bare = words.replaceAll(MASK, '');
    const slug = isWithout ? '' : this.slug(bare, source.id);
    const heading: FoundHeading = { level, range, textRange, text, slug, scope: this.scope, hasBody: false };
    if (source.id !== undefined) heading.id = source.id;
    if (this.hasCalls && written.includes(MASK) && !words.includes(MASK)) heading.isSettled = true;
    this.facts.headings.push(heading);
  }

  private slug(words: string, id: string | undefined): string {
    const { headingIds, idType } = this.settings;
    if (isVitepress(headingIds)) return vitepressSlug(words);
    if (headingIds === 'docusaurus') return githubSlug(words);
    if (headingIds === 'shown') return githubSlug(words, id);
    return headingIds === 'shown-with-images' ? gitlabSlug(words, id) : hugoSlug(words, idType);
  }

  private idWords({ words }: ReturnType<typeof readHeadingSource>, text: string, node: number | undefined): string {
    if (node === undefined) return text;
    const { headingIds } = this.settings;
    if (isVitepress(headingIds))
      return tokenWords({ tree: this.tree, node, text: this.text, range: words }, headingIds);
    if (headingIds === 'docusaurus') return textOf(this.tree, node, words[1]);
    if (headingIds === 'shown') return shownTextOf(this.tree, node, words[1]);
    if (headingIds === 'shown-with-images') return textOf(this.tree, node, words[1]);
    return idWords({ tree: this.tree, node, text: this.text, range: words }, this.settings);
  }

  private code(node: number, parent: number, index: number): void {
    const { tree, facts } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    facts.code.push(this.range(start, end));
    this.body(start);
    if (/[`~]/.test(this.text[start] ?? '')) {
      this.fences.push(node);
      if (tree.language(node) === 'mermaid')
        facts.links.push(...mermaidLinks(this.text.slice(start, end), this.base + start));
      return;
    }
    if (this.isDefining() && isDefinition(tree, this.text, parent, index)) {
      this.addDefined(definedHeadings(this.text, start, end));
    }
  }

  private isDefining(): boolean {
    this.mayDefine ??= mayDefine(this.text);
    return this.mayDefine;
  }

  private addDefined(headings: readonly DefinedHeading[]): void {
    for (const { level, range } of headings) {
      const source = readHeadingSource(this.text, ...range, this.settings);
      this.addHeading(level, range, source, plainText(this.text.slice(...source.words)));
    }
  }

  private link(node: number): void {
    const { tree } = this;
    const text = textOf(tree, node);
    const href = tree.url(node);
    let start = tree.start(node);
    let end = tree.end(node);
    const count = tree.childCount(node);
    if (start >= 0 && this.text[start] === '[') {
      const last = count > 0 ? tree.end(tree.child(node, count - 1)) : -1;
      const target = inlineDestination(this.text, start, end, last);
      if (target) {
        this.add('inline', href, [start, end], target, text);
        return;
      }
    }
    if (start < 0) {
      start = placeOfWords(this.text, text, this.cursor);
      if (start < 0) return;
      end = start + text.length;
      this.cursor = end;
    }
    if (this.inTable && href.includes('|')) noteBars(this.text, start, end, this.facts.swallowedBars);
    const inAngles = this.text[start] === '<';
    this.add('autolink', href, [start, end], inAngles ? [start + 1, end - 1] : [start, end], text);
  }

  private image(node: number): void {
    const { tree } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const target = inlineDestination(this.text, start, end, -1);
    if (target) this.add('image', tree.url(node), [start, end], target, tree.alt(node));
  }

  private reference(node: number, type: number): void {
    const { tree } = this;
    const image = type === NodeType.ImageReference;
    this.references.use(tree.label(node), image, image ? tree.alt(node) : textOf(tree, node));
  }

  private definition(node: number): void {
    const { tree } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const target = definitionDestination(this.text, start, end);
    if (!target) return;
    const link = foundLink(this.source, 'reference', tree.url(node), [start, end], target, '');
    this.references.define(tree.label(node), link);
  }

  private html(node: number, parent: number, index: number): void {
    const { tree, facts } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    const html = this.text.slice(start, end);
    const control = html.includes('lint') ? readControl(html, this.base + start) : undefined;
    if (control) {
      const next = control.verb === 'ignore' ? this.sibling(parent, index + 1) : undefined;
      facts.controls.push(next ? { ...control, next } : control);
    }
    if (this.rawHtml.read(start, end, this.inQuote)) this.body(start);
  }

  private sibling(parent: number, index: number): Range | undefined {
    if (index >= this.tree.childCount(parent)) return undefined;
    const node = this.tree.child(parent, index);
    return this.tree.end(node) < 0 ? undefined : this.range(this.tree.start(node), this.tree.end(node));
  }

  private add(kind: LinkKind, href: string, range: Range, target: Range, text: string): void {
    this.facts.links.push(foundLink(this.source, kind, href, range, target, text));
  }
}
