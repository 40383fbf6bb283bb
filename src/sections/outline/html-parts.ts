import type { Range } from '../../markdown/facts.ts';
import { type HtmlAttribute, type HtmlVisitor, readHtml } from '../../markdown/html/walk.ts';

/** What raw HTML shows to a reader, in document order. */
export type HtmlPart =
  /** `level` 1 to 6; 7 for the summary of a `<details>` and the label of a tab of Docusaurus. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly range: Range }
  | { readonly kind: 'text'; readonly text: string; readonly range: Range }
  /** An image, a frame or a film, not in a table. */
  | { readonly kind: 'picture' }
  /** A component or an element of one's own, or an inclusion in a comment: it may show anything, headings as well. */
  | { readonly kind: 'unknown'; readonly name: string };

const pictures = /^(?:img|iframe|video|audio|embed|object|svg|picture|canvas|map)$/;
const inline =
  /^(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
const titles = /^h[1-6]$|^summary$/;
/** `<PilotList>`, `<Foo.Bar>`, `<pilot-list>`. */
const component = /^<(?:[A-Z]\w*[a-z][\w.]*|[a-z]\w*-[\w-]+)/;
/** VitePress: `<!--@include: ./part.md-->`. */
const inclusion = /^<!--\s*@include\b/;

/** An element that browsers do not show, while what follows lies in it. */
interface HiddenElement {
  readonly name: string;
  /** How many of its name are open. */
  depth: number;
}

/**
 * Reads the raw HTML of one file, piece by piece: what is hidden stays so until its element ends, blocks of Markdown in between.
 * Words in tables are left out: a table is a block of its own.
 */
export class HtmlReading {
  #hidden: HiddenElement | null = null;

  /** Is what follows inside an element that browsers do not show? */
  get isHidden(): boolean {
    return this.#hidden !== null;
  }

  /** What a piece of HTML shows; `start` is where it stands in the file. */
  read(html: string, start: number): readonly HtmlPart[] {
    const piece = new PieceReader(html, start, this.#hidden);
    readHtml(html, piece);
    this.#hidden = piece.hidden;
    return piece.end();
  }
}

/** Collects what one piece of HTML shows. */
class PieceReader implements HtmlVisitor {
  hidden: HiddenElement | null;
  readonly #html: string;
  readonly #start: number;
  readonly #parts: HtmlPart[] = [];
  /** The words since `#from`. */
  #words = '';
  #from = 0;
  #title: { readonly level: number; readonly name: string } | null = null;
  /** How many tables are open. */
  #tables = 0;
  /** The component whose tag was opened last, and where that tag ends. */
  #opened: { readonly name: string; readonly end: number } | null = null;

  constructor(html: string, start: number, hidden: HiddenElement | null) {
    this.#html = html;
    this.#start = start;
    this.hidden = hidden;
  }

  openTag(name: string, attributes: readonly HtmlAttribute[], [begin, end]: Range): void {
    if (this.hidden !== null) {
      if (name === this.hidden.name) this.hidden.depth += 1;
      return;
    }
    const source = this.#html.slice(begin, end);
    if (component.test(source)) {
      this.#openComponent(name, attributes, source, [begin, end]);
      return;
    }
    if (pictures.test(name) && this.#tables === 0) this.#parts.push({ kind: 'picture' });
    if (inline.test(name)) return;
    if (this.#title === null) {
      this.#flush(begin);
      this.#beginAt(end);
    }
    if (isHiding(name, attributes) && !empty.test(name) && !source.endsWith('/>')) this.hidden = { name, depth: 1 };
    else if (titles.test(name)) {
      this.#title = { level: name === 'summary' ? 7 : Number(name[1]), name };
      this.#from = end;
    } else if (name === 'table') this.#tables += 1;
  }

  #openComponent(name: string, attributes: readonly HtmlAttribute[], source: string, [begin, end]: Range): void {
    const label = name.toLowerCase() === 'tabitem' ? attributes.find((each) => each.name === 'label')?.value : '';
    const at = this.#start + begin + source.indexOf(label ?? '');
    if (label) this.#parts.push({ kind: 'heading', level: 7, text: label, range: [at, at + label.length] });
    if (source.endsWith('/>')) this.#parts.push({ kind: 'unknown', name });
    else this.#opened = { name, end };
  }

  closeTag(name: string, [begin, end]: Range): void {
    if (this.hidden !== null) {
      if (name !== this.hidden.name || --this.hidden.depth > 0) return;
      this.hidden = null;
      this.#beginAt(end);
      return;
    }
    if (this.#opened?.name === name && this.#html.slice(this.#opened.end, begin).trim() === '')
      this.#parts.push({ kind: 'unknown', name });
    if (inline.test(name) || name.includes('-')) return;
    if (this.#title === null) this.#flush(begin);
    else {
      if (this.#title.name !== name) return;
      const { level } = this.#title;
      if (this.#plain !== '')
        this.#parts.push({ kind: 'heading', level, text: this.#plain, range: this.#rangeTo(begin) });
      this.#title = null;
    }
    if (name === 'table' && this.#tables > 0) this.#tables -= 1;
    this.#beginAt(end);
  }

  comment([begin, end]: Range): void {
    if (this.hidden === null && inclusion.test(this.#html.slice(begin, end)))
      this.#parts.push({ kind: 'unknown', name: '@include' });
  }

  text(text: string): void {
    if (this.hidden === null) this.#words += text;
  }

  end(): readonly HtmlPart[] {
    this.#flush(this.#html.length);
    return this.#parts;
  }

  get #plain(): string {
    return this.#words.replace(/\s+/g, ' ').trim();
  }

  #beginAt(offset: number): void {
    this.#words = '';
    this.#from = offset;
  }

  #flush(end: number): void {
    if (this.#title === null && this.#tables === 0 && this.#plain !== '')
      this.#parts.push({ kind: 'text', text: this.#plain, range: this.#rangeTo(end) });
  }

  #rangeTo(end: number): Range {
    const from = this.#from + /^\s*/.exec(this.#html.slice(this.#from, end))![0].length;
    return [this.#start + from, this.#start + Math.max(from, this.#html.slice(0, end).trimEnd().length)];
  }
}

function isHiding(name: string, attributes: readonly HtmlAttribute[]): boolean {
  if (/^(?:template|script|style|noscript|head|title)$/.test(name)) return true;
  return attributes.some(
    (attribute) =>
      (attribute.name === 'hidden' && attribute.value !== 'until-found') ||
      (attribute.name === 'style' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute.value)),
  );
}
