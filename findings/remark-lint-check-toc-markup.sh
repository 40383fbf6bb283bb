#!/usr/bin/env bash
# remark-lint-check-toc 1.0.0 refuses the right link to a heading with markup in it, and accepts one that is dead.
#
# The rule compares a table of contents with the headings. Of a heading, and of an entry, it takes the first piece of text only:
# for `## Pay **and** rules` this is "Pay " up to the bold word, and the id that it wants is `pay-`. The heading's id on GitHub,
# by github-slugger and by rehype-slug is `pay-and-rules`. The right table is told that its section 'Pay ' is missing; when the
# entry has the same markup, that its URL is incorrect. Only with `#pay-`, which leads nowhere, is the rule content.
#
# Seen with Node 20.20.2 and remark 15.0.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-lint-check-toc@1.0.0
cat >check.mjs <<'JS'
import { remark } from 'remark';
import checkToc from 'remark-lint-check-toc';

for (const entry of ['[Pay and rules](#pay-and-rules)', '[Pay **and** rules](#pay-and-rules)', '[Pay **and** rules](#pay-)']) {
  const file = await remark().use(checkToc).process(`# Handbook\n\n- ${entry}\n\n## Pay **and** rules\n`);
  console.log(entry, file.messages.length, ...new Set(file.messages.map(({ reason }) => reason)));
}
JS
node check.mjs | tee said
grep -q '^\[Pay and rules\](#pay-and-rules) 1 .*not found' said
grep -q '^\[Pay \*\*and\*\* rules\](#pay-and-rules) [1-9] .*Incorrect URL' said
grep -qx '\[Pay \*\*and\*\* rules\](#pay-) 0' said
echo 'As stated.'
