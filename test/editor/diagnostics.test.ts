import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { applyTextEdits, textIn } from '../support/language-client.ts';
import { type ProtocolClient, startClient } from '../support/protocol-client.ts';
import { type Workspace, workspace } from '../support/workspace.ts';

const values = '# Values\n\n## Collaboration\n\nWe help.\n';
const hiring = '# Hiring\n\n[ours](/handbook/values/#colaboration)\n\n> - One\n> - [two](/handbook/valeus/)\n';
const a = 'content/handbook/hiring.md';
const b = 'content/handbook/values.md';

const handbook = () =>
  workspace({ 'handbook.yaml': '', 'content/_index.md': '# Home\n', [a]: hiring, [b]: values, 'assets/x.txt': '' });

const watching = {
  workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};
const pulling = {
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {} },
};

const full = (report: DocumentDiagnosticReport) => (report.kind === 'full' ? report.items : []);
const tell = (client: ProtocolClient, disk: Workspace, ...paths: string[]) =>
  client.notify('workspace/didChangeWatchedFiles', {
    changes: paths.map((path) => ({ uri: disk.uri(path), type: 2 })),
  });

it('asks to be told of files, and judges open pages anew when an include appears that nobody edits', async () => {
  const disk = handbook();
  disk.write(b, '# Values\n\n{{% include "parts/more.md" %}}\n');
  const client = await startClient({ folders: [disk.uri('')], capabilities: watching });
  const uri = disk.uri(a);
  await client.open(uri, hiring);
  expect(await client.until(uri, ({ length }) => length > 0)).toHaveLength(2);
  expect(client.heard).toContainEqual({
    method: 'client/registerCapability',
    params: { registrations: [expect.objectContaining({ method: 'workspace/didChangeWatchedFiles' })] },
  });
  disk.write('assets/parts/more.md', '## Colaboration\n');
  disk.write('parts/more.md', '## Colaboration\n');
  await tell(client, disk, 'parts/more.md');
  expect(await client.until(uri, ({ length }) => length === 1)).toHaveLength(1);
  disk.write('handbook.yaml', 'rules: { handbook-link-page: off }\n');
  await tell(client, disk, 'handbook.yaml');
  expect(await client.until(uri, ({ length }) => length === 0)).toEqual([]);
});

it('says once that a configuration cannot be used, however many pages are open, and recovers', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')], capabilities: watching });
  const [uri, other] = [disk.uri(a), disk.uri('content/handbook/other.md')];
  await client.open(uri, hiring);
  await client.open(other, hiring);
  await client.until(uri, ({ length }) => length === 2);
  await client.until(other, ({ length }) => length === 2);
  disk.write('handbook.yaml', 'rulez: {}\n');
  await tell(client, disk, 'handbook.yaml');
  const [only] = await client.until(uri, ({ length }) => length === 1);
  expect(only).toMatchObject({ severity: 1, message: expect.stringContaining('rulez') });
  await client.until(other, ({ length }) => length === 0);
  expect(
    await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 3 } }),
  ).toBe(null);
  await client.close(uri);
  await client.until(other, ({ length }) => length === 1);
  disk.write('handbook.yaml', '');
  await tell(client, disk, 'handbook.yaml');
  await client.until(other, ({ length }) => length === 2);
});

it('answers an editor that asks for diagnostics, and tells it when to ask again', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')], capabilities: pulling });
  expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
  const pull = (path: string, previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: disk.uri(path) },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  await client.open(disk.uri(a), hiring);
  await client.open(disk.uri(b), values);
  const first = await pull(a);
  expect(full(first)).toHaveLength(2);
  expect((await pull(a, first.resultId)).kind).toBe('unchanged');
  expect(full(await pull('handbook.yaml'))).toEqual([]);

  await client.change(disk.uri(b), values.replace('Collaboration', 'Colaboration'));
  await expect.poll(() => client.heard.map(({ method }) => method)).toContain('workspace/diagnostic/refresh');
  expect(full(await pull(a, first.resultId))).toHaveLength(1);
  expect(client.heard.map(({ method }) => method)).not.toContain('textDocument/publishDiagnostics');

  const whole = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  const counts = whole.items.map((item) => [item.uri, item.kind === 'full' ? item.items.length : -1]);
  expect(counts).toEqual([
    [disk.uri('content/_index.md'), 0],
    [disk.uri(a), 1],
    [disk.uri(b), 0],
  ]);
  const again = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: whole.items.map(({ uri, resultId }) => ({ uri, value: resultId })),
  });
  expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'unchanged']);
});

