import { expect, it } from 'vitest';
import type { PrepareRenameResult, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { applyTextEdits } from '../support/language-client.ts';
import { type ProtocolClient, startClient } from '../support/protocol-client.ts';
import { type Workspace, workspace } from '../support/workspace.ts';

const files = {
  'hugo.yaml': '',
  'content/_index.md': '# Home\n',
  'content/values.md': '# Values\n\n## Trust\n\nWe do.\n',
  'content/hiring.md': '# Hiring\n\n[trust](/values/#trust)\n\n![plan](/plan.png)\n\n{{< card link="/values/" >}}\n',
  'static/plan.png': '',
};
const versions = { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } };

async function start(capabilities: object = versions): Promise<{ disk: Workspace; client: ProtocolClient }> {
  const disk = workspace(files);
  const client = await startClient({ folders: [disk.uri('')], capabilities });
  await client.open(disk.uri('content/values.md'), files['content/values.md']);
  return { disk, client };
}

/** The texts that an edit makes, by path. */
function texts(disk: Workspace, edit: WorkspaceEdit | null): Readonly<Record<string, string>> {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const edits: [string, readonly TextEdit[]][] =
    edit?.changes === undefined
      ? changes.map((each) => [each.textDocument.uri, each.edits as TextEdit[]])
      : Object.entries(edit.changes);
  return Object.fromEntries(
    edits.map(([uri, own]) => {
      const path = uri.slice(disk.uri('').replace(/\/?$/, '/').length);
      return [path, applyTextEdits(files[path as keyof typeof files], own)];
    }),
  );
}

it('renames a heading at the heading or at a link to it, with what is unsaved', async () => {
  const { disk, client } = await start();
  const heading = { textDocument: { uri: disk.uri('content/values.md') }, position: { line: 2, character: 5 } };
  const link = { textDocument: { uri: disk.uri('content/hiring.md') }, position: { line: 2, character: 20 } };
  const prepared = await client.request<PrepareRenameResult>('textDocument/prepareRename', heading);
  expect(prepared).toEqual({
    range: { start: { line: 2, character: 3 }, end: { line: 2, character: 8 } },
    placeholder: 'Trust',
  });
  expect(await client.request('textDocument/prepareRename', link)).toMatchObject({ placeholder: 'Trust' });
  const plain = { ...heading, position: { line: 4, character: 1 } };
  expect(await client.request('textDocument/prepareRename', plain)).toBeNull();

  for (const at of [heading, link]) {
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at,
      newName: 'Relying on each other',
    });
    expect(texts(disk, edit)).toEqual({
      'content/values.md': '# Values\n\n## Relying on each other\n\nWe do.\n',
      'content/hiring.md': files['content/hiring.md'].replace('#trust', '#relying-on-each-other'),
    });
  }
  const kept = await client.request<WorkspaceEdit>('textDocument/rename', { ...heading, newName: 'Reliance {#trust}' });
  expect(Object.keys(texts(disk, kept))).toEqual(['content/values.md']);
  await expect(client.request('textDocument/rename', { ...heading, newName: ' ' })).rejects.toMatchObject({
    code: -32803,
    message: 'A heading needs words.',
  });
});

it('changes all links when a file is about to be moved, and says what it leaves alone', async () => {
  const { disk, client } = await start();
  expect(client.initialized.capabilities.workspace?.fileOperations?.willRename?.filters).toHaveLength(1);
  const move = (from: string, to: string) =>
    client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: disk.uri(from), newUri: disk.uri(to) }],
    });
  const edit = await move('content/values.md', 'content/team/our-values.md');
  expect(edit?.documentChanges).toContainEqual(
    expect.objectContaining({ textDocument: { uri: disk.uri('content/values.md'), version: 1 } }),
  );
  expect(texts(disk, edit)).toEqual({
    'content/values.md': `---\naliases:\n  - /values/\n---\n\n${files['content/values.md']}`,
    'content/hiring.md': files['content/hiring.md'].replace('/values/#trust', '/team/our-values/#trust'),
  });
  const notes = client.heard.filter(({ method }) => method === 'window/showMessage');
  expect(notes).toHaveLength(1);
  expect(notes[0]!.params).toMatchObject({ message: expect.stringContaining('content/hiring.md:7:16 /values/') });

  expect(texts(disk, await move('static/plan.png', 'static/img/plan.png'))).toEqual({
    'content/hiring.md': files['content/hiring.md'].replace('/plan.png', '/img/plan.png'),
  });
  expect(await move('content/none.md', 'content/other.md')).toBeNull();
  expect(await move('content/values.md', '../elsewhere.md')).toBeNull();
});

it('gives edits without versions to an editor that knows none', async () => {
  const { disk, client } = await start({ workspace: { configuration: true } });
  const at = { textDocument: { uri: disk.uri('content/values.md') }, position: { line: 2, character: 5 } };
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'Reliance' });
  expect(edit.documentChanges).toBeUndefined();
  expect(texts(disk, edit)['content/hiring.md']).toContain('#reliance');
});
