#!/usr/bin/env bash
# remark-lint-double-link 0.2.0 checks nothing of a page on which one link has an address from the root.
#
# The rule tells which links of a page come twice. It hands each destination to normalize-url, which takes `/handbook/` for no URL and
# throws. The error becomes the page's only message, a warning without a line, and repeated links that stand before it are told no more.
# On sites whose pages are linked from the root nearly every page is such. Relative destinations (`values.md`) are read without an error.
#
# Seen with Node 20.20.2, remark 15.0.1: without the link to /handbook/ two messages, with it `Invalid URL` alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-lint-double-link@0.2.0
cat >run.js <<'JS'
import assert from 'node:assert/strict';
import { remark } from 'remark';
import doubleLink from 'remark-lint-double-link';

const told = async (page) => {
  const { messages } = await remark().use(doubleLink).process(page);
  return messages.map(({ line, reason, fatal }) => ({ line, reason, fatal }));
};
const twice = '[values](values.md)\n\n[our values](values.md)\n';
const values = { reason: 'values.md', fatal: false };
const without = await told(twice);
const withRoot = await told(`${twice}\n[handbook](/handbook/)\n`);
console.log(without);
console.log(withRoot);
assert.deepEqual(without, [{ line: 1, ...values }, { line: 3, ...values }]);
assert.deepEqual(withRoot, [{ line: undefined, reason: 'Invalid URL', fatal: false }]);
console.log('As stated.');
JS
node run.js
