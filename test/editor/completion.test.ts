import { expect, it } from 'vitest';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { applyTextEdits } from '../support/language-client.ts';
import { type ProtocolClient, startClient } from '../support/protocol-client.ts';
import { type Workspace, workspace } from '../support/workspace.ts';

const hugo = {
  'hugo.yaml': '',
  'content/_index.md': '# Home\n',
  'content/team/_index.md': '---\ntitle: Who we are\nowner: people\n---\n',
  'content/team/values.md': '---\ntitle: What we care about\nowner: people\n---\n\n## Trust each other\n\n## Help\n',
  'content/team/draft.md': '---\ntitle: Not yet\ndraft: true\n---\n',
  'static/img/plan.png': '',
  'static/paper.pdf': '',
  'assets/includes/nav.md': 'x\n',
  'content/team/page.md': '',
};
const plain = {
  'README.md': '# Home\n',
  'docs/values.md': '# What we care about\n\n## Trust\n',
  'docs/plan.png': '',
  'docs/page.md': '',
};

class Writer {
  readonly #disk: Workspace;
  readonly #client: ProtocolClient;
  readonly #uri: string;

  private constructor(disk: Workspace, client: ProtocolClient, path: string) {
    this.#disk = disk;
    this.#client = client;
    this.#uri = this.#disk.uri(path);
  }

  static async on(files: Readonly<Record<string, string>>, path: string): Promise<Writer> {
    const disk = workspace(files);
    const client = await startClient({ folders: [disk.uri('')] });
    await client.open(disk.uri(path), '');
    return new Writer(disk, client, path);
  }

  /** What is offered at the bar in the text. */
  async offered(text: string): Promise<readonly CompletionItem[]> {
    const offset = text.indexOf('|');
    const lines = text.slice(0, offset).split('\n');
    await this.#client.change(this.#uri, text.replace('|', ''));
    const list = await this.#client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: this.#uri },
      position: { line: lines.length - 1, character: lines.at(-1)!.length },
    });
    return list.items;
  }

  /** The text after the offer with this label is taken. */
  async after(text: string, label: string): Promise<string> {
    const item = (await this.offered(text)).find((each) => each.label === label);
    expect(item, label).toBeDefined();
    return applyTextEdits(text.replace('|', ''), [item!.textEdit as { range: never; newText: string }]);
  }
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

it('offers pages by title and address, and files, as a Hugo site wants them written', async () => {
  const writer = await Writer.on(hugo, 'content/team/page.md');
  expect(await writer.after('[a](|)', 'What we care about')).toBe('[a](/team/values/)');
  expect(await writer.after('[a](/te|)', 'Who we are')).toBe('[a](/team/)');
  expect(await writer.after('[a](care|nowhere/) b', 'What we care about')).toBe('[a](/team/values/) b');
  expect(labels(await writer.offered('[a](|)'))).not.toContain('Not yet');
  expect(await writer.after('[a](/pap|)', 'paper.pdf')).toBe('[a](/paper.pdf)');
  expect(labels(await writer.offered('![a](|)'))).toEqual(['plan.png']);
  expect(await writer.after('![a](|)', 'plan.png')).toBe('![a](/img/plan.png)');
  expect(await writer.after('[a]: |', 'What we care about')).toBe('[a]: /team/values/');
  expect(await writer.after('<a href="|">', 'What we care about')).toBe('<a href="/team/values/">');
  expect(await writer.after('<img src="|">', 'plan.png')).toBe('<img src="/img/plan.png">');
  expect(await writer.after('{{< ref "|" >}}', 'What we care about')).toBe('{{< ref "/team/values" >}}');
  expect(await writer.after('{{% include "|" %}}', 'includes/nav.md')).toBe('{{% include "includes/nav.md" %}}');
});

