import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { applyTextEdits, type LanguageClient, startLanguageServer, textIn } from '../support/language-client.ts';
import { presetRc, type Workspace, workspace } from '../support/workspace.ts';

/** As the package remark-language-server starts; the second is our own server, which needs no configuration file. */
const servers = [
  {
    name: 'remark-language-server',
    command: ['test/editor/remark-language-server.ts', '--stdio'],
    rc: presetRc,
    source: 'remark-lint',
  },
  { name: 'handbook-lint --stdio', command: ['src/cli/main.ts', '--stdio'], rc: null, source: 'handbook-lint' },
];

const values = '---\ntitle: Values\n---\n\n## Collaboration\n\nWe help each other.\n';
const hiring = '---\ntitle: Hiring\n---\n\nWe hire by [our values](/handbook/values/#colaboration).\n';

function handbook(rc: string | null, files: Readonly<Record<string, string>> = {}): Workspace {
  return workspace({
    'handbook.yaml': 'rules:\n  handbook-link-anchor: error\n',
    'content/handbook/values.md': values,
    'content/handbook/hiring.md': hiring,
    ...(rc === null ? {} : { '.remarkrc.mjs': rc }),
    ...files,
  });
}

const anchors = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ code }) => code === 'handbook-link-anchor').map(({ message }) => message);

describe.each(servers)('$name', ({ command, rc, source }) => {
  const start = (...folders: Workspace[]): Promise<LanguageClient> =>
    startLanguageServer(
      command,
      folders.map((folder) => folder.uri('')),
    );

  it('underlines the wrong fragment, and its quick fix mends the page', async () => {
    const disk = handbook(rc);
    const client = await start(disk);
    const uri = disk.uri('content/handbook/hiring.md');
    const [diagnostic, ...others] = await client.open(uri, hiring);
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      code: 'handbook-link-anchor',
      source,
      severity: 1,
      codeDescription: { href: expect.stringMatching(/^https:.*\/rules\/link-anchor\.html$/) },
    });
    expect(textIn(hiring, diagnostic!.range)).toBe('colaboration');
    const [fix] = await client.fixes(uri, diagnostic!);
    const fixed = applyTextEdits(hiring, fix?.edit?.changes?.[uri] ?? []);
    expect(fixed).toBe(hiring.replace('colaboration', 'collaboration'));
    expect(await client.change(uri, fixed)).toEqual([]);
  });

  it('knows text that is not saved, on its own page and from other open pages', async () => {
    const own =
      '---\ntitle: Hiring\n---\n\n## Steps\n\nSee [steps](#steps) and [values](/handbook/values/#collaboration).\n';
    const disk = handbook(rc, { 'content/handbook/hiring.md': own });
    const client = await start(disk);
    const [a, b] = [disk.uri('content/handbook/hiring.md'), disk.uri('content/handbook/values.md')];
    expect(anchors(await client.open(a, own))).toEqual([]);
    const renamed = await client.change(a, own.replace('## Steps', '## Stages'));
    expect(anchors(renamed)).toEqual([expect.stringContaining('#steps')]);

    expect(anchors(await client.open(b, values))).toEqual([]);
    await client.change(b, values.replace('## Collaboration', '## Working together'));
    expect(anchors(await client.change(a, `${own}\n`))).toEqual([expect.stringContaining('#collaboration')]);
    await client.change(b, values);
    expect(anchors(await client.change(a, own))).toEqual([]);
  });

  it('forgets the unsaved text of a page that was closed, once all open pages are checked', async () => {
    const own = hiring.replace('colaboration', 'collaboration');
    const disk = handbook(rc, { 'content/handbook/hiring.md': own, 'content/handbook/other.md': own });
    const client = await start(disk);
    const [a, b] = [disk.uri('content/handbook/hiring.md'), disk.uri('content/handbook/values.md')];
    await client.open(disk.uri('content/handbook/other.md'), own);
    await client.open(a, own);
    await client.open(b, values.replace('## Collaboration', '## Working together'));
    expect(anchors(await client.change(a, `${own}\n`))).toHaveLength(1);
    await client.close(b);
    expect(anchors((await client.touch()).get(a)!)).toEqual([]);
    expect(anchors(await client.change(a, own))).toEqual([]);
  });

  it('sees what changes on disk at the next check', async () => {
    const own = hiring.replace('colaboration', 'collaboration');
    const disk = handbook(rc, { 'content/handbook/hiring.md': own });
    const client = await start(disk);
    const uri = disk.uri('content/handbook/hiring.md');
    let edits = 0;
    const again = async () => client.change(uri, own + '\n'.repeat(++edits));
    expect(await client.open(uri, own)).toEqual([]);

    disk.write('content/handbook/values.md', values.replace('## Collaboration', '## Working together'));
    expect(anchors(await again())).toHaveLength(1);
    disk.write('assets/includes/values.md', '## Collaboration\n\nWe help each other.\n');
    disk.write('content/handbook/values.md', '---\ntitle: Values\n---\n\n{{% include "includes/values.md" %}}\n');
    expect(await again()).toEqual([]);
    disk.write('assets/includes/values.md', '## Helping\n\nWe help each other.\n');
    expect(anchors(await again())).toHaveLength(1);
    disk.write('handbook.yaml', 'rules:\n  handbook-link-anchor: warn\n');
    expect((await again()).map(({ severity }) => severity)).toEqual([2]);
    disk.write('handbook.yaml', 'rules:\n  handbook-link-anchor: off\n');
    expect(await again()).toEqual([]);
    disk.write('handbook.yaml', 'rulez: {}\n');
    expect(await again()).toMatchObject([{ severity: 1, message: expect.stringContaining('rulez') }]);
    disk.write('handbook.yaml', '');
    disk.write('content/handbook/values.md', values);
    expect(await again()).toEqual([]);
  });

  it('keeps two handbooks apart', async () => {
    const one = handbook(rc);
    const two = handbook(rc, { 'content/handbook/values.md': values.replace('Collaboration', 'Colaboration') });
    const client = await start(one, two);
    expect(anchors(await client.open(one.uri('content/handbook/hiring.md'), hiring))).toHaveLength(1);
    expect(await client.open(two.uri('content/handbook/hiring.md'), hiring)).toEqual([]);
    expect(anchors(await client.change(one.uri('content/handbook/hiring.md'), `${hiring}\n`))).toHaveLength(1);
  });

  it('says nothing about a file that is no page', async () => {
    const disk = handbook(rc, { 'README.md': '[x](/nowhere/)\n' });
    const client = await start(disk);
    expect(await client.open(disk.uri('README.md'), '[x](/nowhere/)\n')).toEqual([]);
  });
});
