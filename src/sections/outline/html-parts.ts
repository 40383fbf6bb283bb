import type { Range } from '../../markdown/facts.ts';
import { type HtmlAttribute, readHtml } from '../../markdown/html/walk.ts';

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

/**
 * Reads the raw HTML of one file, piece by piece: what is hidden stays so until its element ends, blocks of Markdown in between.
 * Words in tables are left out: a table is a block of its own.
 */
export class HtmlReading {
  #hidden: { readonly name: string; depth: number } | null = null;

  /** Is what follows inside an element that browsers do not show? */
  get isHidden(): boolean {
    return this.#hidden !== null;
  }

  /** What a piece of HTML shows; `start` is where it stands in the file. */
  read(html: string, start: number): readonly HtmlPart[] {
    const parts: HtmlPart[] = [];
    let words = '';
    let from = 0;
    let title: { readonly level: number; readonly name: string; readonly start: number } | null = null;
    let tables = 0;
    let opened: { readonly name: string; readonly end: number } | null = null;
    const range = (end: number): Range => {
      const space = /^\s*/.exec(html.slice(from, end))![0].length;
      return [start + from + space, start + Math.max(from + space, html.slice(0, end).trimEnd().length)];
    };
    const plain = () => words.replace(/\s+/g, ' ').trim();
    const flush = (end: number): void => {
      if (title === null && tables === 0 && plain() !== '')
        parts.push({ kind: 'text', text: plain(), range: range(end) });
    };
    const open = (name: string, attributes: readonly HtmlAttribute[], [begin, end]: Range): void => {
      if (this.#hidden !== null) {
        if (name === this.#hidden.name) this.#hidden.depth += 1;
        return;
      }
      const source = html.slice(begin, end);
      if (component.test(source)) {
        const label = name.toLowerCase() === 'tabitem' ? attributes.find((each) => each.name === 'label')?.value : '';
        const at = start + begin + source.indexOf(label ?? '');
        if (label) parts.push({ kind: 'heading', level: 7, text: label, range: [at, at + label.length] });
        if (source.endsWith('/>')) parts.push({ kind: 'unknown', name: name });
        else opened = { name, end };
        return;
      }
      if (pictures.test(name) && tables === 0) parts.push({ kind: 'picture' });
      if (inline.test(name)) return;
      if (title === null) {
        flush(begin);
        words = '';
        from = end;
      }
      if (isHiding(name, attributes) && !empty.test(name) && !source.endsWith('/>')) this.#hidden = { name, depth: 1 };
      else if (titles.test(name)) title = { level: name === 'summary' ? 7 : Number(name[1]), name, start: end };
      else if (name === 'table') tables += 1;
      if (title?.start === end) from = end;
    };
    const close = (name: string, [begin, end]: Range): void => {
      if (this.#hidden !== null) {
        if (name === this.#hidden.name && --this.#hidden.depth === 0) {
          this.#hidden = null;
          words = '';
          from = end;
        }
        return;
      }
      if (opened?.name === name && html.slice(opened.end, begin).trim() === '') parts.push({ kind: 'unknown', name });
      if (inline.test(name) || name.includes('-')) return;
      if (title !== null) {
        if (title.name !== name) return;
        const { level } = title;
        if (plain() !== '') parts.push({ kind: 'heading', level, text: plain(), range: range(begin) });
        title = null;
      } else flush(begin);
      if (name === 'table' && tables > 0) tables -= 1;
      words = '';
      from = end;
    };
    readHtml(html, {
      openTag: open,
      closeTag: close,
      comment: ([begin, end]) => {
        if (this.#hidden === null && inclusion.test(html.slice(begin, end)))
          parts.push({ kind: 'unknown', name: '@include' });
      },
      text: (text) => {
        if (this.#hidden === null) words += text;
      },
    });
    flush(html.length);
    return parts;
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
