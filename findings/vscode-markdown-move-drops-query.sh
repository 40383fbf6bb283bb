#!/usr/bin/env bash
# vscode-markdown-languageservice 0.5.0-alpha.13 drops the query of each link to a page that is moved.
#
# The service behind Markdown in VS Code mends links when a file is renamed. A link keeps its fragment and its own style (with or
# without `.md`, from the root or relative), but `page.md?plain=1#L3` becomes `new/page.md#L3`. On GitHub and GitLab the query is what
# makes a line of a Markdown file reachable at all: the mended link opens the rendered page at its top, and nothing says so.
#
# Seen with Node 20.20.2: `[1](page.md?plain=1#L3) [2](page.md#a)` becomes `[1](new/page.md#L3) [2](new/page.md#a)`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact vscode-markdown-languageservice@0.5.0-alpha.13 \
  markdown-it@14.3.3 vscode-languageserver-textdocument@1.0.12 vscode-uri@3.2.0
cat >run.js <<'JS'
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService, githubSlugifier } from 'vscode-markdown-languageservice';
import { URI } from 'vscode-uri';

// The workspace as it is once the file has been moved.
const index = TextDocument.create('file:///w/index.md', 'markdown', 1, '[1](page.md?plain=1#L3) [2](page.md#a)\n');
const page = TextDocument.create('file:///w/new/page.md', 'markdown', 1, '# A\n');
const documents = new Map([index, page].map((document) => [document.uri, document]));
const nothing = () => ({ dispose() {} });
const workspace = {
  workspaceFolders: [URI.parse('file:///w')],
  onDidChangeMarkdownDocument: nothing,
  onDidCreateMarkdownDocument: nothing,
  onDidDeleteMarkdownDocument: nothing,
  getAllMarkdownDocuments: async () => documents.values(),
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: async (uri) => documents.get(uri.toString()),
  stat: async (uri) => (documents.has(uri.toString()) ? { isDirectory: false } : undefined),
  readDirectory: async () => [],
};
const markdown = new MarkdownIt();
const parser = { slugifier: githubSlugifier, tokenize: async (document) => markdown.parse(document.getText(), {}) };
const service = createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
const moved = { oldUri: URI.parse('file:///w/page.md'), newUri: URI.parse(page.uri) };
const result = await service.getRenameFilesInWorkspaceEdit([moved], {
  isCancellationRequested: false,
  onCancellationRequested: nothing,
});
const { edits } = result.edit.documentChanges.find(({ textDocument }) => textDocument.uri === index.uri);
console.log(TextDocument.applyEdits(index, edits).trim());
JS
said=$(node run.js)
printf '%s\n' "$said"
[ "$said" = '[1](new/page.md#L3) [2](new/page.md#a)' ]
echo 'As stated.'
