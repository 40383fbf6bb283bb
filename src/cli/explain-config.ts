import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';
import { readPackageFile } from './package-file.ts';
import { renderMarkdown } from './render-markdown.ts';
import { wantsColor } from './terminal.ts';

/** `handbook-lint explain-config`: everything that handbook.yaml can say. */
export function explainConfig({ color }: Arguments): number {
  const page = readPackageFile('docs/configuration.md');
  if (page === null) throw new Failure('This installation lacks docs/configuration.md. Please install it again.');
  process.stdout.write(renderMarkdown(page, wantsColor(color)));
  return 0;
}
