import { expect, test } from 'vitest';
import { gitRepository } from '../support/git-repository.ts';
import { judge } from './judge.ts';

const words = Array.from({ length: 12 }, (_, at) => `Line ${at} of what we say about pay.`).join('\n\n');
const pay = `---\ntitle: Pay\n---\n\n${words}\n`;

/** What the link on `page` is told to say once content/team/pay.md is content/team/salary.md. */
async function offered(page: string, href: string): Promise<string | undefined> {
  const work = gitRepository({
    'handbook.yaml': 'site: hugo\n',
    'content/_index.md': '# Home\n',
    'content/team/_index.md': '# Team\n',
    'content/team/pay.md': pay,
    [page]: `# From here\n\n[x](${href})\n`,
  });
  work.git('mv', 'content/team/pay.md', 'content/team/salary.md');
  const { findings } = await judge(work.folder);
  return findings.find(({ path }) => path === page)?.suggestions[0]?.text;
}

test.each([
  ['content/team/leave.md', 'pay.md', 'salary.md'],
  ['content/team/leave.md', './pay.md', './salary.md'],
  ['content/team/leave.md', '../pay/', '../salary/'],
  ['content/leave.md', 'team/pay.md', 'team/salary.md'],
  ['content/leave.md', '/team/pay/', '/team/salary/'],
  ['content/leave.md', '/team/pay.md', '/team/salary/'],
])('after a rename a link in %s to %s becomes %s', async (page, href, wanted) => {
  expect(await offered(page, href)).toBe(wanted);
});
