/** Every request of the server on the example handbook, held against what a plain run and the model say of it. */
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeEach, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import { rules } from '../../rules/index.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { linesOf } from '../../src/lint/line-table.ts';
import { lint } from '../../src/lint/run.ts';
import type { Handbook, Page } from '../../src/model/handbook.ts';
import { fixtures } from '../support/fixtures.ts';
import { applyTextEdits } from '../support/language-client.ts';
import { type ProtocolClient, startClient } from '../support/protocol-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let root: string;
let client: ProtocolClient;
let handbook: Handbook;
const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
const on = <Result>(request: string, path: string, more: object = {}) =>
  client.request<Result>(`textDocument/${request}`, { textDocument: { uri: uriOf(path) }, ...more });
const pointOf = (page: Page, offset: number) => {
  const { line, column } = linesOf(page).point(offset);
  return { line: line - 1, character: column - 1 };
};
const pulling = {
  textDocument: { diagnostic: {} },
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};

beforeEach(async () => {
  root = temporaryFolder();
  cpSync(`${fixtures}example-handbook`, root, { recursive: true });
  client = await startClient({ folders: [pathToFileURL(root).href], capabilities: pulling });
  handbook = await openHandbook({ root });
});

const markdownPages = () => handbook.pages.filter(({ kind }) => kind !== 'redirects');

/** What a plain run finds on disk, a line each. */
async function found(): Promise<readonly string[]> {
  const { findings } = lint(await openHandbook({ root }), { rules, known: rules.map(({ id }) => id) });
  return findings.map(({ path, start, rule }) => `${path}:${start.line}:${start.column} ${rule}`).sort();
}

async function diagnosed(): Promise<readonly string[]> {
  const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  return items
    .flatMap((report) => {
      const path = fileURLToPath(report.uri).slice(root.length + 1);
      const own = report.kind === 'full' ? report.items : [];
      return own.map(({ range: { start }, code }) => `${path}:${start.line + 1}:${start.character + 1} ${code}`);
    })
    .sort();
}

function carryOut(edit: WorkspaceEdit): void {
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
    const path = fileURLToPath(uri);
    writeFileSync(path, applyTextEdits(readFileSync(path, 'utf8'), edits as TextEdit[]));
  }
}

it('finds what a plain run finds, page by page and on all pages', async () => {
  expect(await diagnosed()).toEqual(await found());
  expect(await diagnosed()).not.toEqual([]);
});

it('goes along every link, and back', async () => {
  let [followed, counted] = [0, 0];
  for (const page of markdownPages()) {
    const shown = await on<DocumentLink[]>('documentLink', page.path);
    for (const { link, resolution } of judgeLinks(page, handbook)) {
      const position = pointOf(page, link.target[0]);
      const places = await on<Location[]>('definition', page.path, { position });
      const hover = (await on<Hover | null>('hover', page.path, { position }))?.contents as
        | { value: string }
        | undefined;
      if (resolution.outcome !== 'found') {
        expect(hover?.value ?? '', link.href).not.toContain('Leads to');
        continue;
      }
      const target = resolution.anchor?.path ?? resolution.page?.path ?? resolution.file ?? '';
      expect(
        places.map(({ uri }) => uri),
        link.href,
      ).toContain(uriOf(target));
      expect(hover?.value).toContain(`Leads to \`${resolution.address}`);
      expect(
        shown.some(({ range: { start }, target: to }) => start.line === position.line && to?.startsWith(uriOf(target))),
      ).toBe(true);
      const back = await on<Location[]>('references', page.path, { position, context: { includeDeclaration: false } });
      if (resolution.page)
        expect(back.map(({ uri, range }) => [uri, range.start])).toContainEqual([uriOf(page.path), position]);
      followed += 1;
      counted += back.length;
    }
  }
  expect(followed).toBeGreaterThan(30);
  expect(counted).toBeGreaterThan(followed);
});

it('knows every heading: outline, folding, names, words to rename', async () => {
  for (const page of markdownPages()) {
    const { headings } = page.facts;
    const outline = await on<DocumentSymbol[]>('documentSymbol', page.path);
    const count = (symbols: readonly DocumentSymbol[]): number =>
      symbols.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);
    expect(count(outline), page.path).toBe(headings.length);
    const folds = await on<FoldingRange[]>('foldingRange', page.path);
    for (const { startLine, endLine } of folds) expect(endLine).toBeGreaterThan(startLine);
    expect(await on<CodeLens[]>('codeLens', page.path)).toEqual([]);
    for (const { text, textRange } of headings) {
      const position = pointOf(page, textRange[0]);
      expect(await on('prepareRename', page.path, { position })).toMatchObject({
        placeholder: page.text.slice(...textRange),
      });
      const named = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: text });
      expect(
        named.map(({ name }) => name),
        text,
      ).toContain(text);
    }
  }
});

it('offers every page of the site, and leads where the offer says', async () => {
  const path = 'content/handbook/new.md';
  await client.open(uriOf(path), '[x](\n');
  const { items } = await on<CompletionList>('completion', path, { position: { line: 0, character: 4 } });
  const offered = new Set(items.map(({ textEdit }) => textEdit?.newText));
  const addresses = markdownPages().flatMap(({ address }) => address ?? []);
  expect(addresses.filter((address) => !offered.has(address))).toEqual([]);
  expect(addresses.length).toBeGreaterThan(15);
});

it('mends what is certain on every page, as --fix does, and silences the rest', async () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
  let mended = 0;
  for (const { path, text } of markdownPages()) {
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const [all] = await on<CodeAction[]>('codeAction', path, { range, context });
    if (all?.edit === undefined) continue;
    carryOut(all.edit);
    mended += 1;
    expect(readFileSync(join(root, path), 'utf8')).not.toBe(text);
  }
  expect(mended).toBeGreaterThan(3);
  await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('content'), type: 2 }] });
  expect(await diagnosed()).toEqual(await found());
});

it('renames headings and moves folders without a new finding about links', async () => {
  const links = (lines: readonly string[]) =>
    lines
      .map((line) => line.replace(/^.* /, ''))
      .filter((rule) => /link-(?!positional)|include|redirect/.test(rule))
      .sort();
  const before = links(await found());
  const linked = markdownPages().flatMap((page) =>
    judgeLinks(page, handbook).flatMap(({ resolution }) =>
      resolution.outcome === 'found' && resolution.anchor ? [resolution.anchor] : [],
    ),
  );
  const headings = new Map(
    linked.flatMap(({ path, headingIndex }) => (headingIndex === null ? [] : [[path, headingIndex] as const])),
  );
  expect(headings.size).toBeGreaterThan(2);
  for (const [path, index] of headings) {
    const page = (await openHandbook({ root })).page(path)!;
    const position = pointOf(page, page.facts.headings[index]!.textRange[0]);
    carryOut(await on<WorkspaceEdit>('rename', path, { position, newName: `Other words ${index}` }));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type: 2 }] });
  }
  expect(links(await found())).toEqual(before);

  const [from, to] = ['content/handbook/people', 'content/handbook/teams/people'];
  const files = [{ oldUri: uriOf(from), newUri: uriOf(to) }];
  carryOut(await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files }));
  mkdirSync(dirname(join(root, to)), { recursive: true });
  renameSync(join(root, from), join(root, to));
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: uriOf(from), type: 3 },
      { uri: uriOf(to), type: 1 },
    ],
  });
  expect(links(await found())).toEqual(before);
  expect(await diagnosed()).toEqual(await found());
});
