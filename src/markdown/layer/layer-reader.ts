import { readControl } from '../control.ts';
import type { Range } from '../facts.ts';
import { blockAttributes } from '../headings/block-attributes.ts';
import { definedHeadings, headingsOfDefinitions, isDefinition, mayDefine } from '../headings/defined-headings.ts';
import { fenceAnchors } from '../headings/fence-attributes.ts';
import { lineEnd } from '../headings/heading-source.ts';
import { termAnchors } from '../headings/terms.ts';
import { isOnlyHtml, RawHtml } from '../html/raw-html.ts';
import { mermaidLinks } from '../mermaid.ts';
import * as NodeType from '../node-type.ts';
import { MAX_TREE_DEPTH, textOf } from '../plain-text.ts';
import { Footnotes, References } from '../references.ts';
import type { MarkdownSettings } from '../settings.ts';
import type { Layer } from '../shortcodes/mask.ts';
import type { Tree } from '../tree.ts';
import { emptyLayerFacts, inPage, type ParsedLayer } from './layer-facts.ts';
import { addDefinedHeadings, addHeadingNode } from './layer-headings.ts';
import { addImage, addLink, definedLink } from './layer-links.ts';

/** Reads one layer's tree in one walk. */
export function readLayer(tree: Tree, layer: Layer, settings: MarkdownSettings): ParsedLayer {
  const parsed = { tree, layer, settings, facts: emptyLayerFacts() };
  new LayerReader(parsed).read();
  return parsed;
}

class LayerReader {
  private readonly parsed: ParsedLayer;
  private readonly rawHtml: RawHtml;
  /** Few pages have any. */
  private footnotes: Footnotes | undefined;
  private references: References | undefined;
  private readonly fences: number[] = [];
  /** Up to here the text was seen: where the parsers give no position, what they mean comes after. */
  private cursor = 0;
  private inFootnote = false;
  private inQuote = false;
  private inTable = false;
  private tooDeep = false;
  /** Whether the layer may have headings in definition lists, once that was asked. */
  private mayDefine: boolean | undefined;

  constructor(parsed: ParsedLayer) {
    this.parsed = parsed;
    this.rawHtml = new RawHtml(parsed);
  }

  read(): void {
    const { facts, settings } = this.parsed;
    this.children(0, 0);
    for (const link of this.references?.resolve() ?? []) facts.links.push(link);
    if (settings.footnotes === 'on') for (const anchor of this.footnotes?.resolve() ?? []) facts.anchors.push(anchor);
    if (settings.blockAttributes) for (const anchor of blockAttributes(this.parsed)) facts.anchors.push(anchor);
    for (const anchor of fenceAnchors(this.parsed, this.fences)) facts.anchors.push(anchor);
  }

  private children(parent: number, depth: number): void {
    const { tree, facts } = this.parsed;
    const count = tree.childCount(parent);
    for (let index = 0; index < count; index += 1) {
      const node = tree.child(parent, index);
      const type = tree.type(node);
      if (type === NodeType.Text || type === NodeType.InlineCode) {
        const end = tree.end(node);
        if (this.rawHtml.isOpen) this.rawHtml.addText(tree.value(node));
        if (end !== -1) {
          this.cursor = end;
          if (type === NodeType.InlineCode) facts.code.push(this.range(tree.start(node), end));
        }
        continue;
      }
      this.visit(node, type, parent, index, depth);
      this.cursor = Math.max(this.cursor, tree.end(node));
    }
  }

