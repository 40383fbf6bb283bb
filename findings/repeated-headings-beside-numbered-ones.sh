#!/usr/bin/env bash
# Of six tools that know ids of headings, three give one id to two headings when a numbered heading stands among repeated ones.
#
# A page has the headings "Team", "Team 1", "Team" and "Team". github-slugger 2.0.0, markdown-it-anchor 9.2.1 and Eleventy's plugin
# of 3.1.8 look whether an id is taken: team, team-1, team-2, team-3. doctoc 2.5.0 and markdown-toc 1.2.0 only count how often the
# words were seen: team, team-1, team-1, team-2. Their table of contents thus leads from the second "Team" to "Team 1", and from the
# third to the second. Nobody notices, since no link of it is dead. markdownlint 0.40.0 calls `#team-3` dead on that page.
# "Level 1", "Phase 2", "Step 3" beside a plain "Level" are common in career frameworks and runbooks.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact github-slugger@2.0.0 markdown-it@14.1.0 markdown-it-anchor@9.2.1 \
  doctoc@2.5.0 markdown-toc@1.2.0 markdownlint@0.40.0 @11ty/eleventy@3.1.8
mkdir site
cat >run.js <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import GitHubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';
import { lint } from 'markdownlint/sync';

const require = createRequire(import.meta.url);
const headings = ['Team', 'Team 1', 'Team', 'Team'];
const page = `# Page\n\n${headings.map((words) => `## ${words}\n`).join('\n')}`;
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, id]) => id).filter((id) => id.startsWith('team'));

const slugger = new GitHubSlugger();
writeFileSync('site/index.md', page);
writeFileSync(
  'eleventy.config.js',
  "import { IdAttributePlugin } from '@11ty/eleventy';\nexport default (config) => config.addPlugin(IdAttributePlugin);\n",
);
execFileSync('node_modules/.bin/eleventy', ['--input=site', '--quiet']);
const ids = {
  'github-slugger': headings.map((words) => slugger.slug(words)),
  'markdown-it-anchor': found(new MarkdownIt().use(anchor).render(page), /id="([^"]*)"/g),
  eleventy: found(readFileSync('_site/index.html', 'utf8'), /id="([^"]*)"/g),
  doctoc: found(require('doctoc/lib/transform')(page, 'github.com').data, /\(#([^)]*)\)/g),
  'markdown-toc': found(require('markdown-toc')(page).content, /\(#([^)]*)\)/g),
};
for (const [tool, made] of Object.entries(ids)) console.log(tool, made.join(' '));
const linked = `${page}\n${['team', 'team-1', 'team-2', 'team-3'].map((id) => `[x](#${id})`).join('\n')}\n`;
const said = lint({ strings: { page: linked }, config: { default: false, MD051: true } }).page;
console.log('markdownlint', said.map(({ errorContext }) => errorContext).join(' '));
JS
node run.js | tee said
diff said - <<'SAID'
github-slugger team team-1 team-2 team-3
markdown-it-anchor team team-1 team-2 team-3
eleventy team team-1 team-2 team-3
doctoc team team-1 team-1 team-2
markdown-toc team team-1 team-1 team-2
markdownlint [x](#team-3)
SAID
echo 'As stated.'
