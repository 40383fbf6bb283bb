import type { Root } from 'mdast';
import { type Plugin as LintPlugin, lintRule } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import { withoutMark } from '../files/byte-order-mark.ts';
import type { Finding, Severity } from '../lint/finding.ts';
import { ruleUrl } from '../lint/version.ts';
import type { RemarkRun } from './remark-run.ts';
import { judgeFile } from './session.ts';

/** Adds what the listed rules find in a file. A file that is no page of a handbook gets nothing. */
export async function check(tree: Root, file: VFile, run: RemarkRun): Promise<void> {
  const { findings, failures } = await judgeFile(file, run);
  for (const id of run.rules.keys()) {
    // One rule has one level in remark, but a finding may be milder than its rule.
    for (const severity of ['error', 'warn'] as const) {
      const own = findings.filter((finding) => finding.rule === id && finding.severity === severity);
      addFindings(tree, file, id, own, severity);
    }
  }
  for (const { message, rule } of failures) {
    const failure = file.message(message, { source: 'remark-lint', ...(rule === null ? {} : { ruleId: rule }) });
    // At level `warn`, unified-lint-rule would make a mere warning of it, and the run would pass.
    failure.fatal = true;
  }
}

/** Through unified-lint-rule, which knows how messages of a remark-lint rule look. */
function addFindings(tree: Root, file: VFile, id: string, findings: readonly Finding[], severity: Severity): void {
  if (findings.length === 0) return;
  const rule: LintPlugin<Root> = lintRule<Root>({ origin: `remark-lint:${id}`, url: ruleUrl(id) }, () => {
    for (const finding of findings) addMessage(file, finding);
  });
  rule([severity])?.(tree, file, () => undefined);
}

function addMessage(file: VFile, { message: reason, start, end, note, related, suggestions }: Finding): void {
  const message = file.message(reason, { start: { ...start }, end: { ...end } });
  const actual = withoutMark(String(file)).slice(start.offset, end.offset);
  if (actual !== '') message.actual = actual;
  if (suggestions.length > 0) message.expected = suggestions.map(({ text }) => text);
  const notes = related.map(({ path, line, message: about }) => `See ${path} line ${line}. ${about}`);
  if (note !== undefined) notes.unshift(note);
  if (notes.length > 0) message.note = notes.join('\n');
}
