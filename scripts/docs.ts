/**
 * `npm run docs`: builds the documentation as a site into docs/.vitepress/dist, with VitePress as docs/.vitepress/package-lock.json pins
 * it. Our own command checks the pages first, as those of a VitePress site, and a page has to come out for every rule, at the address
 * that its findings name. `--check` throws the site away;
 * `--release` asks for a homepage that is no placeholder any more.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../rules/index.ts';
import { homepage } from '../src/lint/homepage.ts';
import { ruleUrl } from '../src/lint/rule-url.ts';

const root = new URL('..', import.meta.url).pathname;
const home = join(root, 'docs/.vitepress');
const site = join(home, 'dist');
if (process.argv.includes('--release') && new URL(homepage).hostname.endsWith('.example'))
  throw new Error(
    'package.json still has the placeholder as `homepage`: findings would name pages that nobody serves.',
  );
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });

run(process.execPath, ['dist/cli/main.js', '--root', 'docs', '--no-cache', '--all', '--max-warnings', '0'], root);
if (!existsSync(join(home, 'node_modules/vitepress')))
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], home);
rmSync(site, { recursive: true, force: true });
// Where it is served decides below which path it lies.
const base = new URL(homepage).pathname;
run(process.execPath, [join(home, 'node_modules/vitepress/bin/vitepress.js'), 'build', '--base', base, 'docs'], root);

const missing = rules.map(({ id }) => ruleUrl(id)).filter((url) => !existsSync(join(site, url.slice(homepage.length))));
if (missing.length > 0) throw new Error(`No page is built for ${missing.join(', ')}`);
console.log(`docs/.vitepress/dist has a page for each of ${rules.length} rules, to be served at ${homepage}`);
if (process.argv.includes('--check')) rmSync(site, { recursive: true });
