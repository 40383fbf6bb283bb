import { pathBelow } from '../files/paths.ts';
import type { Finding, Findings } from '../lint/finding.ts';
import type { Summary } from '../lint/results/result.ts';
import { inThousands } from '../phrases/amounts.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { countFound, silencedLinks, summarize } from './words.ts';

/** Comments have a limit, and nobody reads further. */
const mostRows = 100;
const longestMessage = 400;

/** What tells our comment from others, so that the next pipeline updates it. Nobody sees it. */
const MARK = '<!-- handbook-lint -->';

/**
 * A comment for a merge request, for people who do not program: a sentence that agrees with the exit code, and what to mend, page
 * by page. Pages, lines and rules are links where their addresses are known.
 */
const markdown: Reporter = ({ findings, summary }, context) => {
  const whose = context.isChange ? 'The whole handbook: ' : '';
  const figures = context.isChange && context.site === null ? '' : `${whose}${summarize(summary)}.`;
  const top = `${MARK}\n### Handbook check\n\n${verdict(summary, context)}\n`;
  if (findings.length === 0) return figures === '' ? top : `${top}\n${figures}\n`;
  const shown = firstOf(findings, mostRows);
  const rows = shown.map((finding, index) => toRow(finding, finding.path !== shown[index - 1]?.path, context));
  const more = findings.length - shown.length;
  return `${top}
| Page | Line | What to mend | Rule |
| --- | --- | --- | --- |
${rows.join('')}
${more > 0 ? `And ${inThousands(more)} more. ` : ''}${figures}
`;
};

export default markdown;

function firstOf(findings: Findings, most: number): readonly Finding[] {
  const first: Finding[] = [];
  for (const finding of findings) {
    if (first.length === most) break;
    first.push(finding);
  }
  return first;
}

/** The sentence on top: what was found, and whether that stops the merge request. */
function verdict(summary: Summary, { isChange, fails }: ReportContext): string {
  const found = countFound(summary);
  const [nothing, brings] = isChange
    ? ['This change breaks nothing.', 'This change brings']
    : ['There is nothing to mend.', 'This handbook has'];
  if (found === '') return ['✅', nothing, isChange ? '' : silencedLinks(summary)].join(' ').trim();
  if (fails) return `❌ ${brings} ${found}, so the check fails.`;
  return `✅ ${brings} ${found}, and the check passes.`;
}

function toRow(finding: Finding, isFirst: boolean, { fromRepository, lineUrl }: ReportContext): string {
  const { path, start, severity, message, rule, url } = finding;
  const file = pathBelow(fromRepository, path);
  const at = (words: string, line: number) => (lineUrl === null ? words : `[${words}](${inLink(lineUrl(file, line))})`);
  const page = isFirst ? at(shownPath(file), 1) : '';
  const sign = severity === 'error' ? '❌' : '⚠️';
  const name = `[${escaped(rule.replace(/^handbook-/, ''))}](${inLink(url)})`;
  return `| ${page} | ${at(String(start.line), start.line)} | ${sign} ${plain(cut(message))} | ${name} |\n`;
}

function cut(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
}

/** An address in the brackets of a link, which must not end them. */
function inLink(url: string): string {
  return url.replace(/[\s()<>\\|`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function shownPath(path: string): string {
  const shown = printable(path);
  return isReference(shown) ? code(shown) : escaped(shown);
}

/**
 * Words from pages as they are: no markup, no table cell, no HTML. Words that could call people, name an issue or a commit, or
 * become a link or a picture stand as code, which GitHub and GitLab leave alone, so that they can be copied as they are.
 */
function plain(text: string): string {
  return printable(text)
    .split(/( +)/)
    .map((word) => (isReference(word) ? asCode(word) : escaped(word)))
    .join('');
}

const opening = '"\'\u201c\u2018(';
const closing = '"\'\u201d\u2019).,;?';

/** The word as code, without the signs of the sentence around it. */
function asCode(word: string): string {
  let [start, end] = [0, word.length];
  while (start < end && opening.includes(word.charAt(start))) start++;
  while (end > start && closing.includes(word.charAt(end - 1))) end--;
  return escaped(word.slice(0, start)) + code(word.slice(start, end)) + escaped(word.slice(end));
}

/** `@name`, `#1`, `!1`, `~label`, `$1`, `%1`, `&1`, `^alert`; web addresses; `:emoji:`; ids of commits; `GH-1`. */
function isReference(word: string): boolean {
  return (
    /[@#!$%~&^](?=[\p{L}\p{N}_"])|:\/\/|www\.|(?:mailto|xmpp):|:[\w+-]+:|\b[A-Z][A-Z\d]+-\d/iu.test(word) ||
    /\b(?=[a-f]*\d)[\da-f]{7,40}\b/i.test(word)
  );
}

/** A code span in a table's cell, where a vertical bar needs a backslash that is no backslash of the code. */
function code(text: string): string {
  return text
    .split(/(?<=\\)\|/)
    .map(span)
    .join('\\|');
}

function span(text: string): string {
  if (text.trim() === '') return '';
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return fence + pad + text.replaceAll('|', '\\|') + pad + fence;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$:^@]/g, '\\$&');
}
