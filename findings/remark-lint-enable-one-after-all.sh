#!/usr/bin/env bash
# In remark-lint 10.0.1 `lint enable RULE` does nothing behind a `lint disable` without names.
#
# A page turns all rules off for an old part, and one rule on again. In ESLint the same pair of comments brings that rule back; here the
# rest of the page is judged by no rule at all, and nothing says so. `lint enable` without names does bring all of them back, and
# `lint enable RULE` works behind `lint disable RULE`.
#
# Seen with Node 20.20.2: [a] is silent in each page; [b] is reported in the first and the second, and not in the third.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-lint@10.0.1 unified-lint-rule@3.0.1 unist-util-visit@5.0.0
cat >run.js <<'JS'
import { remark } from 'remark';
import remarkLint from 'remark-lint';
import { lintRule } from 'unified-lint-rule';
import { visit } from 'unist-util-visit';

const links = lintRule('remark-lint:links', (tree, file) => visit(tree, 'link', (node) => void file.message(node.url, node)));
const reported = async (off, on) => {
  const page = `<!-- lint ${off} -->\n\n[a](a)\n\n<!-- lint ${on} -->\n\n[b](b)\n`;
  const { messages } = await remark().use(remarkLint).use(links).process(page);
  return messages.map(({ reason }) => reason);
};
console.log(
  JSON.stringify([
    await reported('disable links', 'enable links'),
    await reported('disable', 'enable'),
    await reported('disable', 'enable links'),
  ]),
);
JS
said=$(node run.js)
printf '%s\n' "$said"
[ "$said" = '[["b"],["b"],[]]' ]
echo 'As stated.'
