import { outsideFences } from '../../markdown/set-aside/lines.ts';
import { rawBlocks } from '../original-markdown/raw-blocks.ts';
import type { MkdocsSettings } from './config.ts';

const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---\s/;
/** What holds the lines below it that are indented by four: an item of a list, a definition, a footnote. */
const HOLDER = /^[ \t>]*(?:[*+-]|\d+\.|:|\[\^[^\]]{1,99}\]:|\/\/\/)(?:[ \t]|$)/;

/** A line of a page in which Python-Markdown may see Markdown, with the one below it. */
interface Line {
  readonly line: string;
  readonly next: string;
  /** CommonMark takes it for a part of the HTML above. */
  readonly isHtml: boolean;
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
  const open = new Set(outsideFences(lines));
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
    if (start < bodyStart || !open.has(index) || line.trim() === '') continue;
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
    if (isHeld) yield { line, next: (lines[index + 1] ?? '').trim(), isHtml };
  }
}

function indentOf(line: string): number {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blanks.replaceAll('\t', '    ').length;
}