  private visit(node: number, type: number, parent: number, index: number, depth: number): void {
    const { tree, layer, facts, settings } = this.parsed;
    if (depth > MAX_TREE_DEPTH) {
      this.noteDepth(node);
      return;
    }
    switch (type) {
      case NodeType.Paragraph:
        if (this.mayBeDefined()) {
          const isFirst = index === 0 || tree.type(tree.child(parent, index - 1)) !== NodeType.Paragraph;
          const headings = headingsOfDefinitions(layer.text, tree.start(node), tree.end(node), isFirst);
          addDefinedHeadings(this.parsed, headings);
        }
        if (settings.termIds) facts.anchors.push(...termAnchors(this.parsed, parent, index));
        if (tree.type(tree.child(node, 0)) !== NodeType.Html || !isOnlyHtml(tree, node)) this.body(tree.start(node));
        break;
      case NodeType.Heading:
        this.rawHtml.forgetAnchor();
        addHeadingNode(this.parsed, node);
        break;
      case NodeType.Code:
        this.code(node, parent, index);
        return;
      case NodeType.Html:
        this.html(node, parent, index);
        return;
      case NodeType.Link:
        this.cursor = addLink(this.parsed, node, this.cursor, this.inTable);
        break;
      case NodeType.Image:
        addImage(this.parsed, node);
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
    const { tree } = this.parsed;
    switch (type) {
      case NodeType.Table:
        this.body(tree.start(node));
        this.inTable = true;
        this.children(node, depth + 1);
        this.inTable = false;
        return;
      case NodeType.LinkReference:
      case NodeType.ImageReference:
        this.useReference(node, type === NodeType.ImageReference);
        break;
      case NodeType.Definition:
        this.define(node);
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

  private useReference(node: number, isImage: boolean): void {
    const { tree } = this.parsed;
    this.references ??= new References();
    this.references.use(tree.label(node), isImage, isImage ? tree.alt(node) : textOf(tree, node));
  }

  private define(node: number): void {
    const link = definedLink(this.parsed, node);
    if (link === undefined) return;
    this.references ??= new References();
    this.references.define(this.parsed.tree.label(node), link);
  }

  private mayBeDefined(): boolean {
    this.mayDefine ??= mayDefine(this.parsed.layer.text);
    return this.mayDefine;
  }

  private noteDepth(node: number): void {
    if (this.tooDeep) return;
    this.tooDeep = true;
    const { tree, layer, facts } = this.parsed;
    const start = Math.max(tree.start(node), 0);
    const range = this.range(start, lineEnd(layer.text, start));
    facts.problems.push({ kind: 'too-deep', range, detail: '' });
  }

  private range(start: number, end: number): Range {
    return inPage(this.parsed.layer, [start, end]);
  }

  /** A footnote's text is shown at the foot of the page. */
  private body(start: number): void {
    if (this.inFootnote) return;
    const { layer, facts } = this.parsed;
    facts.bodies.push(layer.start + start);
  }

  private code(node: number, parent: number, index: number): void {
    const { tree, layer, facts } = this.parsed;
    const start = tree.start(node);
    const end = tree.end(node);
    facts.code.push(this.range(start, end));
    this.body(start);
    if (/[`~]/.test(layer.text[start] ?? '')) {
      this.fences.push(node);
      if (tree.language(node) === 'mermaid')
        facts.links.push(...mermaidLinks(layer.text.slice(start, end), layer.start + start));
      return;
    }
    if (this.mayBeDefined() && isDefinition(this.parsed, parent, index))
      addDefinedHeadings(this.parsed, definedHeadings(layer.text, start, end));
  }

  private html(node: number, parent: number, index: number): void {
    const { tree, layer, facts } = this.parsed;
    const start = tree.start(node);
    const end = tree.end(node);
    const html = layer.text.slice(start, end);
    const control = html.includes('lint') ? readControl(html, layer.start + start) : undefined;
    if (control) {
      const next = control.verb === 'ignore' ? this.sibling(parent, index + 1) : undefined;
      facts.controls.push(next ? { ...control, next } : control);
    }
    if (this.rawHtml.read(start, end, this.inQuote)) this.body(start);
  }

  private sibling(parent: number, index: number): Range | undefined {
    const { tree } = this.parsed;
    if (index >= tree.childCount(parent)) return undefined;
    const node = tree.child(parent, index);
    return tree.end(node) === -1 ? undefined : this.range(tree.start(node), tree.end(node));
  }
}
