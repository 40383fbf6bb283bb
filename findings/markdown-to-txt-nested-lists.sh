#!/usr/bin/env bash
# markdown-to-txt 2.0.1 glues the first point of a nested list to the words above it.
#
# The package makes plain text of Markdown, for search and for summaries. Items of a list end with a line break, but the text of an item
# that holds a list does not, so that of the two competencies of "Writing" one is "WritingWrites clearly". Only a blank line in the item helps.
# The package also asks for lodash, which is not among its dependencies, so that it can be loaded only where something else has
# installed that.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-to-txt@2.0.1
cat >run.js <<'JS'
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const load = () => createRequire(import.meta.url)('markdown-to-txt');
if (process.argv[2] === 'alone') {
  assert.throws(load, /Cannot find module 'lodash'/);
} else {
  const { markdownToTxt } = load();
  const tight = markdownToTxt('- Writing\n  - Writes clearly\n  - Edits for others\n');
  const loose = markdownToTxt('- Writing\n\n  - Writes clearly\n');
  console.log([tight, loose]);
  assert.match(tight, /^WritingWrites clearly\nEdits for others/);
  assert.match(loose, /^Writing\n+Writes clearly/);
  console.log('As stated.');
}
JS
node run.js alone
npm install --silent --no-audit --no-fund --save-exact lodash@4.17.21
node run.js
