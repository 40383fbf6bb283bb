import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { configNames } from '../../config/loading/find-root.ts';
import { repositoryAbove } from '../../files/upward.ts';
import { remotesOf } from '../../git/settings.ts';
import { packagePath, readPackageFile } from '../package-file.ts';
import { hookOffer, type MaybeOffer, type Offer } from './hook.ts';

const remarkrc = `# For editors with a remark extension, and for remark-cli.
plugins:
  - remark-preset-lint-handbook
`;

/** Everything that `init` can write here, and `why` not the rest, in a line each. `config`: the text of handbook.yaml. */
export function offers(
  root: string,
  config: string,
): { readonly list: readonly Offer[]; readonly why: readonly string[] } {
  const named = configNames.map((name) => join(root, name)).find((path) => existsSync(path)) ?? null;
  const remark = readdirSync(root).find((name) => name.startsWith('.remarkrc'));
  const instead = remark === undefined ? null : join(root, remark);
  const list: Offer[] = [
    { path: join(root, 'handbook.yaml'), question: 'What this handbook is.', text: config, instead: named },
    { path: join(root, '.remarkrc.yaml'), question: 'Findings in editors.', text: remarkrc, instead },
  ];
  const top = repositoryAbove(root);
  if (top === null)
    return { list, why: [`${root} is in no git repository, so there is no commit and no merge request to check.`] };
  const flag = rootFlag(top, root);
  const more = [hookOffer(top, flag), jobOffer(top, flag)];
  return {
    list: [...list, ...more.flatMap((each) => ('offer' in each ? [each.offer] : []))],
    why: more.flatMap((each) => ('why' in each ? [each.why] : [])),
  };
}

function jobOffer(top: string, flag: string): MaybeOffer {
  const remotes = remotesOf(top);
  const offer = (heading: string, file: string, question: string) => {
    const text = readRecipe(heading)?.replace(/\bhandbook-lint --/g, `handbook-lint${flag} --`) ?? '';
    return { offer: { path: join(top, file), question, text, instead: null } };
  };
  if (existsSync(join(top, '.github')) || /\bgithub\b/.test(remotes))
    return offer('GitHub Actions', '.github/workflows/handbook-lint.yml', 'A check of every pull request.');
  const docs = packagePath('docs/ci.md');
  if (existsSync(join(top, '.gitlab-ci.yml')))
    return {
      why: `.gitlab-ci.yml is there already and stays as it is. For a check of every merge request, add the job of ${docs}.`,
    };
  if (existsSync(join(top, '.gitlab')) || /\bgitlab\b/.test(remotes))
    return offer('GitLab, without components', '.gitlab-ci.yml', 'A check of every merge request.');
  return {
    why: `No job is offered, since neither a remote nor a file names GitLab or GitHub. ${docs} has one for each.`,
  };
}

/** The first YAML block under a heading of docs/ci.md. */
function readRecipe(heading: string): string | undefined {
  const page = readPackageFile('docs/ci.md') ?? '';
  const start = page.indexOf(`\n## ${heading}\n`);
  return start < 0 ? undefined : /```yaml\n([\s\S]*?)```/.exec(page.slice(start))?.[1];
}

/** The option that names a handbook's folder to a command that runs at the repository's top; empty for the top itself. */
function rootFlag(top: string, root: string): string {
  const path = relative(top, root).replaceAll('\\', '/');
  if (path === '') return '';
  return ` --root ${/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
}
