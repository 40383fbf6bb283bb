#!/usr/bin/env bash
# md-front-matter 1.0.4 drops the rest of a page from its first thematic break on, or from the line below a table's head.
#
# Its README: it takes the front matter of a page and gives back the values and the content. It splits the page at each `---` that ends
# a line, wherever that is: a thematic break, the underline of a heading, `--- | ---` of a table without outer bars. The second
# piece counts as the front matter and the third as the content; the others are given to nobody. The page that a site then shows
# ends in the middle, and nothing is said. parse-md 3.0.3, for the same, leaves such pages whole, but of a page without front matter
# that has two breaks it drops all that stands above the second, and reads what is between them as YAML.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact md-front-matter@1.0.4 parse-md@3.0.3
cat >read.mjs <<'JS'
import mdFrontMatter from 'md-front-matter';
import parseMd from 'parse-md';

const matter = '---\ntitle: Pay\n---\n';
const broken = 'Bands.\n\n---\n\nNote: ask first.\n\n---\n\nAppeals.\n';
const table = 'Skill | Level\n--- | ---\nPlan | 2\n';
const underlined = 'Rules\n---\n\nAsk first.\n';
for (const page of [matter + broken, matter + table, matter + underlined, broken]) {
  console.log('md-front-matter', JSON.stringify(mdFrontMatter.matter(page).content));
  console.log('parse-md       ', JSON.stringify(parseMd(page).content));
}
console.log(parseMd(broken).metadata);
JS
node read.mjs | tee said
diff said - <<'SAID'
md-front-matter "Bands.\n\n"
parse-md        "Bands.\n\n---\n\nNote: ask first.\n\n---\n\nAppeals.\n"
md-front-matter "Skill | Level\n--- | "
parse-md        "Skill | Level\n--- | ---\nPlan | 2\n"
md-front-matter "Rules\n"
parse-md        "Rules\n---\n\nAsk first.\n"
md-front-matter "\nAppeals.\n"
parse-md        "\nAppeals.\n"
{ Note: 'ask first.' }
SAID
echo 'As stated.'
