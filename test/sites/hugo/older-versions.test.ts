import { expect, test } from 'vitest';
import { judgeLinks } from '../../../src/links/judge.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';

const page = '[a](/gone/) [b](/gone.pdf) {{< ref "gone" >}} [c](#gone) [d](/log/) [e](/hidden/)\n';
const site = {
  'hugo.toml': 'title = "x"\n',
  'content/_index.md': page,
  'content/log.md': 'Words.\n',
  'content/hidden.md': '---\nbuild: {render: never}\n---\n',
};

const outcomes = async (version: string, files: object = {}) => {
  const handbook = await memoryHandbook({ ...site, ...files, '.hvm': version });
  return judgeLinks(handbook.page('content/_index.md')!, handbook).map(({ resolution }) => resolution.outcome);
};

// 0.111.3 was run: it looks references and files of bundles up in other ways, and reads uglyURLs for sections.
test('what a version before those known here finds in another way cannot be checked', async () => {
  expect(await outcomes('0.123.0')).toEqual(['broken', 'broken', 'broken', 'broken', 'found', 'broken']);
  expect(await outcomes('0.111.3')).toEqual(['broken', 'unknown', 'unknown', 'broken', 'found', 'broken']);
});

test('nor can pages where single sections have addresses of files', async () => {
  const files = { 'hugo.toml': '[uglyURLs]\nlog = true\n' };
  expect((await outcomes('0.111.3', files))[0]).toBe('unknown');
  expect((await outcomes('0.131.0', files))[0]).toBe('broken');
});
