import { readdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { remark } from 'remark';
import remarkLint from 'remark-lint';
import { engine } from 'unified-engine';
import type { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { findRoot } from '../../src/config/loading/find-root.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { lint } from '../../src/lint/run.ts';
import preset from '../../src/preset.ts';
import { fixtures } from '../support/fixtures.ts';

/** A finding in the form in which both doors can show it. */
interface Shown {
  readonly rule: string;
  readonly severity: string;
  readonly place: string;
  readonly message: string;
  readonly expected: readonly string[];
  readonly url: string;
}

const place = (start: { line: number; column: number }, end: { line: number; column: number }) =>
  `${start.line}:${start.column}-${end.line}:${end.column}`;

const fromFinding = ({ rule, severity, start, end, message, suggestions, url }: Finding): Shown => ({
  rule,
  severity,
  place: place(start, end),
  message,
  expected: suggestions.map(({ text }) => text),
  url,
});

/** As remark-cli runs: one set of files, beside remark-lint, whose filter of control comments must not matter. */
async function throughRemark(root: string, paths: readonly string[]): Promise<Map<string, Shown[]>> {
  const streams = { streamOut: new PassThrough().resume(), streamError: new PassThrough().resume() };
  const plugins = [{ plugins: [remarkLint, preset] }];
  const files = await new Promise<readonly VFile[]>((resolve, reject) => {
    engine({ processor: remark, cwd: root, files: [...paths], plugins, ...streams }, (error, _, context) =>
      error ? reject(error) : resolve(context?.files ?? []),
    );
  });
  return new Map(files.map((file) => [file.path, file.messages.map(fromMessage)]));
}

function fromMessage(message: VFile['messages'][number]): Shown {
  const at = message.place;
  if (at === undefined || !('start' in at)) throw new Error(`No range for "${message.reason}"`);
  return {
    rule: message.ruleId ?? '',
    severity: message.fatal ? 'error' : 'warn',
    place: place(at.start, at.end),
    message: message.reason,
    expected: message.expected ?? [],
    url: message.url ?? '',
  };
}

/** The same findings in the same order, whichever door they came through. */
const sorted = (shown: readonly Shown[]) => shown.map((each) => JSON.stringify(each)).sort();

async function compare(root: string, choose: (paths: readonly string[]) => readonly string[]): Promise<number> {
  const handbook = await openHandbook({ root });
  const { findings } = lint(handbook, { rules });
  const paths = choose(handbook.pages.map(({ path }) => path).filter((path) => path.endsWith('.md')));
  const byRemark = await throughRemark(handbook.root, paths);
  let count = 0;
  for (const path of paths) {
    const own = findings.filter((finding) => finding.path === path);
    count += own.length;
    expect(sorted(byRemark.get(path) ?? []), path).toEqual(sorted(own.map(fromFinding)));
  }
  return count;
}

describe('remark and the command give the same findings', () => {
  it('on the example handbook', async () => {
    expect(await compare(`${fixtures}example-handbook`, (paths) => paths)).toBeGreaterThan(5);
  });

  const roots = readdirSync(fixtures, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === 'expected.txt')
    .map((entry) => entry.parentPath);
  it.each(roots.filter((root) => findRoot(root) === root))('on %s', async (root) => {
    await compare(root, (paths) => paths);
  });

  const corpus = process.env.CORPUS;
  it.runIf(corpus)('on 300 pages of a real handbook', { timeout: 600_000 }, async () => {
    const every = (paths: readonly string[]) => {
      const step = paths.length / 300;
      return Array.from({ length: 300 }, (_, index) => paths[Math.floor(index * step)]!);
    };
    expect(await compare(corpus!, every)).toBeGreaterThan(30);
  });
});
