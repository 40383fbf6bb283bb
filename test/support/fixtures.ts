import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Finding } from '../../src/lint/finding.ts';

/** The folder of all fixtures, with a slash at the end. */
export const fixtures = new URL('../../fixtures/', import.meta.url).pathname;

/** Every file below a folder, as `memoryHandbook` wants them; `expected.txt` is left out. */
export function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const absolute = `${entry.parentPath}/${entry.name}`;
    const path = relative(folder, absolute);
    if (path !== 'expected.txt') files[path] = readFileSync(absolute, 'utf8');
  }
  return files;
}

/**
 * Findings as a golden file shows them, one block each:
 *
 *     content/a.md:3:8-3:22 warn handbook-link-page
 *       The words of the message.
 *       > [/old/](/old/)              the line it stands on, the wrong words underlined
 *         ^^^^^^^
 *       note: …
 *       suggest: Link to /new/ -> `/new/` (safe)
 *       related: content/b.md:4 …
 *
 * Only `(no findings)` when there are none.
 */
export function formatFindings(findings: readonly Finding[], textOf: (path: string) => string): string {
  if (findings.length === 0) return '(no findings)\n';
  return findings.map((finding) => formatFinding(finding, textOf(finding.path))).join('\n');
}

function formatFinding(finding: Finding, text: string): string {
  const { start, end } = finding;
  const lineStart = text.lastIndexOf('\n', start.offset - 1) + 1;
  const line = text.slice(lineStart).split(/\r?\n/, 1)[0] ?? '';
  const length = Math.max(1, Math.min(end.offset, lineStart + line.length) - start.offset);
  const lines = [
    `${finding.path}:${start.line}:${start.column}-${end.line}:${end.column} ${finding.severity} ${finding.rule}`,
    `  ${finding.message}`,
    `  > ${line}`.trimEnd(),
    `    ${line.slice(0, start.offset - lineStart).replace(/[^\t]/g, ' ')}${'^'.repeat(length)}`,
  ];
  if (finding.note !== undefined) lines.push(`  note: ${finding.note.replaceAll('\n', '\n        ')}`);
  for (const { title, text: replacement, safe } of finding.suggestions)
    lines.push(`  suggest: ${title} -> \`${replacement}\`${safe ? ' (safe)' : ''}`);
  for (const place of finding.related) lines.push(`  related: ${place.path}:${place.line} ${place.message}`);
  return `${lines.join('\n')}\n`;
}
