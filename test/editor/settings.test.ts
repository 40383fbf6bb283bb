import { expect, it } from 'vitest';
import { startClient } from '../support/protocol-client.ts';
import { workspace } from '../support/workspace.ts';

const page = '---\ntitle: Hiring\n---\n\nWe hire by [our values](/handbook/nowhere/).\n';

const answers = {
  'null, as the protocol prescribes for a section that is not set': (items: readonly unknown[]) =>
    items.map(() => null),
  'nothing at all': () => null,
  'an empty list': () => [],
  'a number in place of an object': (items: readonly unknown[]) => items.map(() => 7),
  'settings of odd types': (items: readonly unknown[]) => items.map(() => ({ requireConfig: [], ignorePath: {} })),
};

it.each(Object.entries(answers))('finds what is wrong when the editor answers %s', async (_, configuration) => {
  const disk = workspace({ 'handbook.yaml': '', 'content/handbook/hiring.md': page });
  const client = await startClient({ folders: [disk.uri('')], configuration });
  const uri = disk.uri('content/handbook/hiring.md');
  await client.open(uri, page);
  expect(await client.until(uri, ({ length }) => length > 0)).toHaveLength(1);
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.change(uri, page.replace('[our values](/handbook/nowhere/)', 'our values'));
  expect(await client.until(uri, ({ length }) => length === 0)).toEqual([]);
});

it('finds what is wrong when the editor keeps no settings', async () => {
  const disk = workspace({ 'handbook.yaml': '', 'content/handbook/hiring.md': page });
  const client = await startClient({ folders: [disk.uri('')], capabilities: { workspace: { configuration: false } } });
  const uri = disk.uri('content/handbook/hiring.md');
  await client.open(uri, page);
  await client.notify('workspace/didChangeConfiguration', {});
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.change(uri, `${page}\n[more](/handbook/nowhere/)\n`);
  expect(await client.until(uri, ({ length }) => length > 1)).toHaveLength(2);
});

it('asks to be told of changed settings, and has what is on display counted again', async () => {
  const disk = workspace({ 'handbook.yaml': '', 'content/handbook/hiring.md': page });
  const capabilities = {
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      codeLens: { refreshSupport: true },
    },
  };
  const client = await startClient({ folders: [disk.uri('')], capabilities });
  const methods = () => client.heard.map(({ method }) => method);
  await expect.poll(methods).toContain('client/registerCapability');
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await expect.poll(methods).toContain('workspace/codeLens/refresh');
});
