import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { frameworksOf } from '../../src/competencies/reading/read-framework.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const text = readFileSync(new URL('../../docs/frameworks.md', import.meta.url), 'utf8');
const pieces = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml]) => yaml ?? '');

test.each(pieces)('a piece of configuration that the documentation shows is valid %#', async (config) => {
  const handbook = await memoryHandbook({
    'handbook.yaml': config,
    'content/_index.md': '# Home\n',
    'content/careers/legal/senior.md': '## Leadership\n\n- Leads.\n',
  });
  expect(frameworksOf(handbook).map(({ name }) => name)).toEqual(['careers']);
});
