import { readAttributes } from './attributes.ts';
import { readControl } from './control.ts';
import { definitionDestination, fragmentOf, inlineDestination } from './destination.ts';
import type { ControlComment, Heading, Link, LinkKind, Range, RawAnchor, ReadProblem } from './facts.ts';
import { lineEnd, readHeadingSource } from './heading-source.ts';
import { type HtmlAttribute, readHtml } from './html.ts';
import { type Layer, MASK } from './mask.ts';
import { readMermaid } from './mermaid.ts';
import { MAX_DEPTH, plainText, textOf } from './plain-text.ts';
import { coverage } from './ranges.ts';
import { hugoSlug } from './slug.ts';
import { NodeType, type Tree } from './tree.ts';

/** A link before it is known whether a shortcode makes its destination. */
export type FoundLink = { -readonly [Key in keyof Link]: Link[Key] };

/** A heading before it is known what follows it. */
export type FoundHeading = { -readonly [Key in keyof Heading]: Heading[Key] };

/** What one layer holds; all offsets are the page's. */
export interface LayerFacts {
  readonly headings: FoundHeading[];
  readonly anchors: RawAnchor[];
  readonly links: FoundLink[];
  readonly controls: ControlComment[];
  readonly code: Range[];
  readonly comments: Range[];
  /** Where something a reader sees starts, headings aside. */
  readonly bodies: number[];
  readonly problems: ReadProblem[];
  /** Offsets into the layer of bars between table cells that the fast parser took for part of a URL. */
  readonly swallowedBars: number[];
}

