#!/usr/bin/env bash
# cloudflare-redirect-parser 1.0.0 never applies a redirect whose path has parentheses, and applies one with a dot to other pages.
#
# In a file of redirects for Cloudflare Pages only `*` and `:name` stand for something else; all other signs of a path are themselves, as in
# redirects-in-workers 0.0.7, which has Cloudflare's own code. The package makes a regular expression of the path with all signs in it.
# `/leave-(2024) /leave` is for `/leave-2024` then, and the old address, which the line was written for, is a missing page; the one for
# `/v1.2` catches the page `/v1-2` as well. A site that is tried out with it redirects otherwise than the same site once it is published.
#
# Seen with Node 20.20.2: of each path below, where the one and the other lead.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact cloudflare-redirect-parser@1.0.0 redirects-in-workers@0.0.7
cat >redirect.mjs <<'JS'
import { createRedirect } from 'cloudflare-redirect-parser';
import { generateRedirectsEvaluator } from 'redirects-in-workers';

const lines = '/leave-(2024) /leave\n/v1.2 /changes\n';
const parser = createRedirect(lines);
const workers = generateRedirectsEvaluator(lines);
for (const path of ['/leave-(2024)', '/leave-2024', '/v1.2', '/v1-2']) {
  const answer = await workers(new Request(`https://handbook.example${path}`), {});
  console.log(path, parser(path)?.to, answer?.headers.get('location'));
}
JS
node redirect.mjs | tee said
diff said - <<'SAID'
✨ Parsed 2 valid redirect rules.
/leave-(2024) undefined /leave
/leave-2024 /leave undefined
/v1.2 /changes /changes
/v1-2 /changes undefined
SAID
echo 'As stated.'
