import { expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { textIn } from '../support/language-client.ts';
import { type ProtocolClient, startClient } from '../support/protocol-client.ts';
import { workspace } from '../support/workspace.ts';

const files = {
  'hugo.yaml':
    'baseURL: https://handbook.example.com/\nmarkup: { goldmark: { renderer: { unsafe: true }, renderHooks: { link: { useEmbedded: always }, image: { useEmbedded: always } } } }\n',
  'handbook.yaml':
    'redirects: [static/_redirects]\nincludes:\n  folders: [assets/includes]\n  root: assets\n  shortcodes: [include]\n',
  'content/_index.md': '---\ntitle: Home\n---\n\nWelcome.\n',
  'content/handbook/_index.md': '---\ntitle: Handbook\n---\n\nAll of it.\n',
  'content/handbook/values.md':
    '---\ntitle: Our values\naliases:\n  - /handbook/culture/\n---\n\nWhat we *care* about.\n\n## Helping\n\nWe help each other.\n\n### Asking\n\nWe ask.\n\n## Trust {#trust}\n\n{{% include "includes/trust.md" %}}\n',
  'content/handbook/hiring.md':
    '---\ntitle: Hiring\n---\n\n# Hiring\n\nBy [values](/handbook/values/), mostly [help](values.md#helping) and [steps](../values/#steps).\n\n[Old](/handbook/old/) and [culture](/handbook/culture/#trust).\n\n![plan](/plan.png) {{< card >}} [gone](/handbook/nowhere/) <a href="/handbook/values/#asking">ask</a>\n\n[label]: /handbook/values/#helping\n\nA [reference][label].\n',
  'assets/includes/trust.md': '#### Steps\n\nFirst [this](/handbook/hiring/), see [help](#helping).\n',
  'static/_redirects': '/handbook/old/ /handbook/hiring/ 301\n/handbook/older/ https://example.org/ 301\n',
  'static/plan.png': 'not really',
  'layouts/shortcodes/card.html': '<p>card</p>\n',
};

const hiring = 'content/handbook/hiring.md';
const values = 'content/handbook/values.md';
const trust = 'assets/includes/trust.md';
type Path = keyof typeof files;

/** An editor that shows the handbook above. */
class Editor {
  readonly disk = workspace(files);
  readonly root = `${this.disk.uri('').replace(/\/$/, '')}/`;
  #client: ProtocolClient | undefined;

  async start(settings: object = {}): Promise<this> {
    const configuration = (items: readonly unknown[]) => items.map(() => settings);
    this.#client = await startClient({ folders: [this.root], configuration });
    await this.#client.open(this.disk.uri(hiring), files[hiring]);
    return this;
  }

  /** Asks about a whole document. */
  on<Result>(request: string, path: Path): Promise<Result> {
    return this.ask(request, { textDocument: { uri: this.disk.uri(path) } });
  }

  /** Asks about the place of the words in a file, one character after their start. */
  at<Result>(request: string, path: Path, words: string): Promise<Result> {
    const lines = files[path].slice(0, files[path].indexOf(words) + 1).split('\n');
    return this.ask(request, {
      textDocument: { uri: this.disk.uri(path) },
      position: { line: lines.length - 1, character: lines.at(-1)!.length },
      context: { includeDeclaration: false },
    });
  }

  ask<Result>(request: string, params: object): Promise<Result> {
    return this.#client!.request(request, params);
  }

  /** Places as `path: words there`. */
  shown(places: readonly Location[]): readonly string[] {
    return places.map(({ uri, range }) => {
      const path = uri.slice(this.root.length);
      return `${path}: ${textIn(files[path as Path], range)}`;
    });
  }
}

it('goes from a link to its page, heading, include, file or redirect, and from a shortcode to its template', async () => {
  const editor = await new Editor().start();
  const from = async (words: string, path: Path = hiring) =>
    editor.shown(await editor.at<Location[]>('textDocument/definition', path, words));
  expect(await from('[values]')).toEqual([`${values}: `]);
  expect(await from('[help]')).toEqual([`${values}: ## Helping`]);
  expect(await from('[steps]')).toEqual([`${trust}: #### Steps`]);
  expect(await from('[Old]')).toEqual([`${hiring}: `, 'static/_redirects: /handbook/old/ /handbook/hiring/ 301']);
  expect(await from('[culture]')).toEqual([`${values}: ## Trust {#trust}`]);
  expect(await from('![plan]')).toEqual(['static/plan.png: ']);
  expect(await from('{{< card')).toEqual(['layouts/shortcodes/card.html: ']);
  expect(await from('[gone]')).toEqual([]);
  expect(await from('<a href')).toEqual([`${values}: ### Asking`]);
  expect(await from('[label]:')).toEqual([`${values}: ## Helping`]);
  expect(await from('mostly')).toEqual([]);
  expect(await from('include "', values)).toEqual([`${trust}: `]);
  expect(await from('[help]', trust)).toEqual([`${values}: ## Helping`]);
  expect(await from('/handbook/hiring/', 'static/_redirects')).toEqual([`${hiring}: `]);
});

it('finds all links to a heading or page, through includes and aliases', async () => {
  const editor = await new Editor().start();
  const to = async (path: Path, words: string) =>
    editor.shown(await editor.at<Location[]>('textDocument/references', path, words));
  const helping = [`${trust}: #helping`, `${hiring}: values.md#helping`, `${hiring}: /handbook/values/#helping`];
  expect(await to(values, 'Helping')).toEqual(helping);
  expect(await to(hiring, '[help]')).toEqual(helping);
  expect(await to(values, 'Trust')).toEqual([`${hiring}: /handbook/culture/#trust`]);
  expect(await to(trust, 'Steps')).toEqual([`${hiring}: ../values/#steps`]);
  expect(await to(values, 'What we')).toHaveLength(7);
});

it('says where a link leads, and why it is broken', async () => {
  const editor = await new Editor().start();
  const over = async (words: string, path: Path = hiring) => {
    const answer = await editor.at<Hover | null>('textDocument/hover', path, words);
    return answer === null ? null : (answer.contents as { value: string }).value;
  };
  expect(await over('[values]')).toBe('**Our values**\n\nWhat we care about.\n\nLeads to `/handbook/values/`.');
  expect(await over('[steps]')).toContain('**Our values › Steps**');
  expect(await over('[steps]')).toContain('Leads to `/handbook/values/#steps`.');
  expect(await over('[gone]')).toContain('no page has that address');
  expect(await over('![plan]')).toContain('the file `static/plan.png`');
  expect(await over('Asking', values)).toBe('`#asking` One link leads here.');
  expect(await over('include "', values)).toContain('**Steps**');
  expect(await over('mostly')).toBeNull();
});

it('makes links of a page clickable', async () => {
  const editor = await new Editor().start();
  const links = await editor.on<DocumentLink[]>('textDocument/documentLink', hiring);
  const shown = links.map(({ range, target }) => [textIn(files[hiring], range), target?.slice(editor.root.length)]);
  expect(shown).toEqual([
    ['/handbook/values/', values],
    ['values.md#helping', `${values}#L9`],
    ['../values/#steps', `${trust}#L1`],
    ['/handbook/old/', hiring],
    ['/handbook/culture/#trust', `${values}#L17`],
    ['/plan.png', 'static/plan.png'],
    ['/handbook/values/#asking', `${values}#L13`],
    ['/handbook/values/#helping', `${values}#L9`],
  ]);
});

it('lists headings of a page and names of the handbook, and folds sections', async () => {
  const editor = await new Editor().start();
  const outline = ({ name, children }: DocumentSymbol): unknown => [name, ...(children ?? []).map(outline)];
  const symbols = await editor.on<DocumentSymbol[]>('textDocument/documentSymbol', values);
  expect(symbols.map(outline)).toEqual([['Helping', ['Asking']], ['Trust']]);
  expect(await editor.on<FoldingRange[]>('textDocument/foldingRange', values)).toEqual([
    { startLine: 0, endLine: 4, kind: 'region' },
    { startLine: 8, endLine: 15 },
    { startLine: 12, endLine: 15 },
    { startLine: 16, endLine: 18 },
  ]);
  const names = async (query: string) =>
    (await editor.ask<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
  expect(await names('valu')).toContain('Our values');
  expect((await names('hlp'))[0]).toBe('Helping');
  expect(await names('zzz')).toEqual([]);
});

it('counts the links to each heading when the settings ask for that, and only then', async () => {
  const counted = await new Editor().start({ linkCounts: true });
  const lenses = await counted.on<CodeLens[]>('textDocument/codeLens', values);
  expect(lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`)).toEqual([
    '8 3 links',
    '12 1 link',
    '16 1 link',
  ]);
  const silent = await new Editor().start();
  expect(await silent.on<CodeLens[]>('textDocument/codeLens', values)).toEqual([]);
});
