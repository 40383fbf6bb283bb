import { expect, test } from 'vitest';
import { gitRepository } from '../support/git-repository.ts';
import { judge, told } from './judge.ts';

test.each(['https://handbook.example.com/pay/', '[Pay](/pay/)', '[Pay][]\n\n[Pay]: /pay/'])(
  'the link %j, as it stands, is told of the page that moves',
  async (link) => {
    const work = gitRepository({
      'handbook.yaml': 'site: hugo\nhosts: [handbook.example.com]\n',
      'content/_index.md': `# Home\n\n${link}\n`,
      'content/pay.md': '---\ntitle: Pay\n---\n\nOn the first day of the month.\n',
    });
    work.git('mv', 'content/pay.md', 'content/salary.md');
    expect(told(await judge(work.folder))[0]).toMatch(
      /^content\/_index\.md:\d This change moves the page "Pay" to \/salary\/, and this link still goes to .*\/pay\/\. /,
    );
  },
);

test('a finding on a page that did not change says which page is the cause, below the note of its rule if it has one', async () => {
  const because = 'This page itself did not change. The finding comes from this change to "tasks".';
  const work = gitRepository({
    'handbook.yaml':
      "site: hugo\npageTypes:\n  role:\n    pages: ['content/roles/*.md']\n    sections:\n      - {id: tasks, names: [Tasks], content: {items: 2}}\n" +
      'frameworks:\n  - name: Crew\n    pages: content/{department}/{level}.md\n',
    'assets/includes/tasks.md': '- Stows barrels below the deck\n- Mends sails with care\n',
    'content/_index.md': '# Home\n',
    'content/roles/smith.md': '# Smith\n\n## Tasks\n\n{{% include "includes/tasks.md" %}}\n',
    'content/deck/senior.md':
      '# Senior\n\n## Craft\n\n{{% include "includes/tasks.md" %}}\n\n- Owns the plan of a whole team\n',
  });
  work.write({ 'assets/includes/tasks.md': '- Owns the plan of a whole team\n' });
  const { findings } = await judge(work.folder);
  expect(findings.map(({ rule, note }) => [rule, note])).toEqual([
    ['handbook-competency-duplicate', because],
    [
      'handbook-required-sections',
      `The page is of type \`role\`, since handbook.yaml says so of its path.\n\n${because}`,
    ],
  ]);
});
