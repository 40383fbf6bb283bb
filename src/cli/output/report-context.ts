import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { encodedPath } from '../../files/paths.ts';
import { repositoryAbove } from '../../files/upward.ts';
import { version } from '../../lint/version.ts';
import type { ReportContext } from '../../reporters/report.ts';
import { readPackageFile } from '../package-file.ts';

/** What reporters know of the place they run in, from the environment's variables and the folders above. */
export function reportContext({
  root,
  ...about
}: Omit<ReportContext, 'version' | 'fromHere' | 'fromRepository' | 'source' | 'lineUrl' | 'rulePage'>): ReportContext {
  const [here, real] = [realpathSync(process.cwd()), realpathSync(root)];
  return {
    ...about,
    version,
    root: real,
    fromHere: (path) => relative(here, join(real, path)).split(sep).join('/'),
    fromRepository: fromRepository(real),
    source: sourceIn(real),
    lineUrl: lineUrls(),
    rulePage: (id) => readPackageFile(`docs/rules/${id.replace(/^handbook-/, '')}.md`),
  };
}

/** Reads files that were judged; those that have gone, or that cannot be read any more, have no text. */
function sourceIn(root: string): ReportContext['source'] {
  return (path) => attempt(() => readFileSync(join(root, path), 'utf8'), null);
}

/** What to put before paths below the root, which has no links in it, to reach them from the repository's top folder. */
export function fromRepository(root: string): string {
  const path = relative(repositoryOf(root), root).split(sep).join('/');
  return path === '' ? '' : `${path}/`;
}

function repositoryOf(root: string): string {
  for (const given of [process.env.CI_PROJECT_DIR, process.env.GITHUB_WORKSPACE]) {
    if (given === undefined || given === '' || !existsSync(given)) continue;
    const folder = realpathSync(given);
    if (root === folder || root.startsWith(folder + sep)) return folder;
  }
  return repositoryAbove(root) ?? root;
}

/** Where GitLab and GitHub show a file's source, when one of them runs this. */
export function lineUrls(): ReportContext['lineUrl'] {
  const { env } = process;
  const project = env.CI_MERGE_REQUEST_SOURCE_PROJECT_URL ?? env.CI_PROJECT_URL;
  const commit = env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || env.CI_COMMIT_SHA;
  // Without plain=1 both show the rendered page, which has no lines.
  if (project !== undefined && commit !== undefined)
    return (path, line) => `${project}/-/blob/${commit}/${encodedPath(path)}?plain=1#L${line}`;
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA } = env;
  if (GITHUB_SERVER_URL !== undefined && GITHUB_REPOSITORY !== undefined && GITHUB_SHA !== undefined)
    return (path, line) =>
      `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${encodedPath(path)}?plain=1#L${line}`;
  return null;
}
