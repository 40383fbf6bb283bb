#!/usr/bin/env bash
# sarif-junit 1.1.4 makes passed tests of all that markdownlint found.
#
# SARIF 2.1.0 (3.27.10) lets a result leave its level out: its rule's default counts, and where that is not given either, "warning".
# markdownlint-cli2-formatter-sarif 0.0.4 gives neither. The converter calls a test failed when the result itself says "warning" or
# "error", and passed otherwise; a level that stands at the rule is not looked at. The report that GitLab shows beside a merge request
# has as many tests as there are faults, all of them green, and the exit code is 0.
#
# Seen with Node 20.20.2 and markdownlint-cli2 0.18.1: two findings are two tests and no failure.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint-cli2@0.18.1 markdownlint-cli2-formatter-sarif@0.0.4 \
  sarif-junit@1.1.4
printf '# Pay\n\n[Bands]()\n\n##Appeal\n' >pay.md
echo '{"outputFormatters":[["markdownlint-cli2-formatter-sarif"]]}' >.markdownlint-cli2.jsonc
cat >edit.cjs <<'JS'
const { readFileSync, writeFileSync } = require('node:fs');

const log = JSON.parse(readFileSync('markdownlint-cli2-sarif.sarif', 'utf8'));
const [{ results, tool }] = log.runs;
for (const rule of tool.driver.rules) rule.defaultConfiguration = { level: 'error' };
writeFileSync('rules.sarif', JSON.stringify(log));
for (const result of results) result.level = 'error';
writeFileSync('results.sarif', JSON.stringify(log));
JS
{
  node_modules/.bin/markdownlint-cli2 pay.md 2>&1 | grep Summary || true
  node edit.cjs
  for log in markdownlint-cli2-sarif rules results; do
    node_modules/.bin/sarif-junit -i $log.sarif -o $log.xml >/dev/null
    echo "$log $(grep -oE '<testsuite .*(tests|failures)="[0-9]+"' $log.xml | grep -oE '(tests|failures)="[0-9]+"' | xargs)"
  done
} | tee said
diff said - <<'SAID'
Summary: 2 error(s)
markdownlint-cli2-sarif tests=2 failures=0
rules tests=2 failures=0
results tests=2 failures=2
SAID
echo 'As stated.'
