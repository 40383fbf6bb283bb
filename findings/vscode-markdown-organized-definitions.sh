#!/usr/bin/env bash
# vscode-markdown-languageservice 0.5.0-alpha.13 drops titles of links, and definitions that are in use, when it puts them in order.
#
# The service behind Markdown in VS Code gathers a page's link definitions at its end ("Organize Link Definitions"), and leaves those out
# that no link uses. It compares labels letter by letter; by CommonMark 0.31.2 (4.7) `[Pay]` and `[pay]: pay.md` are a link. That
# definition is removed as unused, and the page shows the brackets. Each definition that it moves loses its title, and one whose title
# stands on the next line leaves it behind as a paragraph.
#
# Seen with Node 20.20.2. Version 0.5.0, for Node 22 and later, does the same.
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

const markdown = new MarkdownIt();
const nothing = () => ({ dispose() {} });
const organize = async (text) => {
  const page = TextDocument.create('file:///w/page.md', 'markdown', 1, text);
  const workspace = {
    workspaceFolders: [URI.parse('file:///w')],
    onDidChangeMarkdownDocument: nothing,
    onDidCreateMarkdownDocument: nothing,
    onDidDeleteMarkdownDocument: nothing,
    getAllMarkdownDocuments: async () => [page],
    hasMarkdownDocument: () => true,
    openMarkdownDocument: async () => page,
    stat: async () => ({ isDirectory: false }),
    readDirectory: async () => [],
  };
  const parser = { slugifier: githubSlugifier, tokenize: async (document) => markdown.parse(document.getText(), {}) };
  const service = createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
  const token = { isCancellationRequested: false, onCancellationRequested: nothing };
  const edits = await service.organizeLinkDefinitions(page, { removeUnused: true }, token);
  const html = (text) => markdown.render(text).replace(/\s*\n\s*/g, ' ').trim();
  console.log(html(text), '->', html(TextDocument.applyEdits(page, edits)));
};
await organize('[Pay]\n\n[pay]: pay.md\n');
await organize('[Pay]\n\n[Pay]: pay.md "Bands"\n\nText\n');
await organize('[Pay]\n\n[Pay]: pay.md\n  "Bands"\n\nText\n');
JS
node run.js | tee said
diff said - <<'SAID'
<p><a href="pay.md">Pay</a></p> -> <p>[Pay]</p>
<p><a href="pay.md" title="Bands">Pay</a></p> <p>Text</p> -> <p><a href="pay.md">Pay</a></p> <p>Text</p>
<p><a href="pay.md" title="Bands">Pay</a></p> <p>Text</p> -> <p><a href="pay.md">Pay</a></p> <p>&quot;Bands&quot;</p> <p>Text</p>
SAID
echo 'As stated.'
