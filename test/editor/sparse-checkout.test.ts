import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { gitRepository } from '../support/git-repository.ts';
import { startClient } from '../support/protocol-client.ts';

const page = (text: string) => `---\ntitle: A page\n---\n\n${text}\n`;

it('knows the pages that a sparse checkout leaves out', async () => {
  const text = page('[there](/there/a/#steps) [no heading](/there/a/#stages) [nowhere](/there/b/)');
  const work = gitRepository({
    'handbook.yaml': '',
    'hugo.toml': '',
    'content/here/b.md': text,
    'content/there/a.md': page('## Steps'),
  });
  work.git('sparse-checkout', 'set', 'content/here');
  const uri = pathToFileURL(`${work.folder}/content/here/b.md`).href;
  const client = await startClient({ folders: [pathToFileURL(work.folder).href] });
  await client.open(uri, text);
  const found = await client.until(uri, ({ length }) => length > 0);
  expect(found.map(({ code }) => code)).toEqual(['handbook-link-anchor', 'handbook-link-page']);
  expect(found[1]?.message).toContain('/there/b/');
});
