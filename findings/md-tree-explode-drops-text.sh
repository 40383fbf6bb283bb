#!/usr/bin/env bash
# md-tree of @kayvan/markdown-tree-parser 1.6.1 leaves out the text above the first section when it splits a page, and one of two
# sections of the same name.
#
# `md-tree explode` is to make a folder of a long page: a file for each section and an index. What stands between the title and the
# first section, where a handbook says whom a page is for, is in none of the files. Two sections "Appeal" are written to one file, the
# second over the first, while the index lists both. The command says that all is done and ends with exit code 0.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @kayvan/markdown-tree-parser@1.6.1
printf '# Rules\n\nFor all who work in Berlin.\n\n## Pay\n\nOn the 25th.\n\n## Appeal\n\nTo the pay board.\n' >rules.md
printf '\n## Leave\n\n30 days.\n\n## Appeal\n\nTo the lead.\n' >>rules.md
node_modules/.bin/md-tree explode rules.md rules
grep -rv '^$' rules | sort | tee said
diff said - <<'SAID'
rules/appeal.md:# Appeal
rules/appeal.md:To the lead.
rules/index.md:  - [Appeal](./appeal.md)
rules/index.md:  - [Appeal](./appeal.md)
rules/index.md:  - [Leave](./leave.md)
rules/index.md:  - [Pay](./pay.md)
rules/index.md:# Rules
rules/index.md:## Table of Contents
rules/index.md:- [Rules](#table-of-contents)
rules/leave.md:# Leave
rules/leave.md:30 days.
rules/pay.md:# Pay
rules/pay.md:On the 25th.
SAID
echo 'As stated.'
