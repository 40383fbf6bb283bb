/**
 * `npm run docs`: builds the documentation as a site into docs/.vitepress/dist, with VitePress as docs/.vitepress/package-lock.json pins
 * it. Our own command checks the pages first, as those of a VitePress site, and a page has to come out for every rule, at the address
 * that its findings name. `--check` throws the site away.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../rules/index.ts';
import { documentation, ruleUrl } from '../src/lint/version.ts';

const root = new URL('..', import.meta.url).pathname;
const home = join(root, 'docs/.vitepress');
const site = join(home, 'dist');
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });

run(process.execPath, ['dist/cli/main.js', '--root', 'docs', '--no-cache', '--all', '--max-warnings', '0'], root);
if (!existsSync(join(home, 'node_modules/vitepress')))
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], home);
rmSync(site, { recursive: true, force: true });
// Where it is served decides below which path it lies.
const base = new URL(documentation).pathname;
run(process.execPath, [join(home, 'node_modules/vitepress/bin/vitepress.js'), 'build', '--base', base, 'docs'], root);

const missing = rules
  .map(({ id }) => ruleUrl(id))
  .filter((url) => !existsSync(join(site, url.slice(documentation.length))));
if (missing.length > 0) throw new Error(`No page is built for ${missing.join(', ')}`);
console.log(`docs/.vitepress/dist has a page for each of ${rules.length} rules, to be served at ${documentation}`);
if (process.argv.includes('--check')) rmSync(site, { recursive: true });
