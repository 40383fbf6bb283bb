#!/usr/bin/env bash
# Docusaurus 3.10.2 publishes 1-on-1.md as /on-1, 401-k.md as /k and 4-day-week.md as /day-week.
#
# A number and a dash before a name are meant for the order in the sidebar (`01-intro.md` is /intro) and are cut off by default. What
# looks like a date or a version is spared, so 24-7-support.md and 1.5-plan.md keep their names; names that merely begin with a
# number, of which handbooks have many, do not. The link `/1-on-1`, the file's name, is dead; and two such pages in a folder,
# 5-whys.md and 5_whys.md, stop the build for having one id.
#
# Seen with Node 20.20.2: the folders built are day-week, k, on-1 and 24-7-support.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg delete type
npm install --silent --no-audit --no-fund --save-exact @docusaurus/core@3.10.2 @docusaurus/preset-classic@3.10.2 \
  react@19.3.1 react-dom@19.3.1
cat >docusaurus.config.js <<'JS'
module.exports = {
  title: 'Handbook',
  url: 'https://handbook.example.com',
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};
JS
mkdir docs
printf -- '---\nslug: /\n---\n\n# Home\n' >docs/home.md
for name in 1-on-1 401-k 4-day-week 24-7-support; do echo '# Page' >"docs/$name.md"; done
NODE_ENV=production DOCUSAURUS_NO_PERSISTENT_CACHE=true node_modules/.bin/docusaurus build >log 2>&1
said=$(cd build && echo */index.html)
printf '%s\n' "$said"
[ "$said" = '24-7-support/index.html day-week/index.html k/index.html on-1/index.html' ]
echo 'As stated.'
