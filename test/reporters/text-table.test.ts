import fc from 'fast-check';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/lint/finding.ts';
import text from '../../src/reporters/text.ts';
import { context, finding, result, textOf } from './samples.ts';

/** What vfile-reporter prints, with each rule beside its message instead of behind the longest one of all. */
function laidOut(findings: readonly Finding[], color: boolean): string {
  const files = new Map<string, VFile>();
  for (const { path, start, end, message: words, rule, severity } of findings) {
    const file = files.get(path) ?? new VFile({ path });
    files.set(path, file);
    const message = new VFileMessage(words, { place: { start, end }, ruleId: rule });
    message.stack = undefined;
    message.fatal = severity === 'error';
    file.messages.push(message);
  }
  return reporter([...files.values()], { color, quiet: true }).replace(/ +(handbook-[a-z-]+)$/gm, '  $1');
}

const point = fc.record({
  line: fc.integer({ min: 1, max: 1200 }),
  column: fc.integer({ min: 1, max: 12 }),
  offset: fc.constant(0),
});
const words = fc.array(fc.constantFrom('`', '``', 'a', ' b', '日本', '👩‍💻', '`x`', '``y ` z``', '/p/#q'), {
  minLength: 1,
  maxLength: 8,
});
const findings = fc.array(
  fc.record({
    path: fc.constantFrom('_index.md', 'a.md', 'b.md', 'c/ä.md'),
    start: point,
    end: point,
    rule: fc.constantFrom('handbook-link-page', 'handbook-redirect'),
    severity: fc.constantFrom('error' as const, 'warn' as const),
    message: words.map((parts) => `x${parts.join('')}x`),
  }),
  { minLength: 1, maxLength: 12 },
);

test('findings are laid out as vfile-reporter does, in colour and without', () => {
  const property = fc.property(findings, fc.boolean(), (given, color) => {
    // One message a place, since vfile-reporter sorts the rest by the words.
    const one = [...new Map(given.map((each) => [`${each.path} ${each.start.line}`, finding(each)])).values()];
    const all = one.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start.line - b.start.line));
    const shown = textOf(text, result(all), { ...context, color });
    const last = shown.lastIndexOf('\n', shown.length - 2);
    expect(shown.slice(0, last)).toBe(laidOut(all, color));
  });
  fc.assert(property, { seed: 7, numRuns: 300 });
});

test('a report of many findings comes line by line', () => {
  const many = Array.from({ length: 20_000 }, (_, line) => {
    const start = { line: line + 1, column: 1, offset: line };
    return finding({ start, end: start });
  });
  const pieces = [...text(result(many), context)];
  expect(pieces.length).toBeGreaterThan(many.length);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300);
});
