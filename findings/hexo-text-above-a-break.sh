#!/usr/bin/env bash
# Hexo 8.1.2 drops the title and a "Note: …" above a page's first thematic break; with a list there the page is not published at all.
#
# Hexo's pages may leave out the first fence of the front matter, which is why a page that has none is searched for a line `---`
# anywhere. What stands above it is front matter if YAML can read it: a Markdown title is a comment of YAML, `Note: ask first.` a
# field, and two bullets a list. The first page loses both lines without a word. For the second Hexo says "`source` is required!",
# an error about nothing that the author wrote, goes on, and ends with exit code 0. A plain sentence in that place stays.
#
# Seen with Node 20.20.2 and hexo-renderer-marked 7.0.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"name":"site","version":"1.0.0","private":true,"hexo":{"version":"8.1.2"}}' >package.json
npm install --silent --no-audit --no-fund --save-exact hexo@8.1.2 hexo-renderer-marked@7.0.1
mkdir -p source themes/plain/layout
printf 'title: Handbook\nurl: https://handbook.example\ntheme: plain\n' >_config.yml
echo '{{ page.content }}' >themes/plain/layout/page.njk
page() { printf '# Leave\n\n%b\n\n---\n\nThe rules\n' "$2" >"source/$1.md"; }
page sentence 'Ask first.'
page note 'Note: ask first.'
page list '- 30 days\n- paid'
node_modules/.bin/hexo generate >log 2>&1
grep ERROR -A1 log
(cd public && find . -name '*.html' | sort)
[ "$(xargs <public/note.html)" = '<p>The rules</p>' ]
[ ! -e public/list.html ]
[ "$(grep -oE 'Leave</h1>|Ask first' public/sentence.html | xargs)" = 'Leave</h1> Ask first' ]
echo 'As stated.'