it('offers headings by their words', async () => {
  const writer = await Writer.on(hugo, 'content/team/page.md');
  expect(labels(await writer.offered('[a](/team/values/#|)'))).toEqual(['Trust each other', 'Help']);
  expect(await writer.after('[a](/team/values/#trust|)', 'Trust each other')).toBe(
    '[a](/team/values/#trust-each-other)',
  );
  expect(await writer.after('## Own words\n\n[a](#|)', 'Own words')).toBe('## Own words\n\n[a](#own-words)');
  expect(await writer.offered('[a](/nowhere/#|)')).toEqual([]);
});

it('offers verbs and rules in control comments, and keys and values in front matter', async () => {
  const writer = await Writer.on(hugo, 'content/team/page.md');
  expect(labels(await writer.offered('<!--lint |-->'))).toEqual(['disable', 'enable', 'ignore']);
  expect(await writer.after('<!-- lint ignore link-an| -->', 'handbook-link-anchor')).toBe(
    '<!-- lint ignore handbook-link-anchor -->',
  );
  expect(labels(await writer.offered('---\ntitle: A\no|\n---\n'))).toEqual(['owner']);
  expect(labels(await writer.offered('---\npageType: |\n---\n'))).toContain('role');
});

it('offers nothing in prose, and nothing in code that only looks like it', async () => {
  const writer = await Writer.on(hugo, 'content/team/page.md');
  const texts = ['words |', '[a] |', '(|)', '|', '`[a](|)`', '```\n[a](|)\n```\n', 'x](|)', '\\[a](|)'];
  for (const text of texts) expect(await writer.offered(text), text).toEqual([]);
  expect(labels(await writer.offered('`code` [a](/val|)'))).toEqual(['What we care about']);
});

it('finds a destination in tags and definitions over several lines, in quotes, and behind brackets in brackets', async () => {
  const writer = await Writer.on(hugo, 'content/team/page.md');
  for (const [before, after] of [
    ['<a class="x"\n   title="a > b" href="', '">'],
    ["<a href='", "'>"],
    ['[a]:\n  ', '\n'],
    ['> [a]: <', '>\n'],
    ['[![x](/img/plan.png)](', ')'],
    ['[a [b] \\] c](', ')'],
  ])
    expect(await writer.after(`${before}|${after}`, 'What we care about')).toBe(`${before}/team/values/${after}`);
  expect(labels(await writer.offered('<img alt="a <b> c" src="|">'))).toContain('plan.png');
});

it('offers keys and the values that pages nearby have, in front matter of any format, before its end is written as well', async () => {
  const writer = await Writer.on(
    { ...hugo, 'content/team/b.md': '+++\nowner = "crew"\n+++\n' },
    'content/team/page.md',
  );
  expect(await writer.after('---\nowner: |\n---\n', 'people')).toBe('---\nowner: people\n---\n');
  expect(await writer.after('---\nti|', 'title')).toBe('---\ntitle');
  expect(await writer.after('+++\nti|\n+++\n', 'title')).toBe('+++\ntitle\n+++\n');
  expect(await writer.after('+++\nowner = |\n+++\n', '"people"')).toBe('+++\nowner = "people"\n+++\n');
  expect(await writer.after('+++\nowner = "|"\n+++\n', 'people')).toBe('+++\nowner = "people"\n+++\n');
  expect(labels(await writer.offered('---\ntitle: |\n---\n'))).toEqual([]);
  expect(labels(await writer.offered('---\n\nwords |'))).toEqual([]);
});

it('writes files relative to the page among plain files', async () => {
  const writer = await Writer.on(plain, 'docs/page.md');
  expect(await writer.after('[a](|)', 'What we care about')).toBe('[a](values.md)');
  expect(await writer.after('[a](|)', 'Home')).toBe('[a](../README.md)');
  expect(await writer.after('[a](values.md#|)', 'Trust')).toBe('[a](values.md#trust)');
  expect(await writer.after('[a](./va|)', 'What we care about')).toBe('[a](values.md)');
  expect(await writer.after('[a](../docs/va|)', 'What we care about')).toBe('[a](values.md)');
});
