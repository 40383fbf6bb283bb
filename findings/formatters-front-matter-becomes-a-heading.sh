#!/usr/bin/env bash
# Three tools that write Markdown files anew make a heading of a page's front matter: hallmark 5.0.2, linkify-markdown 1.0.0 and
# @quilicicf/markdown-formatter 5.0.0.
#
# Most sites that are made of Markdown want a page's title, weight and old addresses in YAML between two fences `---` at its top, and
# CommonMark alone knows no such block: it sees a thematic break, and text that the second fence underlines as a heading. The three
# write the page as they understood it, in place: `## title: Pay aliases: ...`. The site that is built next has a page without a title,
# all redirects to it are gone, and its first heading is the YAML. None of them says a word, or leaves pages with front matter alone.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"name":"handbook","version":"1.0.0","private":true,"repository":"handbook/handbook"}' >package.json
npm install --silent --no-audit --no-fund --save-exact hallmark@5.0.2 linkify-markdown@1.0.0 @quilicicf/markdown-formatter@5.0.0
git init -q .
for tool in hallmark linkify formatter; do printf -- '---\ntitle: Pay\n---\n\nOn the 25th.\n' >$tool.md; done
node_modules/.bin/hallmark fix hallmark.md
node_modules/.bin/linkify linkify.md
node_modules/.bin/markdown-format --file formatter.md --replace
grep -v '^$' *.md | tee said
diff said - <<'SAID'
formatter.md:---
formatter.md:## title: Pay
formatter.md:On the 25th.
hallmark.md:---
hallmark.md:## title: Pay
hallmark.md:On the 25th.
linkify.md:* * *
linkify.md:## title: Pay
linkify.md:On the 25th.
SAID
echo 'As stated.'
