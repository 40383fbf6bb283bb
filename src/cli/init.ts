import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openHandbook } from '../handbook/open.ts';
import { printable } from '../reporters/printable.ts';
import { count } from '../reporters/words.ts';
import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';
import { type Survey, survey } from './init/survey.ts';
import { writeConfig } from './init/write-config.ts';
import { readPackageFile } from './package-file.ts';
import { writeFile } from './write-file.ts';

/** A file that `init` can write. */
interface Offer {
  /** Absolute. */
  readonly path: string;
  readonly question: string;
  readonly text: string;
}

/** `handbook-lint init`: looks at a folder, says what it finds, and writes what it is allowed to; never over a file. */
export async function init({ positionals: [folder], root: given, yes }: Arguments): Promise<number> {
  const root = resolve(given ?? folder ?? '.');
  if (!existsSync(root)) throw new Failure(`There is no folder ${root}.`);
  if (!yes && process.stdin.isTTY !== true)
    throw new Failure('init asks before it writes. Add --yes to agree to all of it.');
  // An empty configuration, so that one that is there already does not decide what is found.
  const handbook = await openHandbook({ root, config: { path: 'handbook.yaml', text: '' } });
  if (handbook.pages.length === 0) throw new Failure(`There are no Markdown pages in ${root}.`);
  const found = survey(handbook);
  say(describe(handbook.config.site, found));

  const ask = yes ? null : createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const offer of offers(root, writeConfig(handbook.config, found))) {
      const name = relative(process.cwd(), offer.path);
      if (existsSync(offer.path)) {
        say([`${name} is there already and stays as it is.`]);
        continue;
      }
      const answer = (await ask?.question(`${offer.question} Write ${name}? [Y/n] `)) ?? '';
      if (!/^(?:y|yes|)$/i.test(answer.trim())) continue;
      writeFile(offer.path, offer.text);
      say([`Wrote ${name}.`]);
    }
  } finally {
    ask?.close();
  }
  say(['', 'Next: handbook-lint, and handbook-lint explain RULE for what a finding is about.', ...advise(root)]);
  return 0;
}

function describe(site: string, found: Survey): string[] {
  const { pages, includes, hosts, unknown, generating, roles, jobFamilies, careers } = found;
  const size = includes > 0 ? `${count(pages, 'page')} and ${count(includes, 'include')}` : count(pages, 'page');
  const lines = [`${site === 'hugo' ? 'A Hugo site' : 'Plain Markdown'}, ${size}.`];
  for (const { host, links } of hosts)
    lines.push(`${host} is its own host: ${count(links, 'link')}, most to pages that are here.`);
  for (const { prefix, links } of unknown)
    lines.push(`${prefix} seems to be served by something else: ${count(links, 'link')}, and no page here.`);
  if (generating.length > 0)
    lines.push(`${count(generating.length, 'shortcode')} may make headings that only the built site has.`);
  if (roles > 0) lines.push(`${count(roles, 'page')} with the looks of a role page.`);
  if (jobFamilies !== null)
    lines.push(`${jobFamilies.folder} holds job families: ${count(jobFamilies.pages, 'page')}.`);
  for (const { pattern, departments, levels } of careers)
    lines.push(`${pattern} is a career framework: ${count(departments, 'department')}, levels ${levels.join(', ')}.`);
  return lines;
}

const remarkrc = `# For editors with a remark extension, and for remark-cli.
plugins:
  - remark-preset-lint-handbook
`;

function offers(root: string, config: string): Offer[] {
  const list: Offer[] = [
    { path: join(root, 'handbook.yaml'), question: 'What this handbook is.', text: config },
    { path: join(root, '.remarkrc.yaml'), question: 'Findings in editors.', text: remarkrc },
  ];
  const top = repositoryOf(root);
  if (top === null) return list;
  const flag = top === root ? '' : ` --root ${relative(top, root)}`;
  const job = (heading: string) => readRecipe(heading)?.replace(/\bhandbook-lint --/g, `handbook-lint${flag} --`);
  const github = job('GitHub Actions');
  const gitlab = job('GitLab, without components');
  if (existsSync(join(top, '.github')) && github !== undefined)
    list.push({
      path: join(top, '.github/workflows/handbook-lint.yml'),
      question: 'A check of every pull request.',
      text: github,
    });
  else if (existsSync(join(top, '.gitlab')) && gitlab !== undefined)
    list.push({ path: join(top, '.gitlab-ci.yml'), question: 'A check of every merge request.', text: gitlab });
  return list;
}

function repositoryOf(folder: string): string | null {
  for (let top = folder; ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return top;
    if (dirname(top) === top) return null;
  }
}

/** The first YAML block under a heading of docs/ci.md. */
function readRecipe(heading: string): string | undefined {
  const page = readPackageFile('docs/ci.md') ?? '';
  const start = page.indexOf(`\n## ${heading}\n`);
  return start < 0 ? undefined : /```yaml\n([\s\S]*?)```/.exec(page.slice(start))?.[1];
}

function advise(root: string): string[] {
  const top = repositoryOf(root) ?? root;
  const lines = [
    'Judge every commit: handbook-lint --staged in a commit hook (docs/hooks.md has it for each hook manager).',
  ];
  if (existsSync(join(top, '.gitlab-ci.yml')) || existsSync(join(top, '.github/workflows')))
    lines.push('Judge every merge request: docs/ci.md has the job.');
  return lines;
}

function say(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
}
