import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { gitRepository, withOwnGitSettings } from '../support/git-repository.ts';
import { handbookRepository, judge, told } from './judge.ts';

withOwnGitSettings();

const pay =
  '---\ntitle: Pay\n---\n\n## Salary\n\nWe pay on the first day of the month.\n\n## Bonus\n\nOnce a year.\n\n[Nowhere](/nowhere/)\n';

describe('old findings', () => {
  it('stay silent, and mended ones are not spoken of', async () => {
    const work = handbookRepository();
    expect(await judge(work.folder)).toMatchObject({ findings: [], handbook: null });
    work.write({
      'content/pay.md': pay.replace('[Nowhere](/nowhere/)', '[Team](/team/)').replace('Once', 'Words.\n\nOnce'),
    });
    const judged = await judge(work.folder);
    expect(judged).toMatchObject({ findings: [], summary: { errors: 0 } });
    expect(lint(judged.handbook!, { rules }).findings).toHaveLength(1);
  });

  it('stay silent when their page is renamed, and when their passage moves to another page', async () => {
    const work = handbookRepository();
    work.git('mv', 'content/pay.md', 'content/salary.md');
    work.write({
      'content/salary.md': pay
        .replace('title: Pay', 'title: Pay\naliases: [/pay/]')
        .replace('[Nowhere](/nowhere/)', ''),
      'content/team.md': '---\ntitle: Team\n---\n\n[Pay](/salary/) and ![us](/us.png)\n\n[Nowhere](/nowhere/)\n',
    });
    expect(told(await judge(work.folder)).filter((line) => line.includes('nowhere'))).toEqual([]);
  });

  it('stay silent when a rule is switched on, and so does a handbook that gets its first handbook.yaml', async () => {
    const work = handbookRepository({ 'handbook.yaml': 'rules:\n  handbook-link-page: off\n' });
    work.write({ 'handbook.yaml': 'rules:\n  handbook-link-page: error\n' });
    expect(told(await judge(work.folder))).toEqual([]);
    work.git('rm', '--quiet', '--cached', 'handbook.yaml');
    work.git('commit', '--quiet', '--message', 'Without');
    expect(told(await judge(work.folder))).toEqual([]);
  });
});

