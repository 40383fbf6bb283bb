import { pathBelow } from '../files/paths.ts';
import { printable } from './printable.ts';
import type { Reporter } from './report.ts';
import { lastLines } from './words.ts';

/** Workflow commands that GitHub Actions shows as annotations on the changed lines. */
const github: Reporter = function* ({ findings, summary }, context) {
  for (const { rule, severity, path, start, end, message } of findings) {
    const place = { file: pathBelow(context.fromRepository, path), line: start.line, endLine: end.line };
    // Columns are only understood within one line.
    const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
    const properties = Object.entries({ ...place, ...columns, title: rule });
    const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
    yield `::${severity === 'error' ? 'error' : 'warning'} ${written}::${data(message)}\n`;
  }
  yield lastLines(summary, context);
};

export default github;

function data(text: string): string {
  return text.split(/\r?\n/).map(printable).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
