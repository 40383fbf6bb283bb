import { pathToFileURL } from 'node:url';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import type { Finding } from '../lint/finding.ts';
import type { Summary } from '../lint/summary.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { count, summarize } from './words.ts';

/** For people at a terminal, laid out by vfile-reporter. */
const text: Reporter = ({ findings, summary }, context) => {
  const messages: string[] = [];
  const table = reporter(toFiles(findings, context, messages), { color: context.color, quiet: true });
  const report = table
    // Beside its message, not behind the longest one of all.
    .replace(/(?<! ) +(handbook-[a-z-]+)$/gm, '  $1')
    .replace(/\u0001(\d+)/g, (_, number) => messages[Number(number)] ?? '');
  const body = report === '' ? 'No findings.' : context.hyperlinks ? linked(report, context) : report;
  const first = context.site === null ? '' : `${printable(context.site)}\n`;
  if (!context.isChange) return `${first}${body}\n${summarize(summary)}\n`;
  const found = report === '' ? '' : `${body}\n\n`;
  return `${first}${found}The whole handbook: ${summarize(summary)}\n${describeChange(summary)}\n`;
};

export default text;

/** The last line of a run that judged a change, apart from what was there before. */
function describeChange({ errors, warnings }: Summary): string {
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? 'This change breaks nothing.' : `This change brings ${parts.join(' and ')}.`;
}

/**
 * Most messages are put into `messages` and come back as their number, since vfile-reporter would spend a second on the width
 * of some thousand of them. No printable message holds the character before the number.
 */
function toFiles(findings: readonly Finding[], { fromHere, color }: ReportContext, messages: string[]): VFile[] {
  const files = new Map<string, VFile>();
  for (const finding of findings) {
    const path = shownPath(fromHere + finding.path);
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    const { start, end } = finding;
    const words = printable(finding.message);
    // It marks code by a colour.
    const isLaidOut = color && words.includes('`');
    const shown = isLaidOut ? words : `\u0001${String(messages.push(words) - 1).padStart(6, '0')}`;
    const message = new VFileMessage(shown, { place: { start, end }, ruleId: finding.rule });
    // vfile-reporter prints the stack when there is one.
    message.stack = undefined;
    message.fatal = finding.severity === 'error';
    file.messages.push(message);
  }
  return [...files.values()];
}

/** Begins like a path, so that no CI system takes the line for a command or a heading: `./::x.md`. */
function shownPath(path: string): string {
  const shown = printable(path);
  return /^[\p{L}\p{N}._]/u.test(shown) ? shown : `./${shown}`;
}

const ESC = '\u001b';
const header = new RegExp(`^(?:${ESC}\\[\\d+m)*(\\S.*?)(?:${ESC}\\[\\d+m)*$`);

/** Makes the position in each row a link to the file. */
function linked(report: string, { root, fromHere }: ReportContext): string {
  let url = '';
  return report
    .split('\n')
    .map((line) => {
      const row = /^(\d+:\d+(?:-\d+:\d+)?)( .*)$/.exec(line);
      if (row !== null) return `${ESC}]8;;${url}#${row[1]}${ESC}\\${row[1]}${ESC}]8;;${ESC}\\${row[2]}`;
      const path = header.exec(line)?.[1]?.replace(/^\.\/(?![\p{L}\p{N}._])/u, '');
      if (path !== undefined) url = pathToFileURL(`${root}/${path.slice(fromHere.length)}`).href;
      return line;
    })
    .join('\n');
}
