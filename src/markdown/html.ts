import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Range } from './facts.ts';

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

const BARE_TAG = /^<(\/?)([A-Za-z][A-Za-z0-9]*)[ \t]*\/?>$/;
/** Tags after which everything is text. */
const TEXT_TAGS = /^(?:script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)$/i;

/** Reads raw HTML in one pass; broken HTML gives what can be made of it. */
export function readHtml(html: string, visitor: HtmlVisitor): void {
  // Half of all raw HTML is `<br>` and `</b>`.
  const bare = html.length < 30 ? BARE_TAG.exec(html) : null;
  if (bare && !TEXT_TAGS.test(bare[2]!)) {
    const name = bare[2]!.toLowerCase();
    if (bare[1] === '/') visitor.closeTag(name, [0, html.length]);
    else visitor.openTag(name, [], [0, html.length]);
    return;
  }
  tokenize(html, visitor);
}

function tokenize(html: string, visitor: HtmlVisitor): void {
  let tag: OpenTag | undefined;
  let attributeName = '';
  let valueStart = 0;
  let value = '';
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = { name: html.slice(start, end).toLowerCase(), start: start - 1, attributes: [] };
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
        tag?.attributes.push({ name: attributeName, value, range: [Math.min(valueStart, end), end] });
      },
      onopentagend(end) {
        if (tag) visitor.openTag(tag.name, tag.attributes, [tag.start, end + 1]);
        tag = undefined;
      },
      onselfclosingtag(end) {
        if (tag) visitor.openTag(tag.name, tag.attributes, [tag.start, end + 1]);
        tag = undefined;
      },
      onclosetag(start, end) {
        const close = html.indexOf('>', end);
        visitor.closeTag(html.slice(start, end).toLowerCase(), [start - 2, close < 0 ? html.length : close + 1]);
      },
      ontext(start, end) {
        visitor.text(html.slice(start, end));
      },
      ontextentity(code) {
        visitor.text(String.fromCodePoint(code));
      },
      oncomment(start, end) {
        const open = html.lastIndexOf('<', start);
        const close = html.indexOf('>', Math.max(start, end - 1));
        visitor.comment([Math.max(0, open), close < 0 ? html.length : close + 1]);
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

function skipSpace(html: string, start: number): number {
  let at = start;
  while (/\s/.test(html[at] ?? '')) at += 1;
  return at;
}
