#!/usr/bin/env bash
# npx of npm 9, 10 and 11 takes the word behind `--no` for its value, and then reads the command's options as its own.
#
# `npx --no NAME --staged` is the form that guides for commit hooks give, so that npx never installs anything. The command runs, since the
# word is taken for its name as well; `--staged`, an option that npm does not know, is dropped. A hook that should judge what is
# staged judges everything, and no exit code tells. `npx --no -- NAME --staged` is right in each version.
#
# Seen with Node 20.20.2, npm 9.9.4, 10.9.9 and 11.21.2: without `--` the command gets no option, with it gets --staged.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir tool project
printf '{"name":"print-options","version":"1.0.0","bin":{"print-options":"run.js"}}\n' >tool/package.json
printf '#!/usr/bin/env node\nconsole.log(JSON.stringify(process.argv.slice(2)));\n' >tool/run.js
chmod +x tool/run.js
printf '{"name":"project","version":"1.0.0"}\n' >project/package.json
(cd project && npm install --silent --no-audit --no-fund ../tool)
for version in 9.9.4 10.9.9 11.21.2; do
  npm install --silent --no-audit --no-fund --prefix "npm-$version" "npm@$version"
  npx=$work/npm-$version/node_modules/npm/bin/npx-cli.js
  without=$(cd project && node "$npx" --no print-options --staged 2>/dev/null)
  with=$(cd project && node "$npx" --no -- print-options --staged 2>/dev/null)
  printf 'npm %s: without -- %s, with -- %s\n' "$version" "$without" "$with"
  [ "$without" = '[]' ]
  [ "$with" = '["--staged"]' ]
done
echo 'As stated.'
