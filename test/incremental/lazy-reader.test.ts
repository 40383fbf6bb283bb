import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = new URL('../..', import.meta.url).pathname;

/** What the built package does: bundles in `dist/`, packages beside it. */
async function built(script: string): Promise<string> {
  const folder = join(root, `node_modules/.cache/lazy-reader-test-${process.pid}`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    stdin: { contents: script, resolveDir: root, loader: 'ts', sourcefile: 'main.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: join(folder, 'dist'),
    entryNames: '[dir]/[name]',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'silent',
  });
  await build({
    absWorkingDir: root,
    entryPoints: { 'incremental/pages/load-reader': 'src/incremental/pages/load-reader.ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outdir: join(folder, 'dist'),
    logLevel: 'silent',
  });
  return join(folder, 'dist/stdin.js');
}

test('a run that finds all facts in the cache loads no parser, and one when a text is needed after all', async () => {
  const handbook = temporaryFolder({ 'content/_index.md': '---\ntitle: Home\n---\n\n## One\n\n- a\n- b\n' });
  const cache = temporaryFolder();
  const main = await built(`
    import { openHandbook, saveCache } from './src/incremental/open.ts';
    const parsers = () => process.report.getReport().sharedObjects.filter((file) => /satteri.*\\.node$/.test(file)).length;
    const handbook = await openHandbook({ root: process.argv[2]!, cache: process.argv[3]! });
    const page = handbook.pages[0]!;
    const said = [parsers(), page.facts.headings.length];
    const blocks = process.argv[4] === 'facts' ? [] : page.content.blocks;
    saveCache(handbook);
    console.log(JSON.stringify([...said, parsers(), blocks.map(({ type }) => type).join()]));
  `);
  const run = (what = 'all') =>
    JSON.parse(execFileSync(process.execPath, [main, handbook, cache, what], { encoding: 'utf8' })) as unknown[];
  const canLoadLate = (process.features as { require_module?: boolean }).require_module === true;
  expect(run('facts')).toEqual([1, 1, 1, '']);
  expect(run('all')).toEqual([canLoadLate ? 0 : 1, 1, 1, 'heading,list']);
  expect(run()).toEqual(canLoadLate ? [0, 1, 0, 'heading,list'] : [1, 1, 1, 'heading,list']);
  writeFileSync(join(handbook, 'content/_index.md'), '## Two\n');
  expect(run()).toEqual([1, 1, 1, 'heading']);
});
