import { expect, it } from 'vitest';
import { planRename } from '../../src/edits/rename-heading.ts';
import { groundOf, shownEdits } from './ground.ts';

const hugo = {
  'hugo.yaml':
    'markup: { goldmark: { renderer: { unsafe: true }, renderHooks: { link: { useEmbedded: always }, image: { useEmbedded: always } } } }\n',
  'content/_index.md': '# Home\n',
};

/** Renames the heading with these words; the edits as lines. */
async function rename(
  files: Readonly<Record<string, string>>,
  path: string,
  old: string,
  words: string,
  keepsId = false,
) {
  const ground = await groundOf(files);
  const page = ground.handbook.page(path)!;
  const index = page.facts.headings.findIndex(({ text }) => text === old);
  const plan = await planRename(ground, { page, index, words, keepsId });
  return {
    edits: shownEdits(plan),
    untouched: plan.untouched.map(({ path: at, written }) => `${at}: ${written}`),
  };
}

const values = '## Helping others\n\nWe do, [really](#helping-others).\n\n## Trust\n';

it('changes the fragment of every link to the heading, on every page and in every kind of link', async () => {
  const files = {
    ...hugo,
    'content/values.md': values,
    'content/hiring.md':
      '[a](/values/#helping-others) [b](values.md#helping-others) [c](/values/#trust) <a href="/values/#helping-others">d</a>\n\n[e]: values/#helping-others\n\n[f][e] {{< ref "values#helping-others" >}}\n',
  };
  expect(await rename(files, 'content/values.md', 'Helping others', 'Kindness')).toEqual({
    edits: [
      'content/hiring.md: helping-others → kindness',
      'content/hiring.md: helping-others → kindness',
      'content/hiring.md: helping-others → kindness',
      'content/hiring.md: helping-others → kindness',
      'content/hiring.md: helping-others → kindness',
      'content/values.md: Helping others → Kindness',
      'content/values.md: helping-others → kindness',
    ],
    untouched: [],
  });
});

it('follows headings that get another number, and gives way to one that has the id', async () => {
  const files = {
    ...hugo,
    'content/a.md': '## Steps\n\n## Steps\n\n## Steps\n',
    'content/b.md': '[one](/a/#steps) [two](/a/#steps-1) [three](/a/#steps-2)\n',
  };
  expect((await rename(files, 'content/a.md', 'Steps', 'First')).edits).toEqual([
    'content/a.md: Steps → First',
    'content/b.md: steps → first',
    'content/b.md: steps-1 → steps',
    'content/b.md: steps-2 → steps-1',
  ]);
});

it('keeps the path of a reference whose new id begins with the old one', async () => {
  const files = {
    ...hugo,
    'content/values.md': '## Same\n\n## Other\n\n## Same\n',
    'content/a.md': '{{< ref "values#other" >}} {{< relref "/values#same-1" >}}\n',
  };
  expect(await rename(files, 'content/values.md', 'Same', 'Other')).toMatchObject({
    edits: ['content/a.md: other → other-1', 'content/a.md: same-1 → same', 'content/values.md: Same → Other'],
  });
});

it('follows a heading in an include to every page that shows it', async () => {
  const files = {
    ...hugo,
    'assets/includes/team.md': '## Team\n',
    'content/a.md': '## Team\n\n{{% include "includes/team.md" %}}\n',
    'content/b.md': '{{% include "includes/team.md" %}}\n',
    'content/c.md': '[a](/a/#team-1) [own](/a/#team) [b](/b/#team)\n',
  };
  expect((await rename(files, 'assets/includes/team.md', 'Team', 'People')).edits).toEqual([
    'assets/includes/team.md: Team → People',
    'content/c.md: team-1 → people',
    'content/c.md: team → people',
  ]);
});

it('lists a link in an include that cannot be right on all pages that show it', async () => {
  const files = {
    ...hugo,
    'assets/includes/see.md': '[see](#steps)\n',
    'content/a.md': '## Steps\n\n{{% include "includes/see.md" %}}\n',
    'content/b.md': '## Steps\n\n{{% include "includes/see.md" %}}\n',
  };
  expect(await rename(files, 'content/a.md', 'Steps', 'Ways')).toEqual({
    edits: ['content/a.md: Steps → Ways'],
    untouched: ['assets/includes/see.md: #steps'],
  });
});

it('keeps the id when asked to, and touches no link of a heading that names its id', async () => {
  const files = { ...hugo, 'content/values.md': values, 'content/b.md': '[a](/values/#helping-others)\n' };
  expect((await rename(files, 'content/values.md', 'Helping others', 'Kindness', true)).edits).toEqual([
    'content/values.md: Helping others → Kindness {#helping-others}',
  ]);
  const named = { ...hugo, 'content/values.md': '## Helping {#help}\n', 'content/b.md': '[a](/values/#help)\n' };
  expect((await rename(named, 'content/values.md', 'Helping', 'Kindness')).edits).toEqual([
    'content/values.md: Helping → Kindness',
  ]);
});

it('changes what a redirect leads to, and follows links over an alias', async () => {
  const files = {
    ...hugo,
    'handbook.yaml': 'redirects: [static/_redirects]\n',
    'static/_redirects': '/old /values/#trust 301\n',
    'content/values.md': `---\naliases: [/culture/]\n---\n\n${values}`,
    'content/b.md': '[a](/culture/#trust)\n',
  };
  expect((await rename(files, 'content/values.md', 'Trust', 'Reliance')).edits).toEqual([
    'content/b.md: trust → reliance',
    'content/values.md: Trust → Reliance',
    'static/_redirects: /values/#trust → /values/#reliance',
  ]);
});

it('follows a heading whose id holds the destination of a link in it', async () => {
  const files = {
    ...hugo,
    // From 0.144 on, ids are made of words alone.
    'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.131.0"\n',
    'hugo.yaml': 'markup: { goldmark: { renderHooks: { link: { enableDefault: true } } } }\n',
    'content/a.md': '## Steps\n',
    'content/b.md': '## See [a](/a/#steps)\n\n[own](#see-aasteps)\n',
  };
  expect((await rename(files, 'content/a.md', 'Steps', 'Ways')).edits).toEqual([
    'content/a.md: Steps → Ways',
    'content/b.md: steps → ways',
    'content/b.md: see-aasteps → see-aaways',
  ]);
});

it('works among plain files, with the ids of a repository’s web view', async () => {
  const files = {
    'README.md': '[a](docs/a.md#the-steps)\n',
    'docs/a.md': '# A\n\n## The steps\n\n[here](#The-Steps)\n',
  };
  expect((await rename(files, 'docs/a.md', 'The steps', 'Ways & means')).edits).toEqual([
    'README.md: the-steps → ways--means',
    'docs/a.md: The steps → Ways & means',
    'docs/a.md: The-Steps → ways--means',
  ]);
});

it.each([
  ['no words', '  '],
  ['two lines', 'a\nb'],
  ['words that leave none', '#'],
])('refuses %s', async (_, words) => {
  await expect(rename({ ...hugo, 'content/values.md': values }, 'content/values.md', 'Trust', words)).rejects.toThrow(
    /heading/,
  );
});

it('refuses words that make a list of a heading with an underline', async () => {
  const files = { ...hugo, 'content/values.md': 'Trust\n=====\n' };
  await expect(rename(files, 'content/values.md', 'Trust', '- trust')).rejects.toThrow(/heading/);
});
