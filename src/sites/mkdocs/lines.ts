import { rawBlocks } from '../original-markdown/raw-blocks.ts';
import type { MkdocsSettings } from './config.ts';

const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---\s/;
/** What holds the lines below it that are indented by four: an item of a list, a definition, a footnote. */
const HOLDER = /^[ \t>]*(?:[*+-]|\d+\.|:|\[\^[^\]]{1,99}\]:|\/\/\/)(?:[ \t]|$)/;

const FENCE = /^([ \t>]*)(`{3,}(?!`)|~{3,}(?!~))([^`\n]*)$/;

/** A line of a page in which Python-Markdown may see Markdown, with the one below it. */
interface Line {
  readonly line: string;
  readonly next: string;
  /** CommonMark may take it for a part of the HTML above, or of a fence that is none. */
  readonly isHidden: boolean;
}

/**
 * The lines of a page but for those in front matter, in fences, in comments, in HTML whose Markdown is not read, and in code: lines
 * indented by four below nothing that would hold them. A line indented by less is no heading, so it is left out as well.
 */
export function* markdownLines(
  text: string,
  settings: Pick<MkdocsSettings, 'markedHtml' | 'markdown'>,
): Iterable<Line> {
  const lines = text.split('\n');
  const { outside, stray } = fencesIn(lines);
  const raw = rawBlocks(text, settings.markedHtml);
  const signs = Array.isArray(settings.markdown.setAside) ? settings.markdown.setAside : [];
  const bodyStart = FRONT_MATTER.exec(text)?.[0].length ?? 0;
  const holders: { readonly indent: number; readonly holds: boolean }[] = [];
  let at = 0;
  let block = 0;
  let isComment = false;
  let isHtml = false;
  for (const [index, line] of lines.entries()) {
    const start = at;
    at += line.length + 1;
    isHtml = line.trim() !== '' && (isHtml || /^[ \t>]*<\/?[a-z]/i.test(line));
    if (start < bodyStart || !outside.has(index) || line.trim() === '') continue;
    const bare = line.trimStart();
    const isInComment: boolean = isComment || bare.startsWith('<!--');
    isComment = isInComment && !line.includes('-->');
    if (isInComment) continue;
    while (block < raw.length && raw[block]![1] <= start) block += 1;
    if (block < raw.length && raw[block]![0] < start) continue;
    const indent = indentOf(line);
    while (holders.length > 0 && holders.at(-1)!.indent >= indent) holders.pop();
    const isHeld = indent === 0 || (indent % 4 === 0 && holders.at(-1)?.holds === true);
    const isHolder = HOLDER.test(line) || signs.some((sign: string) => bare.startsWith(sign));
    holders.push({ indent, holds: isHeld && isHolder });
    if (isHeld) yield { line, next: (lines[index + 1] ?? '').trim(), isHidden: isHtml || index > stray };
  }
}

/**
 * The numbers of the lines that stand in no fenced code, and of the first line that looks like the start of a fence and is none: a line
 * further left comes before its end, or the page ends (pymdownx.superfences 11.0.1).
 */
function fencesIn(lines: readonly string[]): { readonly outside: ReadonlySet<number>; readonly stray: number } {
  const outside = new Set(lines.keys());
  let stray = Number.POSITIVE_INFINITY;
  let open: { readonly at: number; readonly indent: number; readonly marks: string } | null = null;
  for (const [index, line] of lines.entries()) {
    const [, before = '', marks = '', rest = ''] = FENCE.exec(line) ?? [];
    if (open === null) {
      if (marks !== '') open = { at: index, indent: indentOf(before), marks };
    } else if (line.trim() !== '' && indentOf(line) < open.indent) {
      stray = Math.min(stray, open.at);
      open = null;
    } else if (marks === open.marks && rest.trim() === '' && indentOf(before) === open.indent) {
      for (let at = open.at; at <= index; at++) outside.delete(at);
      open = null;
    }
  }
  return { outside, stray: Math.min(stray, open?.at ?? stray) };
}

function indentOf(line: string): number {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blanks.replaceAll('\t', '    ').length;
}