describe('what a change breaks', () => {
  it('is told when a page with an address of its own that is no folder goes', async () => {
    const work = handbookRepository({ 'content/old.md': '---\ntitle: Old\nurl: /a/old.html\n---\n' });
    work.write({ 'content/team.md': '[Old](/a/old.html)\n' });
    work.git('add', '--all');
    work.git('commit', '--quiet', '--message', 'A link');
    work.git('rm', '--quiet', 'content/old.md');
    expect(told(await judge(work.folder)).join('\n')).toContain('/a/old.html');
  });

  it('is told on untouched pages and at the renamed page, with the alias that keeps the address', async () => {
    const work = handbookRepository({ 'layouts/index.redirects': '/wages/ /pay/ 301\n' });
    work.git('mv', 'content/pay.md', 'content/salary.md');
    const result = await judge(work.folder);
    expect(told(result)).toEqual([
      'content/_index.md:5 This change moves the page "Pay" to /salary/, and this link still goes to /pay/. Link to /salary/#bonus instead.',
      'content/leave.md:5 This change moves the page "Pay" to /salary/, and this link still goes to /pay/. Link to salary.md#salary instead.',
      'content/leave.md:5 This change moves the page "Pay" to /salary/, and this link still goes to /pay/. Link to /salary/#bonus instead.',
      'content/salary.md:2 This change moves the page "Pay" to /salary/, and 4 links on 3 pages still go to /pay/. Add the alias /pay/ to this page, or update the links.',
      'content/team.md:5 This change moves the page "Pay" to /salary/, and this link still goes to /pay/. Link to /salary/ instead.',
      expect.stringMatching(/^layouts\/index\.redirects:1 .*\/pay\//),
    ]);
    const atPage = result.findings[3]!;
    expect(atPage.suggestions[0]?.text).toBe('aliases:\n  - /pay/\n');
    expect(atPage.note).toContain('```text\n/pay/ /salary/ 301\n```');
    expect(atPage.related.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([
      'content/_index.md:5 The link "Pay" goes to /pay/#bonus. Link to /salary/#bonus instead.',
      'content/leave.md:5 The link "ever" goes to pay.md#salary. Link to salary.md#salary instead.',
      'content/leave.md:5 The link "bonus" goes to /pay/#bonus. Link to /salary/#bonus instead.',
      'content/team.md:5 The link "Pay" goes to /pay/. Link to /salary/ instead.',
    ]);
    const [first] = result.findings;
    expect(first?.suggestions[0]).toEqual({ title: 'Link to /salary/#bonus', text: '/salary/', safe: true });
    expect(first?.related[0]).toMatchObject({ path: 'content/salary.md', line: 2 });
    const { offset } = atPage.start;
    const text = result.handbook!.page('content/salary.md')!.text;
    work.write({ 'content/salary.md': text.slice(0, offset) + atPage.suggestions[0]!.text + text.slice(offset) });
    // The alias leads on from the address, but not from the file's name.
    expect(told(await judge(work.folder))).toEqual([
      'content/_index.md:5 This change moves the page "Pay" to /salary/, and this link gets there by its old address only. Link to /salary/#bonus instead.',
      expect.stringMatching(/^content\/leave\.md:5 .* still goes to \/pay\/\. Link to salary\.md#salary instead\.$/),
      expect.stringMatching(/^content\/leave\.md:5 .* by its old address only\./),
      expect.stringMatching(/^content\/salary\.md:3 .* and 1 link on 1 page still goes to/),
      expect.stringMatching(/^content\/team\.md:5 .* by its old address only\./),
    ]);
  });

  it('follows a rename that git was not told of', async () => {
    const work = handbookRepository();
    work.remove('content/team.md');
    work.write({ 'content/people.md': '---\ntitle: Team\n---\n\n[Pay](/pay/) and ![us](/us.png)\n' });
    work.write({ 'content/leave.md': '---\ntitle: Leave\n---\n\n## Parents\n' });
    const [line] = told(await judge(work.folder));
    expect(line).toBeUndefined();
    work.write({ 'content/leave.md': '---\ntitle: Leave\n---\n\n[T](/team/)\n' });
    work.commit();
    work.git('mv', 'content/people.md', 'content/team.md');
    work.commit();
    work.remove('content/team.md');
    work.write({ 'content/folk.md': '---\ntitle: Team\n---\n\nAll words are new, the title is not.\n' });
    expect(told(await judge(work.folder))[0]).toContain('This change moves the page "Team" to /folk/');
  });

  it('names the renamed heading and the id that keeps it', async () => {
    const work = handbookRepository();
    work.write({
      'content/pay.md': `New first line.\n\n${pay}`
        .replace('New first line.\n\n---', '---')
        .replace('## Bonus', '## Yearly bonus'),
    });
    const result = await judge(work.folder);
    expect(told(result)).toEqual([
      'content/_index.md:5 This change renames "Bonus" to "Yearly bonus" on the page "Pay", and this link still goes to #bonus. Link to /pay/#yearly-bonus instead.',
      'content/leave.md:5 This change renames "Bonus" to "Yearly bonus" on the page "Pay", and this link still goes to #bonus. Link to /pay/#yearly-bonus instead.',
      'content/pay.md:9 This change renames "Bonus" to "Yearly bonus" on the page "Pay", and 2 links on 2 pages still go to #bonus. Write {#bonus} after the heading to keep that address, or update the links.',
    ]);
    const atHeading = result.findings[2]!;
    const text = result.handbook!.page('content/pay.md')!.text;
    expect(text.slice(atHeading.start.offset, atHeading.end.offset)).toBe('Yearly bonus');
    expect(atHeading.suggestions.map((suggestion) => suggestion.text)).toEqual(['Yearly bonus {#bonus}']);
    work.write({ 'content/pay.md': text.replace('Yearly bonus', atHeading.suggestions[0]!.text) });
    expect(told(await judge(work.folder))).toEqual([]);
  });

  it('names the heading that is gone, or where it went', async () => {
    const work = handbookRepository();
    const without = pay.replace('## Bonus\n\nOnce a year.\n\n', '');
    work.write({ 'content/pay.md': without });
    expect(told(await judge(work.folder))).toContain(
      'content/pay.md:1 This change removes the heading "Bonus" from the page "Pay", and 2 links on 2 pages still go to #bonus. Keep it, or update the links.',
    );
    work.write({ 'content/team.md': '---\ntitle: Team\n---\n\n[Pay](/pay/) and ![us](/us.png)\n\n## Bonus\n' });
    expect(told(await judge(work.folder))[0]).toBe(
      'content/_index.md:5 This change moves the heading "Bonus" from the page "Pay" to "Team", and this link still goes to #bonus. Link to /team/#bonus instead.',
    );
  });

  it('names the deleted page, and where a redirect can stand', async () => {
    const work = handbookRepository({ 'layouts/index.redirects': '# Old addresses' });
    work.remove('content/leave.md');
    const result = await judge(work.folder);
    expect(told(result)).toEqual([
      'content/_index.md:5 This change deletes the page "Leave", and this link still goes to /leave/. Link to another page, or redirect that address.',
      'layouts/index.redirects:1 This change deletes the page "Leave", and 1 link on 1 page still goes to /leave/. Add the line /leave/ / 301 here, or update the links.',
    ]);
    expect(result.findings[1]?.suggestions[0]?.text).toBe('\n/leave/ / 301\n');
  });

  it('names a page that is a draft now, a file that is gone, and a redirect that is gone', async () => {
    const work = handbookRepository({
      'layouts/index.redirects': '/free/ /leave/ 301\n',
      'content/b.md': '---\ntitle: B\n---\n\n[f](/free/)\n',
    });
    work.write({
      'content/pay.md': pay.replace('title: Pay', 'title: Pay\ndraft: true'),
      'layouts/index.redirects': '',
    });
    work.git('mv', 'static/us.png', 'static/team.png');
    const lines = told(await judge(work.folder));
    expect(lines).toContain(
      'content/b.md:5 This change removes the redirect from /free/, and this link still goes to /free/. Link to where it led, or keep the redirect.'.replace(
        ':4',
        ':5',
      ),
    );
    expect(lines).toContain(
      'content/team.md:5 This change moves the file static/us.png to static/team.png, and this link still goes to /us.png. Update the link.',
    );
    expect(lines.some((line) => line.includes('takes the page "Pay" off the site, and 4 links on 3 pages'))).toBe(true);
  });

  it('does not blame the change for links that it writes itself', async () => {
    const work = handbookRepository();
    work.remove('content/leave.md');
    work.write({ 'content/team.md': '---\ntitle: Team\n---\n\n[Pay](/pay/), [leave](/leave/) and ![us](/us.png)\n' });
    const own = told(await judge(work.folder)).filter((line) => line.startsWith('content/team.md'));
    expect(own).toEqual([expect.stringContaining('This link goes to /leave/, but no page has that address.')]);
  });

  it('can be asked for some paths only', async () => {
    const work = handbookRepository();
    work.remove('content/leave.md');
    work.write({ 'content/team.md': '[x](/missing/)\n' });
    const lines = told(await judge(work.folder, 'disk', ['content/team.md']));
    expect(lines.every((line) => line.startsWith('content/team.md'))).toBe(true);
    expect(lines).not.toEqual([]);
  });
});

describe('the index', () => {
  it('is what --staged judges, with deletions and renames, and not the files on disk', async () => {
    const work = handbookRepository();
    work.git('rm', '--quiet', 'content/leave.md');
    writeFileSync(join(work.folder, 'content/leave.md'), '---\ntitle: Leave\n---\n');
    work.write({ 'content/team.md': '[broken on disk only](/nope/)\n', 'content/new.md': '[not added](/nope/)\n' });
    expect(told(await judge(work.folder, 'index'))).toEqual([
      'content/_index.md:5 This change deletes the page "Leave", and this link still goes to /leave/. Link to another page, or redirect that address.',
    ]);
    work.git('reset', '--quiet');
    expect(told(await judge(work.folder, 'index'))).toEqual([]);
    work.git('add', 'content/new.md');
    expect(told(await judge(work.folder, 'index'))).toEqual([expect.stringContaining('content/new.md:1 ')]);
  });

  it('knows what disk has changed or lost since', async () => {
    const work = handbookRepository();
    work.write({ 'content/team.md': '---\ntitle: Team\n---\n\n[broken](/nope/)\n' });
    work.git('add', '--all');
    work.remove('content/team.md');
    expect(told(await judge(work.folder, 'index'))).toEqual([expect.stringContaining('content/team.md:5 ')]);
    work.write({ 'content/later.md': '[announced, not added](/nope/)\n' });
    work.git('add', '--intent-to-add', 'content/later.md');
    expect(told(await judge(work.folder, 'index'))).toHaveLength(1);
  });

  it('is all new before the first commit', async () => {
    const work = gitRepository();
    work.write({ 'content/_index.md': '[x](/x/)\n', 'handbook.yaml': 'site: hugo\n' });
    work.git('add', '--all');
    expect(told(await judge(work.folder, 'index'))).toEqual([expect.stringContaining('content/_index.md:1 ')]);
  });
});

describe('where the handbook lies', () => {
  it('may be a folder of the repository', async () => {
    const work = gitRepository({
      'docs/handbook.yaml': 'site: hugo\n',
      'docs/content/_index.md': '[a](/a/)\n',
      'docs/content/a.md': '# A\n',
      'other/b.md': 'b',
    });
    work.git('mv', 'docs/content/a.md', 'other/a.md');
    const lines = [await judge(join(work.folder, 'docs')), await judge(join(work.folder, 'docs'), 'index')].map(told);
    expect(lines[0]).toEqual([expect.stringContaining('deletes the page "A"')]);
    expect(lines[1]).toEqual(lines[0]);
  });

  it('may be new folders of a changed configuration', async () => {
    const work = gitRepository({
      'handbook.yaml': 'content: [content]\nsite: hugo\n',
      'content/_index.md': '[x](/x/)\n',
      'layouts/a.html': '',
    });
    work.git('mv', 'content', 'pages');
    work.write({ 'handbook.yaml': 'content: [pages]\nsite: hugo\n' });
    expect(told(await judge(work.folder))).toEqual([]);
  });

  it('says of an old configuration that cannot be used that it is the old one', async () => {
    const work = gitRepository({ 'handbook.yaml': 'contents: x\n', 'content/_index.md': '[x](/x/)\n' });
    work.git('mv', 'content', 'pages');
    work.write({ 'handbook.yaml': 'content: [pages]\nsite: hugo\n' });
    await expect(judge(work.folder)).rejects.toThrow(
      'Before this change: handbook.yaml line 1, unknown key "contents"',
    );
  });

  it('has a plain Markdown tree with anchors to put above headings', async () => {
    const work = gitRepository({
      'handbook.yaml': 'site: plain\ncontent: ["."]\n',
      'a.md': '# A\n\n## One\n',
      'b.md': '[a](a.md#one)\n',
    });
    work.write({ 'a.md': '# A\n\n## Uno\n' });
    const { findings } = await judge(work.folder);
    expect(findings.map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    expect(findings[0]?.message).toContain('Put <a id="one"></a> above the heading to keep that address');
    expect(findings[0]?.suggestions).toEqual([]);
  });
});
