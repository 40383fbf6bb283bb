#!/usr/bin/env bash
# downdoc 1.1.0 writes dead links for cross references to sections whose title has a hyphen, an ampersand or a dot, or comes twice.
#
# It makes Markdown of AsciiDoc, and of `<<_pay_bands>>` a link to the section "Pay bands": `[Pay bands](#pay-bands)`. To find the
# section it makes the ids that Asciidoctor would make, by other rules: Asciidoctor 2.2.8 calls "On-call" `_on_call`, "Q & A" `_q_a`,
# "Level 1.2" `_level_1_2` and the second "Team" `_team_2`. A reference to one of these becomes a link to that name, which no heading
# of the Markdown has; the name is the link's text too. Nothing is said.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact downdoc@1.1.0-stable @asciidoctor/core@2.2.8
cat >page.adoc <<'ADOC'
= Handbook

<<_pay_bands>> <<_q_a>> <<_level_1_2>> <<_on_call>> <<_team_2>>

== Pay bands

== Q & A

== Level 1.2

== On-call

== Team

=== Team
ADOC
cat >convert.cjs <<'JS'
const page = require('node:fs').readFileSync('page.adoc', 'utf8');
const html = require('@asciidoctor/core')().convert(page);
console.log('Asciidoctor:', [...html.matchAll(/<a href="[^"]*">[^<]*/g)].map(([link]) => link.slice(9).replace('">', ' ')).join(', '));
console.log('downdoc:', require('downdoc')(page).split('\n')[2]);
JS
node convert.cjs | tee said
diff said - <<'SAID'
Asciidoctor: #_pay_bands Pay bands, #_q_a Q &amp; A, #_level_1_2 Level 1.2, #_on_call On-call, #_team_2 Team
downdoc: [Pay bands](#pay-bands) [_q_a](#_q_a) [_level_1_2](#_level_1_2) [_on_call](#_on_call) [_team_2](#_team_2)
SAID
echo 'As stated.'
