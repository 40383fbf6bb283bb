#!/usr/bin/env bash
# markdownlint-rule-relative-links 5.1.2 knows only one anchor of a paragraph, so that links to the others are called wrong.
#
# Pages that took in two others often hold `<a name="pay"></a><a name="perks"></a>` where those began, so that old links still lead there.
# The rule asks each block's text once for an `id`, and for a `name` only where there is none. Within a page MD051 of markdownlint, to which
# the rule's readme compares itself, accepts all of them; from another page the second one is "no valid fragment".
#
# Seen with Node 20.20.2, markdownlint 0.40.0: the links to #perks and #two are told, and those to #pay and #one are not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint@0.40.0 markdown-it@15.0.3 markdownlint-rule-relative-links@5.1.2
anchors='<a name="pay"></a><a name="perks"></a>\n\nBoth.\n\n<a id="one"></a> and <a name="two"></a> stand here.\n'
printf "# Merged\n\n$anchors\n[pay](#pay) [perks](#perks) [one](#one) [two](#two)\n" >merged.md
printf '%s\n' '[pay](merged.md#pay)' '[perks](merged.md#perks)' '[one](merged.md#one)' '[two](merged.md#two)' >from.md
cat >run.js <<'JS'
import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { lint } from 'markdownlint/promise';
import relativeLinks from 'markdownlint-rule-relative-links';

const told = await lint({
  files: ['merged.md', 'from.md'],
  config: { default: false, MD051: true, 'relative-links': true },
  customRules: [relativeLinks],
  markdownItFactory: () => markdownIt(),
});
const lines = Object.entries(told).flatMap(([file, errors]) =>
  errors.map(({ ruleNames, lineNumber, errorDetail }) => `${file}:${lineNumber} ${ruleNames[0]} ${errorDetail}`),
);
console.log(lines.join('\n'));
assert.equal(lines.length, 2);
assert.match(lines[0], /^from\.md:2 relative-links .*merged\.md#perks/);
assert.match(lines[1], /^from\.md:4 relative-links .*merged\.md#two/);
console.log('As stated.');
JS
node run.js
