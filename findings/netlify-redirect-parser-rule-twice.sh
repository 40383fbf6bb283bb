#!/usr/bin/env bash
# A rule that stands in _redirects and in netlify.toml loses its place to `/*` in @netlify/redirect-parser 15.0.4.
#
# Netlify's documentation: the rules of _redirects come first, then those of netlify.toml, and the first rule that matches
# decides. When both files hold the same rule, the parser (of Netlify's build and its command line) keeps the last of the two and
# drops the first. What stood between them, such as a `/* /docs/:splat` at the end of _redirects, now comes before it: /pay leads
# no longer to /salary but to /docs/pay. A line that changes nothing by the documentation turns off the line that it repeats.
# Moving redirects from one file to the other a few at a time is how both come to hold them.
#
# Seen with Node 20.20.2: /pay, then /*, without netlify.toml; /*, then /pay, with it. 16.1.1 does the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @netlify/redirect-parser@15.0.4
printf '/pay /salary\n/* /docs/:splat\n' >_redirects
printf '[[redirects]]\nfrom = "/pay"\nto = "/salary"\n' >netlify.toml
cat >parse.mjs <<'JS'
import { parseAllRedirects } from '@netlify/redirect-parser';

const parse = (more) => parseAllRedirects({ redirectsFiles: ['_redirects'], minimal: true, configRedirects: [], ...more });
for (const more of [{}, { netlifyConfigPath: 'netlify.toml' }]) {
  const { redirects, errors } = await parse(more);
  console.log(...redirects.map(({ from, to }) => `${from} ${to},`), errors.length);
}
JS
node parse.mjs | tee said
diff said - <<'SAID'
/pay /salary, /* /docs/:splat, 0
/* /docs/:splat, /pay /salary, 0
SAID
echo 'As stated.'