it('offers the mend, all certain mends of the page, and silence', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri(a);
  await client.open(uri, hiring);
  const diagnostics = await client.until(uri, ({ length }) => length === 2);
  expect(diagnostics.map(({ range }) => textIn(hiring, range))).toEqual(['colaboration', '/handbook/valeus/']);
  const actions = (own: readonly Diagnostic[], only?: readonly string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: own[0]!.range,
      context: { diagnostics: own, ...(only ? { only } : {}) },
    });
  const apply = (text: string, action: CodeAction) => applyTextEdits(text, action.edit?.changes?.[uri] ?? []);

  const offered = await actions([diagnostics[1]!]);
  expect(offered.map(({ title, kind }) => `${kind} ${title}`)).toEqual([
    'quickfix Link to /handbook/values/',
    'quickfix Silence handbook-link-page here',
    'source.fixAll.handbook-lint Fix all 2 certain mistakes on this page',
  ]);
  const mended = hiring.replace('valeus', 'values');
  expect(apply(hiring, offered[0]!)).toBe(mended);
  expect(apply(hiring, offered[2]!)).toBe(mended.replace('colaboration', 'collaboration'));
  expect((await actions([diagnostics[0]!], ['source.fixAll'])).map(({ kind }) => kind)).toEqual([
    'source.fixAll.handbook-lint',
  ]);

  const silenced = apply(hiring, offered[1]!);
  expect(silenced).toContain('> <!--lint ignore handbook-link-page-->\n>\n> - One\n');
  await client.change(uri, silenced);
  await client.until(uri, ({ length }) => length === 1);
  const [silenceOther] = (await actions([diagnostics[0]!])).filter(({ title }) => title.startsWith('Silence'));
  await client.change(uri, apply(silenced, silenceOther!));
  await client.until(uri, ({ length }) => length === 0);
});

it('silences two findings of one paragraph by one comment', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')] });
  const uri = disk.uri(a);
  let text = '# A\n\n[x](/nowhere/) [y](#nothing)\n';
  await client.open(uri, text);
  for (const left of [2, 1]) {
    const [first] = await client.until(uri, ({ length }) => length === left);
    const offered = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: first!.range,
      context: { diagnostics: [first] },
    });
    const silence = offered.find(({ title }) => title.startsWith('Silence'));
    text = applyTextEdits(text, silence?.edit?.changes?.[uri] ?? []);
    await client.change(uri, text);
  }
  await client.until(uri, ({ length }) => length === 0);
  expect(text).toBe(
    '# A\n\n<!--lint ignore handbook-link-page handbook-link-anchor-->\n\n[x](/nowhere/) [y](#nothing)\n',
  );
});

it('lives on when the folder of the handbook goes away and comes back', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('')], capabilities: watching });
  const uri = disk.uri(a);
  await client.open(uri, hiring);
  await client.until(uri, ({ length }) => length === 2);
  rmSync(disk.root, { recursive: true });
  await tell(client, disk, a);
  await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 3 } });
  disk.write('handbook.yaml', '');
  disk.write(b, values);
  disk.write(a, hiring);
  await tell(client, disk, a);
  await client.change(uri, hiring.replace('#colaboration', '#collaboration'));
  await client.until(uri, (diagnostics) => diagnostics.length === 1 && diagnostics[0]!.code === 'handbook-link-page');
});

it('strikes through what works but is old', async () => {
  const old = '# Old\n\n[ours](/handbook/ours/) [gone](/handbook/gone/)\n';
  const disk = handbook();
  disk.write(b, `---\naliases: [/handbook/ours/]\n---\n\n${values}`);
  const client = await startClient({ folders: [disk.uri('')] });
  await client.open(disk.uri(a), old);
  const diagnostics = await client.until(disk.uri(a), ({ length }) => length === 2);
  expect(diagnostics.map(({ code, tags }) => [code, tags])).toEqual([
    ['handbook-link-redirect', [2]],
    ['handbook-link-page', undefined],
  ]);
});

it('keeps two folders apart, of which one goes away while its configuration cannot be read', async () => {
  const [one, two] = [handbook(), handbook()];
  const client = await startClient({ folders: [one.uri(''), two.uri('')], capabilities: watching });
  for (const disk of [one, two]) {
    await client.open(disk.uri(a), hiring);
    await client.until(disk.uri(a), ({ length }) => length === 2);
  }
  one.write('handbook.yaml', 'rulez: {}\n');
  await tell(client, one, 'handbook.yaml');
  expect((await client.until(one.uri(a), ({ length }) => length === 1))[0]?.message).toContain('rulez');
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [], removed: [{ uri: one.uri(''), name: 'one' }] },
  });
  rmSync(one.root, { recursive: true });
  await tell(client, one, a);
  await client.change(two.uri(a), hiring.replace('valeus', 'values'));
  await client.until(two.uri(a), ({ length }) => length === 1);
  const whole = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  expect(whole.items.map(({ uri }) => uri)).toContain(two.uri(a));
});

it('looks itself at files around the folder that the editor watches, which may hold a part of the handbook alone', async () => {
  const disk = handbook();
  const client = await startClient({ folders: [disk.uri('content/handbook')], capabilities: watching });
  const uri = disk.uri(a);
  const text = '# Hiring\n\n[home](/start/)\n';
  await client.open(uri, text);
  await client.until(uri, ({ length }) => length === 1);
  disk.write('content/start.md', '# Start\n');
  await client.change(uri, `${text}\nMore.\n`);
  expect(await client.until(uri, ({ length }) => length === 0)).toEqual([]);
});
