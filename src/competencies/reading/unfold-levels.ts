import type { ListBlock, Range } from '../../markdown/facts.ts';
import { boldLine } from './bold-lines.ts';
import { headingOf } from './headings.ts';
import type { PagePart } from './parts.ts';
import { fewestLevels, type LevelNames } from './sheets.ts';

/** What names a level on a page without being a heading: a line of bold words, or the title of what readers open and close. */
interface Label {
  readonly part: PagePart;
  readonly text: string;
  readonly range: Range;
  /** Where the title's container ends, as an index into the parts; `null` for bold words. */
  readonly end: number | null;
}

/** Titles of `<details>`, of Docusaurus' tabs, and of `::: details` in VitePress and Docusaurus. */
const containers = [
  { open: /<summary\b[^<>]{0,200}>\s{0,20}(?:<[^<>/]{1,40}>){0,3}([^<]{1,200})/i, close: /<\/details>/i },
  { open: /<TabItem\b[^<>]{0,300}\blabel=["']([^"'<>]+)/, close: /<\/TabItem>/ },
  { open: /^:{3,}[ \t]*[\w-]+[ \t]*\[?([^\]\n]+)/, close: /^:{3,}\s*$/m },
] as const;

/** Parts in which what else names levels stands as headings: lists (`- **Junior**`), bold lines, summaries and tabs. */
export function unfoldLevels(parts: readonly PagePart[], levelOf: LevelNames): readonly PagePart[] {
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
      return [headingAt(part, label.text, label.range, inner.length === 0 ? depth + 1 : Math.min(...inner) - 1)];
    }
    if (part.kind !== 'block' || part.block.type !== 'list' || !namesLevels(part.block, levelOf)) return [part];
    const { page, via, block } = part;
    const level = Math.min(depth + 1, 5);
    return block.items.flatMap(({ text, textRange, children }) => [
      headingAt(part, text, textRange, level),
      ...children.map((child): PagePart => ({ kind: 'block', page, via, block: child })),
    ]);
  });
}

/** A heading for what is none, in the place of a part. */
export function headingAt({ page, via }: PagePart, text: string, range: Range, level: number): PagePart {
  return { kind: 'heading', page, via, heading: headingOf(text, range, level) };
}

/** The labels of one kind that mostly name levels, at least two of them. */
function levelLabels(parts: readonly PagePart[], levelOf: LevelNames): readonly Label[] {
  const lines = parts.flatMap((part): Label[] => {
    const line = part.kind === 'block' ? boldLine(part) : null;
    return line === null ? [] : [{ part, text: line.text, range: line.textRange, end: null }];
  });
  const kinds = containers.map((container) => parts.flatMap((part, at) => titleIn(part, at, parts, container) ?? []));
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
  const after = parts.findIndex((other, place) => place > at && close.test(sourceOf(other)));
  const end = after < 0 ? parts.length : after;
  return { part, text: text.trim(), range: [start, start + text.trimEnd().length], end };
}

function sourceOf(part: PagePart): string {
  const isRaw = part.kind === 'block' && (part.block.type === 'html' || part.block.type === 'paragraph');
  return isRaw ? part.page.text.slice(...part.block.range) : '';
}

/** Do most items name a level, with more below them? */
function namesLevels({ items }: ListBlock, levelOf: LevelNames): boolean {
  const levels = items.flatMap(({ text, children }) => (children.length > 0 ? (levelOf(text) ?? []) : []));
  return new Set(levels).size >= fewestLevels && levels.length * 2 > items.length;
}
