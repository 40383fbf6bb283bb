#!/usr/bin/env bash
# hexo-toc 1.1.0 takes the links out of all headings of a site, words and all: `## Ask [your lead](/lead/) first` is "Ask  first".
#
# It adds a table of contents to pages that ask for one with `<!-- toc -->`. To do so it takes the heading's own anchor, which Hexo's
# renderer puts before the words, off each heading, and with it every other link that is no part of an emphasis; a heading that is a
# link is left empty. It does that on pages without a table of contents too, while its README says that it does not mangle them. A
# second heading "Team" loses the id of its own that it had, and its entry `#team-1` in the table of contents is dead.
#
# Seen with Node 20.20.2, hexo 8.1.2 and hexo-renderer-marked 7.0.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"name":"site","version":"1.0.0","private":true,"hexo":{"version":"8.1.2"}}' >package.json
npm install --silent --no-audit --no-fund --save-exact hexo@8.1.2 hexo-renderer-marked@7.0.1
mkdir -p source themes/plain/layout
printf 'title: Handbook\nurl: https://handbook.example\ntheme: plain\n' >_config.yml
echo '{{ page.content }}' >themes/plain/layout/page.njk
headings='## Ask [your lead](/lead/) first\n\n## [Rules](/rules/)\n\n## Team\n\n## Team\n'
printf -- "---\ntitle: Pay\n---\n$headings" >source/pay.md
printf -- "---\ntitle: Leave\n---\n<!-- toc -->\n\n$headings" >source/leave.md
build() {
  node_modules/.bin/hexo clean >/dev/null
  node_modules/.bin/hexo generate >log 2>&1
  ! grep -E 'WARN|ERROR|FATAL' log
}
build
{
  echo 'without'
  grep -o '<h2.*</h2>' public/pay.html | sed 's/<a href="#[^>]*><\/a>//g'
  npm install --silent --no-audit --no-fund --save-exact hexo-toc@1.1.0
  build
  echo 'with'
  grep -o '<h2.*</h2>' public/pay.html
  grep -o '<a href="#team[^<]*' public/leave.html
} | tee said
diff said - <<'SAID'
without
<h2 id="Ask-your-lead-first">Ask <a href="/lead/">your lead</a> first</h2><h2 id="Rules"><a href="/rules/">Rules</a></h2><h2 id="Team">Team</h2><h2 id="Team-1">Team</h2>
with
<h2><span id="ask-your-lead-first">Ask  first</span></h2><h2><span id="rules"></span></h2><h2><span id="team">Team</span></h2><h2><span id="team">Team</span></h2>
<a href="#team">Team
<a href="#team-1">Team
SAID
echo 'As stated.'
