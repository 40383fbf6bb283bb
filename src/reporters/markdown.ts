import type { Finding } from '../lint/finding.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { count, summarize } from './words.ts';

/** Comments have a limit, and nobody reads further. */
const mostRows = 100;
const longestMessage = 400;

/** A comment for a merge request, for people who do not program: what to mend, page by page. */
const markdown: Reporter = ({ findings, summary }, context) => {
  if (findings.length === 0) return `### Handbook check\n\nNothing to mend. ${summarize(summary)}.\n`;
  const shown = findings.slice(0, mostRows);
  const rows = shown.map((finding, index) => toRow(finding, finding.path !== shown[index - 1]?.path, context));
  const more = findings.length - shown.length;
  return `### Handbook check: ${describe(summary.errors, summary.warnings)}

| Page | Line | What to mend |
| --- | --- | --- |
${rows.join('')}
${more > 0 ? `And ${more.toLocaleString('en')} more. ` : ''}${summarize(summary)}.
`;
};

export default markdown;

function describe(errors: number, warnings: number): string {
  const parts = [];
  if (errors > 0) parts.push(count(errors, 'mistake'));
  if (warnings > 0) parts.push(count(warnings, 'warning'));
  return parts.join(', ');
}

function toRow({ path, start, severity, message }: Finding, isFirst: boolean, context: ReportContext): string {
  const file = context.fromRepository + path;
  const sign = severity === 'error' ? '❌' : '⚠️';
  const line = context.lineUrl === null ? start.line : `[${start.line}](${context.lineUrl(file, start.line)})`;
  return `| ${isFirst ? plain(file) : ''} | ${line} | ${sign} ${plain(cut(message))} |\n`;
}

function cut(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
}

/**
 * Words from pages as they are: no markup, no table cell, no HTML. A word joiner keeps `@name`, `#1`, `!1`
 * and the like from calling people or linking, and web addresses from becoming links.
 */
function plain(text: string): string {
  return printable(text)
    .replace(/[@#!$%~&^](?=[\p{L}\p{N}_"])/gu, '$&\u2060')
    .replaceAll('://', ':/\u2060/')
    .replace(/\bwww\./gi, '$&\u2060')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$:^@]/g, '\\$&');
}
