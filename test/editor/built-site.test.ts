/**
 * What the server answers about links of a real handbook, held against what real Hugo made of them. CORPUS names the handbook,
 * BUILT_LINKS a file with a line of JSON for each link of the built site; without them the test is skipped.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { CompletionList, DocumentLink, Hover, Location } from 'vscode-languageserver-protocol';
import { startClient } from '../support/protocol-client.ts';
import { repository } from '../support/workspace.ts';

const { CORPUS: corpus, BUILT_LINKS: built } = process.env;

interface BuiltLink {
  readonly file: string;
  readonly line: number;
  readonly href: string;
  readonly style: string;
  readonly verdict: string;
  readonly target?: string;
  readonly targetFile?: string;
  /** The page that differs in upper and lower case alone: the server goes there. */
  readonly otherCase?: string;
}

const root = mkdtempSync(join(tmpdir(), 'built-site-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const uriOf = (path: string) => pathToFileURL(join(root, path)).href;

it.skipIf(!corpus || !built)('answers about links as the built site has them', { timeout: 600_000 }, async () => {
  cpSync(corpus ?? '', root, { recursive: true });
  cpSync(join(repository, 'test/corpus/gitlab-handbook.yaml'), join(root, 'handbook.yaml'));
  const lines = gunzipSync(readFileSync(built ?? ''))
    .toString()
    .trim()
    .split('\n');
  const links = lines.map((line) => JSON.parse(line) as BuiltLink);
  const client = await startClient({ folders: [pathToFileURL(root).href] });

  const placed = (wanted: (link: BuiltLink) => boolean) =>
    links.flatMap((link) => {
      if (link.style !== 'inline' || !link.file.startsWith('content/') || !wanted(link)) return [];
      const text = readFileSync(join(root, link.file), 'utf8').split('\n')[link.line - 1] ?? '';
      const at = text.indexOf(`](${link.href})`);
      return at < 0 ? [] : [{ ...link, text, position: { line: link.line - 1, character: at + 3 } }];
    });
  const some = <T>(all: readonly T[], count: number): readonly T[] =>
    fc.sample(fc.nat(all.length - 1), { seed: 5, numRuns: count }).flatMap((at) => all[at] ?? []);
  const ask = <Result>(request: string, { file, position }: { file: string; position: object }, more: object = {}) =>
    client.request<Result>(`textDocument/${request}`, { textDocument: { uri: uriOf(file) }, position, ...more });

  const good = placed(({ verdict, targetFile }) => verdict === 'ok' && targetFile !== undefined);
  for (const link of some(good, 200)) {
    const places = await ask<Location[]>('definition', link);
    const { contents } = (await ask<Hover>('hover', link)) as { readonly contents: { readonly value: string } };
    expect(contents.value, link.href).toContain(`\`${link.target}`);
    // A heading may come from an include.
    if (!link.href.includes('#')) expect(places.map(({ uri }) => uri)[0], link.href).toBe(uriOf(link.targetFile ?? ''));
    else expect(places.length, link.href).toBeGreaterThan(0);
  }
  for (const { file, href, position, targetFile = '' } of some(good, 15)) {
    const from = await ask<Location[]>('references', { file, position }, { context: { includeDeclaration: false } });
    expect(
      from.map(({ uri }) => uri),
      `${href} of ${targetFile}`,
    ).toContain(uriOf(file));
    const shown = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: uriOf(file) },
    });
    expect(shown.some(({ range }) => range.start.line === position.line)).toBe(true);
  }

  // Trees of which the configuration says that they are not known are not judged.
  const dead = placed(
    ({ verdict, href, otherCase }) =>
      verdict === 'missing-page' && !otherCase && !/^\/(?:job-families|docs)\//.test(href),
  );
  let explained = 0;
  for (const link of some(dead, 50)) {
    const places = await ask<Location[]>('definition', link);
    // The rules of this file are the host's: Hugo's build has nothing there.
    if (places.some(({ uri }) => uri === uriOf('layouts/index.redirects'))) continue;
    const hover = await ask<{ readonly contents: { readonly value: string } } | null>('hover', link);
    // Nothing is said where nobody can know.
    if (hover !== null) explained += 1;
    expect(hover?.contents.value ?? '', `${link.file} ${link.href}`).not.toContain('Leads to');
  }
  expect(explained).toBeGreaterThan(20);

  const pages = good.filter(({ href, target }) => href === target);
  for (const { target = '' } of some(pages, 20)) {
    const uri = uriOf('content/new.md');
    await client.open(uri, `[x](${target.slice(0, -1)})\n`);
    const at = { file: 'content/new.md', position: { line: 0, character: 3 + target.length } };
    const { items } = await ask<CompletionList>('completion', at);
    expect(items.map(({ textEdit }) => textEdit?.newText)).toContain(target);
    await client.close(uri);
  }
});
