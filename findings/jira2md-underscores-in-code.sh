#!/usr/bin/env bash
# jira2md 3.0.1 makes stars of the underscores in names when it writes Markdown, in code too: `{{pay_bands_v2}}` is `pay*bands*v2`.
#
# In Jira's notation `_word_` is emphasis, an underscore within a word is none, and in `{code}` no sign has a meaning. The package makes
# stars of each pair of underscores on a line, wherever they stand, and doubles stars in code. In Markdown's code they are shown as they
# are: names of files, fields and commands are wrong on the page, and nobody who copies them is told. Outside code a part of the name
# is emphasised, and a name behind an emphasised word ends the emphasis late.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact jira2md@3.0.1
cat >convert.cjs <<'JS'
const { to_markdown } = require('jira2md');
console.log(to_markdown('Set {{pay_bands_v2}}.'));
console.log(to_markdown('See hr_pay_bands.yaml.'));
console.log(to_markdown('Pay _now_ or pay_later.'));
console.log(to_markdown('{code}\nrm pay_bands_v2/*.md old/*.md\n{code}'));
JS
node convert.cjs | tee said
diff said - <<'SAID'
Set `pay*bands*v2`.
See hr*pay*bands.yaml.
Pay *now_ or pay*later.
```
rm pay*bands*v2/**.md old/**.md
```
SAID
echo 'As stated.'
