import { expect, test } from 'vitest';
import { fateOf } from '../../src/links/redirect-fate.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test.each([
  ['/jobs/* /roles/:splat 301', 'unknown: []', 'gone-below'],
  ['/jobs/* /roles/:splat 301', 'unknown: [/roles/]', undefined],
  // Some of what the line sends on is known to be elsewhere, so nobody knows about the rest.
  ['/jobs/* /roles/:splat 301', 'unknown: [/roles/engineering/]', undefined],
  ['/jobs/* /roles/engineering/:splat 301', 'unknown: [/roles/]', undefined],
  ['/jobs/* /roles/:splat 301', 'unknown: [/people/]', 'gone-below'],
])('%s with %s', async (line, config, kind) => {
  const files = { 'static/_redirects': `${line}\n`, 'content/_index.md': '' };
  const handbook = await memoryHandbook(files, { config: `site: hugo\n${config}\n` });
  expect(fateOf(handbook.redirects[0]!, handbook)?.kind).toBe(kind);
});
