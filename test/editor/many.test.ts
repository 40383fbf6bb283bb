import { expect, it } from 'vitest';
import { startClient } from '../support/protocol-client.ts';
import { workspace } from '../support/workspace.ts';

const links = (count: number) =>
  Array.from({ length: count }, (_, at) => `- [a page that is gone](/handbook/gone/number-${at}/)\n`).join('');

it('shows 500 findings on one page, and goes on', async () => {
  const page = `# Hiring\n\n${links(500)}`;
  const disk = workspace({ 'handbook.yaml': '', 'content/handbook/hiring.md': page });
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri('content/handbook/hiring.md');
  await client.open(uri, page);
  expect(await client.until(uri, ({ length }) => length > 0)).toHaveLength(500);
  await client.change(uri, page + links(1));
  expect(await client.until(uri, ({ length }) => length !== 500)).toHaveLength(501);
});

it('shows 10,000 findings on one page, and offers the mends of all', async () => {
  const page = `# Hiring\n\n${links(10_000)}`;
  const disk = workspace({ 'handbook.yaml': '', 'content/handbook/hiring.md': page });
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri('content/handbook/hiring.md');
  await client.open(uri, page);
  const diagnostics = await client.until(uri, ({ length }) => length > 0);
  expect(diagnostics).toHaveLength(10_000);
  const range = { start: { line: 0, character: 0 }, end: { line: 10_002, character: 0 } };
  const actions = await client.request<unknown[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics },
  });
  expect(actions.length).toBeGreaterThanOrEqual(10_000);
});

it('shows the findings of 12 open pages of 100, after an edit of a thirteenth as well', async () => {
  const text = (title: string) => `# ${title}\n\n[here](/handbook/target/#steps)\n\n${links(40)}`;
  const target = (heading: string) => `# Target\n\n## ${heading}\n\nWe step.\n`;
  const pages = Array.from({ length: 100 }, (_, at) => `content/handbook/page-${at}.md`);
  const disk = workspace({
    'handbook.yaml': '',
    'content/handbook/target.md': target('Steps'),
    ...Object.fromEntries(pages.map((path) => [path, text(path)])),
  });
  const client = await startClient({ folders: [disk.uri('')] });
  const open = pages.slice(0, 12);
  for (const path of open) await client.open(disk.uri(path), text(path));
  for (const path of open) expect(await client.until(disk.uri(path), ({ length }) => length > 0)).toHaveLength(40);
  await client.open(disk.uri('content/handbook/target.md'), target('Steps'));
  await client.change(disk.uri('content/handbook/target.md'), target('Stages'));
  for (const path of open) expect(await client.until(disk.uri(path), ({ length }) => length !== 40)).toHaveLength(41);
});
