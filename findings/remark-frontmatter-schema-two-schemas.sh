#!/usr/bin/env bash
# remark-lint-frontmatter-schema 3.15.4 checks a page for which two schemas are named by the last of them only.
#
# Its README calls the patterns inspired by the settings of VS Code, where all schemas that match a file hold for it. "All pages
# have a title" for `**/*.md` and "role pages have a level" for `roles/*.md` is the natural way to say so. For a role page only
# the schema that comes last in the settings is read: its page without a title passes, and with the two lines the other way round
# one without a level does. No message says that a schema was left out.
#
# Seen with Node 20.20.2: of two faults one is found, which one depends on the order of the settings.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-frontmatter@5.0.0 \
  remark-lint-frontmatter-schema@3.15.4 vfile@6.0.3
printf 'type: object\nrequired: [title]\n' >page.yaml
printf 'type: object\nrequired: [level]\n' >role.yaml
cat >check.mjs <<'JS'
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import schema from 'remark-lint-frontmatter-schema';
import { VFile } from 'vfile';

const page = { 'page.yaml': ['**/*.md'] };
const role = { 'role.yaml': ['roles/*.md'] };
for (const schemas of [page, role, { ...page, ...role }, { ...role, ...page }]) {
  const file = new VFile({ path: 'roles/engineer.md', value: '---\nowner: people\n---\n\nText\n' });
  await remark().use(remarkFrontmatter).use(schema, { schemas }).process(file);
  console.log(Object.keys(schemas).join(), '->', ...file.messages.map(({ reason }) => /'(\w+)'/.exec(reason)[1]));
}
JS
node check.mjs | tee said
diff said - <<'SAID'
page.yaml -> title
role.yaml -> level
page.yaml,role.yaml -> level
role.yaml,page.yaml -> title
SAID
echo 'As stated.'
