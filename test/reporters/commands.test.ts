/** CI systems read commands out of a job's log; no page, and no file's name, can write one. */
import { describe, expect, test } from 'vitest';
import { describeFailure } from '../../src/cli/failure.ts';
import github from '../../src/reporters/github.ts';
import gitlab from '../../src/reporters/gitlab.ts';
import json from '../../src/reporters/json.ts';
import junit from '../../src/reporters/junit.ts';
import markdown from '../../src/reporters/markdown.ts';
import { printablePatch } from '../../src/reporters/printable.ts';
import sarif from '../../src/reporters/sarif.ts';
import text from '../../src/reporters/text.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { context, finding, result, textOf } from './samples.ts';

const commands = [
  '::error file=a.md::forged',
  '  ::add-mask::x',
  '::stop-commands::x',
  '##[error]forged',
  '##[add-path]/x',
  '##vso[task.setvariable variable=PATH]/x',
  '##VSO[task.complete]',
  "##teamcity[buildStatus status='SUCCESS']",
];

/** As the runners of GitHub Actions (both its forms), Azure Pipelines and TeamCity find a command in a line. */
const isCommand = (line: string) =>
  /^\s*::[^:]*?::/.test(line) || /##\[[a-z]/i.test(line) || /##vso\[/i.test(line) || /##teamcity\[/i.test(line);
const commandsIn = (output: string) => output.split(/\r?\n|\r/).filter(isCommand);

const findings = commands.flatMap((command) => [
  finding({ path: command, message: command, data: { href: command }, note: command }),
  finding({ path: `${command}/x.md`, message: `said\n${command}\r${command}` }),
]);

describe.each([
  ['text', text],
  ['json', json],
  ['gitlab', gitlab],
  ['sarif', sarif],
  ['junit', junit],
  ['markdown', markdown],
] as const)('%s', (_, report) => {
  test.each(['', 'docs/', '::x::/'])('holds no command, reached by %j', (folder) => {
    const here = { ...context, fromHere: (path: string) => folder + path, fromRepository: folder };
    expect(commandsIn(textOf(report, result(findings), here))).toEqual([]);
    expect(commandsIn(textOf(report, result(findings), { ...here, color: true }))).toEqual([]);
  });
});

test('github holds its own commands and no other', () => {
  const lines = textOf(github, result(findings), context).trimEnd().split('\n');
  expect(lines).toHaveLength(findings.length + 1);
  for (const line of lines.slice(0, -1)) {
    expect(line).toMatch(/^::error file=/);
    expect(line).not.toMatch(/##(?:\[|vso\[|teamcity\[)/i);
  }
});

test('JSON says the same as before', () => {
  const report = JSON.parse(textOf(json, result(findings), context)) as {
    findings: { message: string; path: string }[];
  };
  expect(report.findings.map(({ message, path }) => [message, path])).toEqual(
    findings.map(({ message, path }) => [message, path]),
  );
});

test('a failure that names a file', () => {
  for (const command of commands) {
    const said = describeFailure(new Error(`${command}\n${command} \u001b[2J`));
    expect(commandsIn(said)).toEqual([]);
    expect(said).not.toContain('\u001b');
  }
});

test('a patch shows control characters, and in a log no command', () => {
  const patch = `--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,3 @@\n ${commands.join('\n ')}\n-a\u001b[2J\tb\u202e\r\n+a\u009b2J\n`;
  const shown = printablePatch(patch, false);
  expect(shown).toContain('-a\u241b[2J\tb\ufffd\r\n+a\ufffd2J\n');
  expect(commandsIn(printablePatch(patch, true))).toEqual([]);
  const plain = '--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n :::note\r\n-ab ## [x]\n+é\u200f\n';
  expect(printablePatch(plain, true)).toBe(plain);
});

test('the command itself, over pages and names that try it', () => {
  const names = ['::error file=x::.md', ' ::warning ::x.md', '##[error]x.md', '##vso[task.complete].md'];
  const page = `\n\n[a](/nowhere-${'##vso[x]y'}/) [b](##[error]c) ${commands.join('\n\n')}\n`;
  const root = temporaryFolder({
    'handbook.yaml': 'site: plain\n',
    'b.md': '# B\n',
    ...Object.fromEntries(names.map((name) => [name, `${page}\n[x](B.md)\n`])),
  });
  for (const args of [[], ['--fix-dry-run'], ['--format', 'json'], ['--format', 'junit'], ['explain', 'b.md']]) {
    const { code, stdout, stderr } = runBundle(builtCommand(), ['--no-cache', ...args], root, { CI: 'true' });
    expect([args, code]).toEqual([args, code === 2 ? 'failed' : code]);
    expect(commandsIn(stdout + stderr)).toEqual([]);
  }
});
