import { pathToFileURL } from 'node:url';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import type { Finding } from '../lint/finding.ts';
import { printable } from './printable.ts';
import type { ReportContext, Reporter } from './report.ts';
import { summarize } from './words.ts';

/** For people at a terminal, laid out by vfile-reporter. */
const text: Reporter = ({ findings, summary }, context) => {
  const table = reporter(toFiles(findings, context.fromHere), { color: context.color, quiet: true });
  // Beside its message, not behind the longest one of all.
  const report = table.replace(/(?<! ) +(handbook-[a-z-]+)$/gm, '  $1');
  const body = report === '' ? 'No findings.' : context.hyperlinks ? linked(report, context) : report;
  return `${body}\n${summarize(summary)}\n`;
};

export default text;

function toFiles(findings: readonly Finding[], prefix: string): VFile[] {
  const files = new Map<string, VFile>();
  for (const finding of findings) {
    const path = printable(prefix + finding.path);
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    const { start, end } = finding;
    const message = new VFileMessage(printable(finding.message), { place: { start, end }, ruleId: finding.rule });
    // vfile-reporter prints the stack when there is one.
    message.stack = undefined;
    message.fatal = finding.severity === 'error';
    file.messages.push(message);
  }
  return [...files.values()];
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
      const path = header.exec(line)?.[1];
      if (path !== undefined) url = pathToFileURL(`${root}/${path.slice(fromHere.length)}`).href;
      return line;
    })
    .join('\n');
}
