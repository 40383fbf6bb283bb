/** `npm run new-rule -- <id>`: a rule, its fixtures, its place in the registry. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const name = (process.argv[2] ?? '').replace(/^handbook-/, '');
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error('Give the new rule’s id, such as link-page.');
  process.exit(2);
}
if (existsSync(`${root}rules/${name}.ts`)) {
  console.error(`rules/${name}.ts is there already.`);
  process.exit(2);
}

writeFileSync(
  `${root}rules/${name}.ts`,
  `/**
 * One line: what holds on a page that this rule is content with.
 *
 * ## What it does
 *
 * ## Why it matters
 *
 * ## How to fix
 *
 * ## When to turn it off
 */
import * as z from 'zod';
import { defineRule } from '../src/lint/define-rule.ts';

const found = (words: string) => \`This page says \${words}.\`;

export default defineRule({
  id: 'handbook-${name}',
  level: 'warn',
  options: z.strictObject({}),
  check(page, { report }) {
    for (const { text, textRange } of page.facts.headings) report({ range: textRange, message: found(text) });
  },
});
`,
);
for (const [kind, text] of [
  ['basic', '# A page that the rule complains about\n'],
  ['clean', '# A page without fault\n'],
  ['include', '# A page where an include or an alias matters\n'],
  ['silent', '# A page that looks wrong and is right\n'],
] as const) {
  const folder = `${root}fixtures/${name}/${kind}/content`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/page.md`, text);
}
await import('./generate.ts');
console.log(`Write rules/${name}.ts and fixtures/${name}/, then
UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/rules -t ${name}
and read every expected.txt.`);
