#!/usr/bin/env bash
# Astro 5.15.3 publishes v1.12.md and v11.2.md at one address: one of the two pages is gone, and nothing is said.
#
# The glob loader of content collections, on which Starlight's pages stand too, makes a page's id from its path, and each part of the
# path goes through a slugger for headings, which drops dots: v1.12.md is `v112`. Release notes and versions of a policy are named
# like that. Two names that differ in their dots alone share an id; the collection keeps the one that is read last, the build ends
# with 0 and without a warning. A link to `/v1.12/`, the file's name, leads nowhere.
#
# Seen with Node 20.20.2: two files, one entry, `v112`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact astro@5.15.3
mkdir -p notes src/pages
printf -- '---\ntitle: One twelve\n---\nText\n' >notes/v1.12.md
printf -- '---\ntitle: Eleven two\n---\nText\n' >notes/v11.2.md
cat >src/content.config.ts <<'JS'
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = { notes: defineCollection({ loader: glob({ pattern: '*.md', base: './notes' }) }) };
JS
cat >src/pages/index.astro <<'JS'
---
import { getCollection } from 'astro:content';
const ids = (await getCollection('notes')).map(({ id }) => id);
---
{ids.join(' ')}
JS
ASTRO_TELEMETRY_DISABLED=1 node_modules/.bin/astro build >log 2>&1
grep -o 'v[0-9. v]*' dist/index.html | tee said
[ "$(cat said)" = v112 ]
if grep -iE 'duplicate|v1\.12|v11\.2' log; then exit 1; fi
echo 'As stated.'
