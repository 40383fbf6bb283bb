import { type FileTree, listInside, readText } from '../files/file-tree.ts';

/** Whose view of a repository is meant, and what shows it. */
interface RepositoryView {
  /** As handbook.yaml names it. */
  readonly site: 'plain' | 'gitlab';
  readonly sign?: string;
}

/** GitLab's view where the repository's remote or files are GitLab's and none is GitHub's, else the one that most know. */
export function repositoryView(tree: FileTree): RepositoryView {
  const host = remoteHost(tree);
  if (host !== null) return /gitlab/.test(host) ? { site: 'gitlab', sign: `the remote ${host}` } : { site: 'plain' };
  if (listInside(tree, '.github').length > 0) return { site: 'plain' };
  if (tree.exists('.gitlab-ci.yml')) return { site: 'gitlab', sign: '.gitlab-ci.yml' };
  return listInside(tree, '.gitlab').length > 0 ? { site: 'gitlab', sign: '.gitlab/' } : { site: 'plain' };
}

/** The host of the first remote whose name tells what runs there: `gitlab.example.com`. */
function remoteHost(tree: FileTree): string | null {
  if (!tree.exists('.git/config')) return null;
  const text = readText(tree, '.git/config', 100_000);
  for (const [, url = ''] of text.matchAll(/^[ \t]*url[ \t]*=[ \t]*(\S{1,500})/gm)) {
    const host = /^(?:[a-z+]{1,10}:\/\/)?(?:[^@/]{0,100}@)?([^:/]{1,200})/i.exec(url)?.[1]?.toLowerCase();
    if (host !== undefined && /github|gitlab/.test(host)) return host;
  }
  return null;
}
