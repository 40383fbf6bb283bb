import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundle } from '../../scripts/bundle.ts';

const top = new URL('../..', import.meta.url).pathname;

/** Builds the command into `dist` of a new folder, below node_modules, so that the packages it needs are found from there. */
export async function buildCommand(): Promise<{ readonly folder: string; readonly command: string }> {
  mkdirSync(join(top, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(top, 'node_modules/.cache/handbook-lint-built-'));
  // For runs of other users as well.
  chmodSync(folder, 0o755);
  const entries = { 'incremental/pages/load-reader': 'src/incremental/pages/load-reader.ts' };
  await bundle(join(folder, 'dist'), entries, { define: { HANDBOOK_LINT_BUILD: '"this build"' } });
  return { folder, command: join(folder, 'dist/cli/main.js') };
}

/** Builds it once for all tests of a run, and anew when files have changed while tests are watched. */
export default async function setUp(project: TestProject): Promise<() => void> {
  let built = await buildCommand();
  project.provide('command', built.command);
  project.onTestsRerun(async () => {
    const before = built.folder;
    built = await buildCommand();
    project.provide('command', built.command);
    rmSync(before, { recursive: true });
  });
  return () => rmSync(built.folder, { recursive: true });
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The built command's path. */
    readonly command: string;
  }
}
