/** `npm run new-rule -- <id> <summary>`: a rule and its fixtures, to be filled in; `npm run generate` takes it when nothing is empty. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const [id = '', summary = ''] = process.argv.slice(2);
const name = id.replace(/^handbook-/, '');
if (!/^[a-z]+(-[a-z]+)*$/.test(name) || summary === '') {
  console.error(
    'Give the new rule’s id, and what holds on a page that it is content with: link-page "Links lead to pages."',
  );
  process.exit(2);
}
if (existsSync(`${root}rules/${name}.ts`)) {
  console.error(`rules/${name}.ts is there already.`);
  process.exit(2);
}

writeFileSync(
  `${root}rules/${name}.ts`,
  `/**
 * ${summary.replaceAll('*/', '*\\/')}
 *
 * ## What it does
 *
 * ## Why it matters
 *
 * ## How to fix
 *
 * ## When to turn it off
 */
import { defineRule } from '../src/lint/define-rule.ts';

export default defineRule({
  id: 'handbook-${name}',
  level: 'warn',
  check() {},
});
`,
);
const fixtures = {
  basic: 'what it complains about',
  clean: 'nothing',
  include: 'an include or an alias',
  silent: 'what looks wrong and is right',
};
for (const kind of Object.keys(fixtures)) {
  const folder = `${root}fixtures/${name}/${kind}/content`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/page.md`, '');
}
console.log(`Write rules/${name}.ts and the pages of fixtures/${name}:
${Object.entries(fixtures)
  .map(([kind, holds]) => `  ${kind}: ${holds}`)
  .join('\n')}
Then run npm run generate, and
UPDATE_GOLDEN=1 npm run unit -- test/rules -t ${name}
and read every expected.txt.`);
