import { folderOf } from '../files/paths.ts';

/** The folder that a finding counts for, at most three names deep: `content/handbook/people/` for `content/handbook/people/hiring/offer.md`. */
export function topFolder(path: string): string {
  const folder = folderOf(path);
  return folder === '' ? './' : `${folder.split('/').slice(0, 3).join('/')}/`;
}
