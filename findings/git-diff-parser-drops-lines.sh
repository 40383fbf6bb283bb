#!/usr/bin/env bash
# git-diff-parser 1.0.0 leaves removed lines out that begin with `-- `, and counts the removed lines below them one too low.
#
# In a diff a removed line `-- Jo` reads `--- Jo`, as does a line that names the old file; which of both it is follows from the head
# of its hunk, which says how many lines the hunk has. The parser does not count and drops each such line, and each added one that
# begins with `++ `. Below a quotation and in a signature such lines are common. A tool that comments on changed lines by it takes a
# changed signature for a new one, and what was removed below it for the line above.
#
# Seen with Node 20.20.2: `-- Jo`, line 3, is gone, and line 5, which was removed, is called 4. parse-diff 0.12.0 gets both right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact git-diff-parser@1.0.0 parse-diff@0.12.0
git init --quiet site
printf '> Be kind.\n>\n-- Jo\n\nOld text.\n' >site/page.md
git -C site add page.md
printf '> Be kind.\n>\n-- Ann\n\nNew text.\n' >site/page.md
git -C site diff >change.diff
cat >read.cjs <<'JS'
const gitDiffParser = require('git-diff-parser');
const parseDiff = require('parse-diff');

const diff = require('node:fs').readFileSync('change.diff', 'utf8');
const show = (name, changes) => console.log(`${name}:`, changes.join(', '));
const [{ chunks }] = parseDiff(diff);
const changes = chunks.flatMap(({ changes }) => changes).filter(({ type }) => type !== 'normal');
show('parse-diff', changes.map(({ ln, content }) => `${ln} ${content}`));
const { lines } = gitDiffParser(diff).commits[0].files[0];
const changed = lines.filter(({ type }) => type !== 'normal');
show('git-diff-parser', changed.map(({ type, ln1, text }) => `${ln1} ${type === 'added' ? '+' : '-'}${text}`));
JS
node read.cjs | tee said
diff said - <<'SAID'
parse-diff: 3 --- Jo, 3 +-- Ann, 5 -Old text., 5 +New text.
git-diff-parser: 3 +-- Ann, 4 -Old text., 5 +New text.
SAID
echo 'As stated.'
