import { expect, it } from 'vitest';
import type {
  Location,
  TextDocumentEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { startClient } from '../support/protocol-client.ts';
import { workspace } from '../support/workspace.ts';

const versions = { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } };

/** A file's URI as Visual Studio Code 1.96 spells it: all but letters, digits and `-._~/` escaped. */
const spelled = (path: string) =>
  `file://${encodeURIComponent(path)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

it('knows an open page by any spelling of its URI', async () => {
  const path = 'content/team @ (x)/a+b,c.md';
  const text = '# Ours\n\n## Trust\n\n[here](#trust) [gone](/nowhere/)\n';
  const disk = workspace({ 'hugo.yaml': '', 'content/_index.md': '# Home\n', [path]: text });
  const client = await startClient({ folders: [spelled(disk.root)], capabilities: versions });
  const uri = spelled(disk.path(path));
  expect(uri).not.toBe(disk.uri(path));
  await client.open(uri, `${text}\n`);
  expect(await client.until(uri, ({ length }) => length === 1)).toHaveLength(1);
  const own = { uri, version: 1 };
  const heading = { textDocument: { uri }, position: { line: 2, character: 4 } };
  const renamed = await client.request<WorkspaceEdit>('textDocument/rename', { ...heading, newName: 'Care' });
  expect(renamed.documentChanges).toEqual([expect.objectContaining({ textDocument: own })]);
  const files = [{ oldUri: uri, newUri: spelled(disk.path('content/ours.md')) }];
  const moved = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
  expect(moved.documentChanges).toEqual([expect.objectContaining({ textDocument: own })]);
  const pull = (previousResultIds: readonly object[]) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const first = (await pull([])).items.find((item) => item.uri === uri);
  expect(first).toMatchObject({ kind: 'full', version: 1 });
  const again = await pull([{ uri, value: first?.resultId }]);
  expect(again.items.find((item) => item.uri === uri)).toMatchObject({ kind: 'unchanged', version: 1 });
});

it('judges a page with a colon in its name', async () => {
  const text = '# Notes\n\n[gone](/nowhere/)\n';
  const disk = workspace({ 'hugo.yaml': '', 'content/_index.md': '# Home\n', 'content/a: b.md': text });
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri('content/a: b.md');
  await client.open(uri, text);
  expect(await client.until(uri, ({ length }) => length > 0)).toHaveLength(1);
});

it('keeps two handbooks of one workspace apart, and forgets one whose folder goes', async () => {
  const site = (name: string) => ({
    'hugo.yaml': '',
    'content/_index.md': '# Home\n',
    'content/a.md': `# A of ${name}\n\n[b](/b/)\n`,
    'content/b.md': `# B of ${name}\n`,
  });
  const disks = [workspace(site('one')), workspace(site('two'))] as const;
  const [one, two] = disks;
  const client = await startClient({ folders: disks.map((disk) => disk.uri('')), capabilities: versions });
  for (const disk of disks) {
    const at = { textDocument: { uri: disk.uri('content/a.md') }, position: { line: 2, character: 5 } };
    const [target] = await client.request<Location[]>('textDocument/definition', at);
    expect(target?.uri).toBe(disk.uri('content/b.md'));
  }
  const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'B of' });
  expect(found.map(({ name, location }) => [name, location.uri])).toEqual([
    ['B of one', one.uri('content/b.md')],
    ['B of two', two.uri('content/b.md')],
  ]);
  const move = (...pairs: [string, string][]) =>
    client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: pairs.map(([oldUri, newUri]) => ({ oldUri, newUri })),
    });
  const edit = await move(
    ...disks.map((disk): [string, string] => [disk.uri('content/b.md'), disk.uri('content/c.md')]),
  );
  const changed = ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri);
  expect(changed.sort()).toEqual(disks.flatMap((disk) => [disk.uri('content/a.md'), disk.uri('content/b.md')]).sort());
  expect(await move([one.uri('content/b.md'), two.uri('content/c.md')])).toBeNull();
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: two.uri(''), name: 'two' }] },
  });
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  expect(items.map(({ uri }) => uri)).toEqual(['_index.md', 'a.md', 'b.md'].map((name) => one.uri(`content/${name}`)));
});

it('follows the folders that come and go in an editor which can have several', async () => {
  const text = '# A\n\n[gone](nowhere.md)\n';
  const [one, two] = [workspace({ 'a.md': text }), workspace({ 'a.md': text })];
  const client = await startClient({ folders: [one.uri('')], capabilities: { workspace: { workspaceFolders: true } } });
  const change = (added: readonly string[], removed: readonly string[]) => {
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: 'x' }));
    return client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: named(added), removed: named(removed) },
    });
  };
  await change([two.uri('')], []);
  await client.open(two.uri('a.md'), text);
  expect(await client.until(two.uri('a.md'), ({ length }) => length > 0)).toHaveLength(1);
  await client.close(two.uri('a.md'));
  await change([], [two.uri('')]);
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  expect(items.map(({ uri }) => uri)).toEqual([one.uri('a.md')]);
});

it('judges the Hugo site in a folder of an opened repository, each page of it once', async () => {
  const text = '# Ours\n\n[gone](/nowhere/)\n';
  const pages = { 'site/content/a.md': text, 'site/content/b.md': '# B\n' };
  const disk = workspace({ '.git/HEAD': '', 'README.md': '# Read\n', 'site/hugo.yaml': '', ...pages });
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri('site/content/a.md');
  await client.open(uri, text);
  expect(await client.until(uri, ({ length }) => length > 0)).toHaveLength(1);
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  const counts = items.map((item) => [item.uri, item.kind === 'full' ? item.items.length : null]);
  expect(counts).toEqual([
    [uri, 1],
    [disk.uri('site/content/b.md'), 0],
  ]);
});

it('counts in UTF-16, which every editor knows, whatever else an editor offers', async () => {
  const text = '# Ours\n\n🙂🙂 é [gone](/nowhere/)\n';
  const disk = workspace({ 'hugo.yaml': '', 'content/_index.md': '# Home\n', 'content/a.md': text });
  for (const positionEncodings of [['utf-8'], ['utf-32', 'utf-8', 'utf-16']]) {
    const client = await startClient({ folders: [disk.uri('')], capabilities: { general: { positionEncodings } } });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
    await client.open(disk.uri('content/a.md'), text);
    const [only] = await client.until(disk.uri('content/a.md'), ({ length }) => length > 0);
    expect(only?.range).toEqual({ start: { line: 2, character: 14 }, end: { line: 2, character: 23 } });
  }
});
