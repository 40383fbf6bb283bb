#!/usr/bin/env bash
# Docusaurus 3.10.2 with `trailingSlash: true` puts a slash behind links to files as well, so that none of them opens.
#
# A link `[list](./list.csv)` in a doc is the documented way to let readers download a file: the build copies it to assets/files and
# links to the copy. The setting, which is there for hosts that serve a page as a folder, is then applied to that link too. The
# address ends in `.csv/`, at which a host of static files has nothing. `onBrokenLinks: throw` does not stop the build, while a
# link to a page that is not there does.
#
# Seen with Node 20.20.2: `list-<hash>.csv` is built, and the page links to `list-<hash>.csv/`.
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
  trailingSlash: true,
  onBrokenLinks: 'throw',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};
JS
mkdir docs
printf 'name,level\n' >docs/list.csv
printf -- '---\nslug: /\n---\n\n# Home\n\n[list](./list.csv)\n' >docs/home.md
build() { NODE_ENV=production DOCUSAURUS_NO_PERSISTENT_CACHE=true node_modules/.bin/docusaurus build >log 2>&1; }
build
file=$(cd build && echo assets/files/list-*.csv)
[ -f "build/$file" ]
said=$(grep -o 'href="/assets/files/[^"]*"' build/index.html)
printf '%s\n' "$said"
[ "$said" = "href=\"/$file/\"" ]
# The check is at work: a link to no page stops the build.
printf '\n[gone](/gone)\n' >>docs/home.md
if build; then exit 1; fi
grep -q 'linking to /gone' log
echo 'As stated.'
