import type { ListBlock, Range } from '../../../markdown/facts.ts';
import { shortcodeTitle } from '../../../sections/outline/containers.ts';
import { boldLine, headingPart, type PagePart, rangeOf } from '../parts.ts';
import { fewestLevels, type LevelReader } from '../sheets.ts';

/** What names a level on a page without being a heading: a line of bold words, or the title of what readers open and close. */
interface Label {
  readonly part: PagePart;
  readonly text: string;
  readonly range: Range;
  /** Where the title's container ends, as an index into the parts; `null` for bold words. */
  readonly end: number | null;
}

/** Titles of `<details>`, of Docusaurus' tabs, of GitBook's, of VitePress's (`== Junior`), of `::: details` in VitePress and Docusaurus, and of Python-Markdown's indented blocks, which nothing closes. */
const containers: readonly { readonly open: RegExp; readonly close: RegExp | null }[] = [
  { open: /<summary\b[^<>]{0,200}>\s{0,20}(?:<[^<>/]{1,40}>){0,3}([^<]{1,200})/i, close: /<\/details>/i },
  { open: /<TabItem\b[^<>]{0,300}\blabel=["']([^"'<>]+)/, close: /<\/TabItem>/ },
  { open: /\{%\s{0,3}tab\s{1,3}title=["']([^"'\n]{1,200})/, close: /\{%\s{0,3}endtab\b/ },
  {
    open: /^(?::{3,}[ \t]{0,9}tabs\b[^\n]{0,200}\n)?==[ \t]{1,9}(\S[^\n]{0,199})/,
    close: /^(?:==[ \t]|:{3,}\s*$)/m,
  },
  { open: /^:{3,}[ \t]*\{?[\w-]+\}?[ \t]*\[?([^\]\n]+)/, close: /^:{3,}\s*$/m },
  { open: /^(?:!!!|\?{3}\+?|={3}[+!]{0,2})[ \t][\w \t-]{0,80}"([^"\n]{1,200})"/, close: null },
];

/** Parts in which what else names levels stands as headings: lists (`- **Junior**`), bold lines, summaries and tabs. */
export function unfoldLevels(parts: readonly PagePart[], levelOf: LevelReader): readonly PagePart[] {
  const labels = new Map(levelLabels(parts, levelOf).map((label) => [label.part, label]));
  const inside = [...labels.values()].flatMap(({ part, end }) => parts.slice(parts.indexOf(part), end ?? 0));
  const inner = inside.flatMap((part) => (part.kind === 'heading' ? [part.heading.level] : []));
  let depth = 1;
  let end = -1;
  return parts.flatMap((part, at) => {
    if (part.kind === 'heading' && at > end) depth = part.heading.level;
    const label = labels.get(part);
    if (label !== undefined) {
      end = label.end ?? end;
      return [headingPart(part, label.text, label.range, inner.length === 0 ? depth + 1 : Math.min(...inner) - 1)];
    }
    if (part.kind !== 'block' || part.block.type !== 'list' || !namesLevels(part.block, levelOf)) return [part];
    const { page, via, block } = part;
    const level = Math.min(depth + 1, 5);
    return block.items.flatMap(({ text, textRange, children }) => [
      headingPart(part, text, textRange, level),
      ...children.map((child): PagePart => ({ kind: 'block', page, via, block: child })),
    ]);
  });
}

/** The labels of one kind that mostly name levels, at least two of them. */
function levelLabels(parts: readonly PagePart[], levelOf: LevelReader): readonly Label[] {
  const lines = parts.flatMap((part): Label[] => {
    const line = boldLine(part);
    return line === null ? [] : [{ part, text: line.text, range: line.textRange, end: null }];
  });
  const kinds = [
    ...containers.map((container) => parts.flatMap((part, at) => titleIn(part, at, parts, container) ?? [])),
    parts.flatMap((part, at) => titleOfShortcode(part, at, parts) ?? []),
  ];
  const nameLevels = (labels: readonly Label[]): boolean => {
    const levels = labels.flatMap(({ text }) => levelOf(text) ?? []);
    return new Set(levels).size >= fewestLevels && levels.length * 2 > labels.length;
  };
  return [...kinds, lines].find(nameLevels) ?? [];
}

function titleIn(
  part: PagePart,
  at: number,
  parts: readonly PagePart[],
  { open, close }: (typeof containers)[number],
): Label | null {
  const source = sourceOf(part);
  const match = open.exec(source);
  if (match === null || part.kind !== 'block') return null;
  const [whole, text = ''] = match;
  const start = part.block.range[0] + match.index + whole.length - text.length;
  const ends = (other: PagePart) => (close === null ? !isIndented(other) : close.test(sourceOf(other)));
  const after = parts.findIndex((other, place) => place > at && ends(other));
  const end = after < 0 ? parts.length : after;
  return { part, text: text.trim(), range: [start, start + text.trimEnd().length], end };
}

function titleOfShortcode(part: PagePart, at: number, parts: readonly PagePart[]): Label | null {
  const call =
    part.kind === 'block' && part.block.type === 'shortcode'
      ? part.page.facts.shortcodes[part.block.shortcode]
      : undefined;
  const inner = call?.inner ?? null;
  const title = call === undefined ? null : shortcodeTitle(call);
  if (inner === null || title === null) return null;
  const after = parts.findIndex(
    (other, place) => place > at && other.page === part.page && rangeOf(other)[0] >= inner[1],
  );
  return { part, text: title.value, range: title.range, end: after < 0 ? parts.length : after };
}

function isIndented(part: PagePart): boolean {
  return /[ \t]/.test(part.page.text.charAt(rangeOf(part)[0] - 1));
}

function sourceOf(part: PagePart): string {
  const isRaw = part.kind === 'block' && (part.block.type === 'html' || part.block.type === 'paragraph');
  return isRaw ? part.page.text.slice(...part.block.range) : '';
}

/** Do most items name a level, with more below them? */
function namesLevels({ items }: ListBlock, levelOf: LevelReader): boolean {
  const levels = items.flatMap(({ text, children }) => (children.length > 0 ? (levelOf(text) ?? []) : []));
  return new Set(levels).size >= fewestLevels && levels.length * 2 > items.length;
}
