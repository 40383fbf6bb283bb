#!/usr/bin/env bash
# gray-matter 4.0.3 refuses a page with faulty front matter once, and takes it without complaint the second time.
#
# The first call for a text throws what js-yaml says. Before it parses, gray-matter keeps the file by its text; so the second call
# for that text gives the kept object, with empty data and with the front matter as content. Site generators that read a page more
# than once, or again after a change elsewhere (a development server), thereby show the raw front matter, and a check that is run
# in the same process passes. With any option given, `{}` included, nothing is kept and each call throws.
#
# Seen with Node 20.20.2: throws, then {"data":{},"content":"---\ntitle: a: b\n---\nText\n"}; with {} it throws twice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact gray-matter@4.0.3
cat >run.cjs <<'JS'
const matter = require('gray-matter');

const page = '---\ntitle: a: b\n---\nText\n';
const read = (...options) => {
  try {
    const { data, content } = matter(page, ...options);
    return { data, content };
  } catch (error) {
    return error.name;
  }
};
console.log(JSON.stringify([read(), read(), read({}), read({})]));
JS
said=$(node run.cjs)
printf '%s\n' "$said"
[ "$said" = '["YAMLException",{"data":{},"content":"---\ntitle: a: b\n---\nText\n"},"YAMLException","YAMLException"]' ]
echo 'As stated.'
