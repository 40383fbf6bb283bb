import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Range } from '../facts.ts';

/** Receives what raw HTML holds, in order, with offsets into the given text. */
export interface HtmlVisitor {
  openTag(name: string, attributes: readonly HtmlAttribute[], range: Range): void;
  closeTag(name: string, range: Range): void;
  text(text: string): void;
  comment(range: Range): void;
}

export interface HtmlAttribute {
  readonly name: string;
  /** Entities resolved. */
  readonly value: string;
  /** The value without quotes, as written. */
  readonly range: Range;
}

interface OpenTag {
  readonly name: string;
  readonly start: number;
  readonly attributes: HtmlAttribute[];
}

const TAG =
  /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:[ \t\r\n\f]+[A-Za-z][A-Za-z0-9-]*(?:="[^"&]*"|=[A-Za-z0-9]+(?=[ \t\r\n\f>]))?)*)[ \t\r\n\f]*\/?>/y;
const ATTRIBUTE = /([A-Za-z][A-Za-z0-9-]*)(?:=(?:"([^"]*)"|([A-Za-z0-9]+)))?/g;
/** An entity other than the two most frequent ones. */
const RARE_ENTITY = /&(?!nbsp;|amp;|[^A-Za-z#])/;
const FRAME_END = /[ \t\r\n]*<\/iframe>/y;
/** Tags after which everything is text. */
const TEXT_TAGS = /^(?:script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)$/;

/** Reads raw HTML in one pass; broken HTML gives what can be made of it. */
export function readHtml(html: string, visitor: HtmlVisitor): void {
  const plain = readPlainHtml(html, visitor);
  if (plain < html.length) readAnyHtml(html.slice(plain), visitor, plain);
}

/** Reads what is written as most people write it, several times faster than the library; gives where that ends. */
export function readPlainHtml(html: string, visitor: HtmlVisitor): number {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const next = open === -1 ? html.length : open;
    if (next > at) {
      const text = html.slice(at, next);
      if (RARE_ENTITY.test(text)) return at;
      visitor.text(text.replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&'));
      at = next;
    } else {
      const end = html.startsWith('<!--', at) ? readComment(html, at, visitor) : readTag(html, at, visitor);
      if (end === -1) return at;
      at = end;
    }
  }
  return at;
}

function readComment(html: string, start: number, visitor: HtmlVisitor): number {
  const end = html.indexOf('-->', start + 4);
  const first = html[start + 4];
  if (end === -1 || first === '>' || first === '-' || html.slice(start, end).includes('--!>')) return -1;
  visitor.comment([start, end + 3]);
  return end + 3;
}

function readTag(html: string, start: number, visitor: HtmlVisitor): number {
  TAG.lastIndex = start;
  const match = TAG.exec(html);
  if (!match) return -1;
  const [whole, slash, written, attributes] = match as unknown as [string, string, string, string];
  const end = start + whole.length;
  const name = written.toLowerCase();
  if (slash !== '') {
    if (attributes !== '') return -1;
    visitor.closeTag(name, [start, end]);
    return end;
  }
  if (TEXT_TAGS.test(name) && !isEmptyFrame(html, name, end)) return -1;
  visitor.openTag(name, readAttributes(attributes, start + 1 + name.length), [start, end]);
  return end;
}

/** An empty `<iframe>`, as embedded videos have it. */
function isEmptyFrame(html: string, name: string, end: number): boolean {
  FRAME_END.lastIndex = end;
  return name === 'iframe' && FRAME_END.test(html);
}

function readAttributes(written: string, base: number): HtmlAttribute[] {
  const attributes: HtmlAttribute[] = [];
  if (written === '') return attributes;
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(written); match; match = ATTRIBUTE.exec(written)) {
    const [whole, name, quoted, bare] = match as unknown as [string, string, string?, string?];
    const value = quoted ?? bare ?? '';
    const end = base + match.index + whole.length - (quoted === undefined ? 0 : 1);
    attributes.push({ name: name.toLowerCase(), value, range: [end - value.length, end] });
  }
  return attributes;
}

/** Reads any HTML, by the library; offsets count from `base`. */
export function readAnyHtml(html: string, visitor: HtmlVisitor, base = 0): void {
  let tag: OpenTag | undefined;
  let attributeName = '';
  let valueStart = 0;
  let value = '';
  const openTag = (end: number) => {
    if (tag) visitor.openTag(tag.name, tag.attributes, [tag.start, base + end + 1]);
    tag = undefined;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = { name: html.slice(start, end).toLowerCase(), start: base + start - 1, attributes: [] };
      },
      onattribname(start, end) {
        attributeName = html.slice(start, end).toLowerCase();
        value = '';
        valueStart = afterEquals(html, end);
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend(quote, after) {
        const end = quote === QuoteType.Double || quote === QuoteType.Single ? after - 1 : after;
        tag?.attributes.push({ name: attributeName, value, range: [base + Math.min(valueStart, end), base + end] });
      },
      onopentagend: openTag,
      onselfclosingtag: openTag,
      onclosetag(start, end) {
        const close = html.indexOf('>', end);
        const after = close === -1 ? html.length : close + 1;
        visitor.closeTag(html.slice(start, end).toLowerCase(), [base + start - 2, base + after]);
      },
      ontext(start, end) {
        visitor.text(html.slice(start, end));
      },
      ontextentity(code) {
        visitor.text(String.fromCodePoint(code));
      },
      oncomment(start, end) {
        const open = html.lastIndexOf('<', start - 1);
        const close = html.indexOf('>', Math.max(start, end - 1));
        visitor.comment([base + Math.max(0, open), base + (close === -1 ? html.length : close + 1)]);
      },
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function afterEquals(html: string, nameEnd: number): number {
  let at = skipSpace(html, nameEnd);
  if (html[at] !== '=') return nameEnd;
  at = skipSpace(html, at + 1);
  return html[at] === '"' || html[at] === "'" ? at + 1 : at;
}

/** Where the next character stands that is no white space. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

/** The words of a piece of HTML as they stand between its tags, references decoded. */
export function wordsOfHtml(html: string): string {
  let words = '';
  readHtml(html, {
    openTag: () => {},
    closeTag: () => {},
    comment: () => {},
    text: (text) => {
      words += text;
    },
  });
  return words;
}