/** How much the parsers may leave without a position before a link that has none. */
const MAX_GAP = 2000;
const RESOURCES = new Map([
  ['img', 'src'],
  ['video', 'src'],
  ['source', 'src'],
  ['audio', 'src'],
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);
const QUOTE_PREFIX = /(?<=[\r\n])[ \t]*(?:>[ \t]?)+/g;
const ATTRIBUTE_LINE = /^[ \t]*(?:>[ \t]*)*\{(?![{<%])/gm;
const DEFINED_HEADING = /^(?: {4}| {0,3}\t)[ \t]*(#{1,6})[ \t]+\S.*$/gm;

/** Reads one layer's tree in one walk. */
export function readLayer(tree: Tree, layer: Layer): LayerFacts {
  return new LayerReader(tree, layer).read();
}

class LayerReader {
  private readonly facts: LayerFacts = {
    headings: [],
    anchors: [],
    links: [],
    controls: [],
    code: [],
    comments: [],
    bodies: [],
    problems: [],
    swallowedBars: [],
  };
  private readonly tree: Tree;
  private readonly text: string;
  private readonly base: number;
  private readonly scope: number;
  private readonly mayDefine: boolean;
  /** Up to here the text was seen: where the parsers give no position, what they mean comes after. */
  private cursor = 0;
  private openAnchor: { link: FoundLink; text: string } | undefined;
  private inFootnote = false;
  private inQuote = false;
  private inTable = false;
  private tooDeep = false;
  private readonly definitions = new Map<string, { link: FoundLink; used: boolean }>();
  private readonly uses: { label: string; image: boolean; text: string }[] = [];
  private readonly footnotes = new Map<string, Range>();
  private readonly footnoteUses: { label: string; range: Range }[] = [];

  constructor(tree: Tree, layer: Layer) {
    this.tree = tree;
    this.text = layer.text;
    this.base = layer.start;
    this.scope = layer.scope;
    this.mayDefine = layer.text.includes('\n: ') || layer.text.includes('\n:\t');
  }

  read(): LayerFacts {
    this.children(0, 0);
    this.resolveReferences();
    this.resolveFootnotes();
    if (this.text.includes('{#') || this.text.includes('{id=')) this.readBlockAttributes();
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
        if (this.openAnchor) this.openAnchor.text += tree.value(node);
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
    const { tree, facts } = this;
    if (depth > MAX_DEPTH) {
      if (!this.tooDeep) {
        const start = Math.max(tree.start(node), 0);
        facts.problems.push({ kind: 'too-deep', range: this.range(start, lineEnd(this.text, start)), detail: '' });
      }
      this.tooDeep = true;
      return;
    }
    switch (type) {
      case NodeType.Paragraph:
        if (!this.isOnlyHtml(node)) this.body(tree.start(node));
        break;
      case NodeType.Table:
        this.body(tree.start(node));
        this.inTable = true;
        this.children(node, depth + 1);
        this.inTable = false;
        return;
      case NodeType.Heading:
        this.openAnchor = undefined;
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
      case NodeType.LinkReference:
      case NodeType.ImageReference:
        this.reference(node, type);
        break;
      case NodeType.Definition:
        this.definition(node);
        return;
      case NodeType.FootnoteReference:
        this.footnoteUses.push({ label: label(tree.label(node)), range: this.range(tree.start(node), tree.end(node)) });
        return;
      case NodeType.FootnoteDefinition: {
        const name = label(tree.label(node));
        if (!this.footnotes.has(name)) this.footnotes.set(name, this.range(tree.start(node), tree.end(node)));
        this.inFootnote = true;
        this.children(node, depth + 1);
        this.inFootnote = false;
        return;
      }
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

  private range(start: number, end: number): Range {
    return [this.base + start, this.base + end];
  }

  /** Tags show for themselves whether a reader sees them. */
  private isOnlyHtml(paragraph: number): boolean {
    const { tree } = this;
    if (tree.type(tree.child(paragraph, 0)) !== NodeType.Html) return false;
    for (let index = 1; index < tree.childCount(paragraph); index += 1) {
      const node = tree.child(paragraph, index);
      const type = tree.type(node);
      if (type !== NodeType.Html && (type !== NodeType.Text || tree.value(node).trim() !== '')) return false;
    }
    return true;
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
    const source = readHeadingSource(this.text, start, end);
    this.addHeading(
      tree.depth(node) as Heading['level'],
      [start, end],
      source,
      plainText(textOf(tree, node, source.words[1])),
    );
  }

  private addHeading(
    level: Heading['level'],
    [start, end]: Range,
    source: ReturnType<typeof readHeadingSource>,
    text: string,
  ): void {
    const range = this.range(start, end);
    const textRange = this.range(...source.words);
    const slug = hugoSlug(this.text.slice(...source.slug).replaceAll(MASK, ''));
    const heading: FoundHeading = { level, range, textRange, text, slug, scope: this.scope, hasBody: false };
    if (source.id !== undefined) heading.id = source.id;
    this.facts.headings.push(heading);
  }

  private code(node: number, parent: number, index: number): void {
    const { tree, facts } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    facts.code.push(this.range(start, end));
    this.body(start);
    const fenced = /[`~]/.test(this.text[start] ?? '');
    if (fenced) {
      if (tree.language(node) === 'mermaid') this.mermaid(start, end);
    } else if (this.mayDefine && this.isDefinition(parent, index)) this.definedHeadings(start, end);
  }

  private mermaid(start: number, end: number): void {
    for (const { node, href, range, target } of readMermaid(this.text.slice(start, end), this.base + start)) {
      const fragment = fragmentOf(this.text, [target[0] - this.base, target[1] - this.base]);
      this.facts.links.push({
        kind: 'mermaid',
        href,
        range,
        target,
        fragment: fragment && this.range(...fragment),
        text: node,
      });
    }
  }

  /** Whether goldmark has what stands here in a definition list, so that four spaces make no code. */
  private isDefinition(parent: number, index: number): boolean {
    const { tree } = this;
    for (let before = index - 1; before >= 0 && index - before < 50; before -= 1) {
      const node = tree.child(parent, before);
      const start = tree.start(node);
      const source = this.text.slice(start, tree.end(node));
      if (tree.type(node) === NodeType.Paragraph && /^ {0,3}:[ \t]/m.test(source)) return true;
      if (start === 0 || this.text[start - 1] === '\n') return false;
    }
    return false;
  }

  private definedHeadings(from: number, to: number): void {
    const start = this.text.lastIndexOf('\n', from) + 1;
    DEFINED_HEADING.lastIndex = 0;
    for (const match of this.text.slice(start, to).matchAll(DEFINED_HEADING)) {
      const hash = start + match.index + match[0].indexOf('#');
      const end = start + match.index + match[0].length;
      const source = readHeadingSource(this.text, hash, end);
      const text = plainText(this.text.slice(...source.words));
      this.addHeading(match[1]!.length as Heading['level'], [hash, end], source, text);
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
      start = this.text.slice(this.cursor, this.cursor + text.length + MAX_GAP).indexOf(text);
      if (start < 0) return;
      start += this.cursor;
      end = start + text.length;
      this.cursor = end;
    }
    if (this.inTable && href.includes('|')) this.noteBars(start, end);
    const inAngles = this.text[start] === '<';
    this.add('autolink', href, [start, end], inAngles ? [start + 1, end - 1] : [start, end], text);
  }

  private noteBars(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      if (this.text[at] === '|' && this.text[at - 1] !== '\\') this.facts.swallowedBars.push(at);
    }
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
    this.uses.push({ label: label(tree.label(node)), image, text: image ? tree.alt(node) : textOf(tree, node) });
  }

  private definition(node: number): void {
    const { tree } = this;
    const name = label(tree.label(node));
    const start = tree.start(node);
    const end = tree.end(node);
    const target = definitionDestination(this.text, start, end);
    if (!target || this.definitions.has(name)) return;
    this.definitions.set(name, {
      link: this.found('reference', tree.url(node), [start, end], target, ''),
      used: false,
    });
  }

  private resolveReferences(): void {
    for (const use of this.uses) {
      const definition = this.definitions.get(use.label);
      if (!definition || definition.used) continue;
      definition.used = true;
      if (use.image) definition.link.kind = 'image';
      definition.link.text = plainText(use.text);
      this.facts.links.push(definition.link);
    }
  }

  /** Footnotes are numbered in the order in which they are first called. */
  private resolveFootnotes(): void {
    const numbers = new Map<string, { number: number; uses: number }>();
    for (const { label: name, range } of this.footnoteUses) {
      const definition = this.footnotes.get(name);
      if (!definition) continue;
      let own = numbers.get(name);
      if (!own) {
        own = { number: numbers.size + 1, uses: 0 };
        numbers.set(name, own);
        this.facts.anchors.push({ kind: 'footnote', id: `fn:${own.number}`, range: definition });
      }
      const id = `fnref${own.uses === 0 ? '' : own.uses}:${own.number}`;
      this.facts.anchors.push({ kind: 'footnote', id, range });
      own.uses += 1;
    }
  }

  private html(node: number, parent: number, index: number): void {
    const { tree, facts } = this;
    const start = tree.start(node);
    const end = tree.end(node);
    let html = this.text.slice(start, end);
    const control = html.includes('lint') ? readControl(html, this.base + start) : undefined;
    if (control) {
      const next = control.verb === 'ignore' ? this.sibling(parent, index + 1) : undefined;
      facts.controls.push(next ? { ...control, next } : control);
    }
    if (this.inQuote && /[\r\n]/.test(html)) html = html.replace(QUOTE_PREFIX, (prefix) => ' '.repeat(prefix.length));
    let visible = false;
    readHtml(html, {
      openTag: (name, attributes, range) => {
        visible ||= name !== 'a';
        this.openTag(name, attributes, range, start);
      },
      closeTag: (name, [, close]) => {
        if (name === 'a') this.closeAnchor(start + close);
      },
      text: (text) => {
        visible ||= text.trim() !== '';
        if (this.openAnchor) this.openAnchor.text += text;
      },
      comment: ([from, to]) => {
        facts.comments.push(this.range(start + from, start + to));
      },
    });
    if (visible) this.body(start);
  }

  private sibling(parent: number, index: number): Range | undefined {
    if (index >= this.tree.childCount(parent)) return undefined;
    const node = this.tree.child(parent, index);
    return this.tree.end(node) < 0 ? undefined : this.range(this.tree.start(node), this.tree.end(node));
  }

  private openTag(name: string, attributes: readonly HtmlAttribute[], [from, to]: Range, start: number): void {
    const resource = RESOURCES.get(name);
    for (const { name: attribute, value, range } of attributes) {
      const target: Range = [start + range[0], start + range[1]];
      if (attribute === 'id' || (attribute === 'name' && name === 'a')) {
        const kind = attribute === 'id' ? 'html-id' : 'html-name';
        if (value !== '') this.facts.anchors.push({ kind, id: value, range: this.range(...target) });
      } else if (attribute === resource) {
        const text = attributes.find((other) => other.name === 'alt')?.value ?? '';
        this.add('html-resource', value, [start + from, start + to], target, text);
      } else if (attribute === 'href' && (name === 'a' || name === 'area')) {
        const link = this.add('html', value, [start + from, start + to], target, '');
        if (name === 'a') this.openAnchor = { link, text: '' };
      }
    }
  }

  private closeAnchor(end: number): void {
    if (!this.openAnchor) return;
    const { link, text } = this.openAnchor;
    link.range = [link.range[0], this.base + end];
    link.text = plainText(text);
    this.openAnchor = undefined;
  }

  private add(kind: LinkKind, href: string, range: Range, target: Range, text: string): FoundLink {
    const link = this.found(kind, href, range, target, text);
    this.facts.links.push(link);
    return link;
  }

  private found(kind: LinkKind, href: string, range: Range, target: Range, text: string): FoundLink {
    const fragment = fragmentOf(this.text, target);
    return {
      kind,
      href,
      range: this.range(...range),
      target: this.range(...target),
      fragment: fragment && this.range(...fragment),
      text: plainText(text),
    };
  }

  /** `{#id}` on a line of its own below a paragraph, table or list names that block. */
  private readBlockAttributes(): void {
    const { text, facts } = this;
    const taken = coverage([...facts.code, ...facts.comments, ...facts.headings.map(({ range }) => range)]);
    for (const match of text.matchAll(ATTRIBUTE_LINE)) {
      const brace = match.index + match[0].length - 1;
      const end = lineEnd(text, brace);
      const attributes = readAttributes(text, brace, end);
      if (attributes?.id === undefined || text.slice(attributes.end, end).trim() !== '') continue;
      const before = text.slice(0, match.index).trimEnd().length;
      if (match.index - before > 2 || before === 0) continue;
      const owner = this.base + before - 1;
      if (taken(owner)) continue;
      facts.anchors.push({ kind: 'attribute', id: attributes.id, range: this.range(brace, attributes.end) });
    }
  }
}

/** Labels match without regard to case and the width of spaces. */
function label(written: string): string {
  return written.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** Whether a destination leaves the site. */
export function isExternal(href: string): boolean {
  return /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/.test(href) && !href.startsWith(MASK);
}
