import { readControl } from '../control.ts';
import type { Range } from '../facts.ts';
import { blockAttributes } from '../headings/block-attributes.ts';
import { definedHeadings, headingsOfDefinitions, isDefinition } from '../headings/defined-headings.ts';
import { fenceAnchors } from '../headings/fence-attributes.ts';
import { lineEnd } from '../headings/heading-source.ts';
import { termAnchors } from '../headings/terms.ts';
import { isOnlyHtml, RawHtml } from '../html/raw-html.ts';
import { mermaidLinks } from '../mermaid.ts';
import * as NodeType from '../node-type.ts';
import { MAX_TREE_DEPTH } from '../plain-text.ts';
import { Footnotes } from '../references.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Layer } from '../shortcodes/mask.ts';
import type { Tree } from '../tree.ts';
import { emptyLayerFacts, type LayerFacts, type LayerSource } from './layer-facts.ts';
import { LayerHeadings } from './layer-headings.ts';
import { LayerLinks } from './layer-links.ts';

/** Reads one layer's tree in one walk. */
export function readLayer(tree: Tree, layer: Layer, settings: MarkdownSettings): LayerFacts {
  return new LayerReader(tree, layer, settings).read();
}

class LayerReader {
  private readonly facts = emptyLayerFacts();
  private readonly tree: Tree;
  private readonly text: string;
  private readonly base: number;
  private readonly source: LayerSource;
  private readonly rawHtml: RawHtml;
  private readonly links: LayerLinks;
  private readonly headings: LayerHeadings;
  /** Few pages have any. */
  private footnotes: Footnotes | undefined;
  private readonly settings: MarkdownSettings;
  private readonly fences: number[] = [];
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
    this.links = new LayerLinks(tree, this.source, this.facts, this.settings);
    this.headings = new LayerHeadings(tree, layer, this.facts, settings);
    this.rawHtml = new RawHtml(this.source, this.facts, settings.rawHtml);
  }

  read(): LayerFacts {
    this.children(0, 0);
    const { anchors } = this.facts;
    this.links.addReferences();
    if (this.settings.footnotes === 'on') for (const anchor of this.footnotes?.resolve() ?? []) anchors.push(anchor);
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
        if (end !== -1) {
          this.cursor = end;
          if (type === NodeType.InlineCode) this.facts.code.push(this.range(tree.start(node), end));
        }
        continue;
      }
      this.visit(node, type, parent, index, depth);
      this.cursor = Math.max(this.cursor, tree.end(node));
    }
  }

  private visit(node: number, type: number, parent: number, index: number, depth: number): void {
    const { tree } = this;
    if (depth > MAX_TREE_DEPTH) {
      this.noteDepth(node);
      return;
    }
    switch (type) {
      case NodeType.Paragraph:
        if (this.headings.mayBeDefined()) {
          const isFirst = index === 0 || tree.type(tree.child(parent, index - 1)) !== NodeType.Paragraph;
          this.headings.addDefined(headingsOfDefinitions(this.text, tree.start(node), tree.end(node), isFirst));
        }
        if (this.settings.termIds)
          this.facts.anchors.push(...termAnchors(tree, this.source, parent, index, this.settings));
        if (tree.type(tree.child(node, 0)) !== NodeType.Html || !isOnlyHtml(tree, node)) this.body(tree.start(node));
        break;
      case NodeType.Heading:
        this.rawHtml.forgetAnchor();
        this.headings.addNode(node);
        break;
      case NodeType.Code:
        this.code(node, parent, index);
        return;
      case NodeType.Html:
        this.html(node, parent, index);
        return;
      case NodeType.Link:
        this.cursor = this.links.addLink(node, this.cursor, this.inTable);
        break;
      case NodeType.Image:
        this.links.addImage(node);
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
        this.links.useReference(node, type);
        break;
      case NodeType.Definition:
        this.links.define(node);
        return;
      case NodeType.FootnoteReference:
        this.footnotes ??= new Footnotes();
        this.footnotes.use(tree.label(node), this.range(tree.start(node), tree.end(node)));
        return;
      case NodeType.FootnoteDefinition:
        this.footnotes ??= new Footnotes();
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
    this.facts.bodies.push(this.base + start);
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
    if (this.headings.mayBeDefined() && isDefinition(tree, this.text, parent, index)) {
      this.headings.addDefined(definedHeadings(this.text, start, end));
    }
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
    return this.tree.end(node) === -1 ? undefined : this.range(this.tree.start(node), this.tree.end(node));
  }
}
