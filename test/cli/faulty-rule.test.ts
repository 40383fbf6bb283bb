import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBundle } from '../support/command.ts';
import { startLanguageServer } from '../support/language-client.ts';
import { workspace } from '../support/workspace.ts';

const top = new URL('../..', import.meta.url).pathname;
const page = '---\ntitle: Values\n---\n\nWe [care](/handbook/nowhere/).\n';
const files = { 'content/_index.md': '# Home\n', 'content/handbook/values.md': page };
let outdir: string;
let command: string;

/** The command as it is built, but for one rule, which has a fault. */
beforeAll(async () => {
  // Below node_modules, so that the packages it needs are found from there.
  mkdirSync(join(top, 'node_modules/.cache'), { recursive: true });
  outdir = mkdtempSync(join(top, 'node_modules/.cache/faulty-'));
  await build({
    entryPoints: [join(top, 'src/cli/main.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outdir,
    plugins: [
      {
        name: 'faulty',
        setup: (api) =>
          api.onLoad({ filter: /rules\/link-case\.ts$/ }, () => ({
            contents: `import { z } from 'zod'; import { defineRule } from '../src/lint/define-rule.ts';
              export default defineRule({ id: 'handbook-link-case', level: 'warn', options: z.strictObject({}),
                check(page) { if (page.path.endsWith('values.md')) throw new Error('a fault of ours'); } });`,
            resolveDir: join(top, 'rules'),
            loader: 'ts',
          })),
      },
    ],
  });
  command = join(outdir, 'main.js');
});

afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe('a rule that fails', () => {
  it('ends a run of the command with one line that names the rule and the page', () => {
    const { code, stdout, stderr } = runBundle(command, ['--no-cache'], workspace(files).root);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('handbook-link-case');
    expect(stderr).toContain('content/handbook/values.md');
  });

  it('is an error in the editor, beside what the other rules find', async () => {
    const disk = workspace(files);
    const client = await startLanguageServer([command, '--stdio'], [disk.uri('')], {
      node: process.execPath,
      cwd: disk.root,
    });
    const diagnostics = await client.open(disk.uri('content/handbook/values.md'), page);
    expect(diagnostics.map(({ severity }) => severity)).toEqual([1, 1]);
    const messages = diagnostics.map(({ message }) => message).join('\n');
    expect(messages).toContain('handbook-link-case');
    expect(messages).toContain('content/handbook/values.md');
    expect(messages).toContain('no page has that address');
  });
});
