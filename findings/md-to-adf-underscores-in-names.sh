#!/usr/bin/env bash
# md-to-adf 0.6.4 takes the underscores out of names and addresses, and the paragraphs below a list into the list's last item.
#
# It translates GitHub's Markdown for Jira and Confluence. By CommonMark 0.31.2 (6.2) underscores within a word are no emphasis, and
# `hr_pay_bands` is a name. The package makes "hr", an emphasised "pay" and "bands" of it, and of a bare address one that leads
# elsewhere. A star between two spaces is a star by the same section, and `2 * 3 * 4` loses both. All paragraphs between a list and
# the next heading become a part of the list's last item.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact md-to-adf@0.6.4
cat >convert.cjs <<'JS'
const mdToAdf = require('md-to-adf');

const write = ({ type, text, content = [], marks = [] }) => {
  const inner = text ?? content.map(write).join(type === 'paragraph' ? '' : ' ');
  if (type === 'text') return marks.length ? `<${marks.map((mark) => mark.type).join()}>${inner}</>` : inner;
  return type === 'paragraph' ? inner : `${type}(${inner})`;
};
const show = (markdown) => console.log(JSON.parse(JSON.stringify(mdToAdf(markdown))).content.map(write).join(' '));
show('Fill in hr_pay_bands and https://pay.example/a_b_c');
show('Pay is 2 * 3 * 4.');
show('- Ask\n- Write\n\nThen wait.\n\nIt takes a week.\n\n# Pay');
JS
node convert.cjs | tee said
diff said - <<'SAID'
Fill in hr<em>pay</>bands and https://pay.example/a<em>b</>c
Pay is 2 <em> 3 </> 4.
bulletList(listItem(Ask) listItem(Write Then wait. It takes a week.)) heading(Pay)
SAID
echo 'As stated.'
