import { folderPrefix } from '../files/paths.ts';

/** What stands in a pattern before the first name that varies: `content/careers/ship-` of `content/careers/ship-{level}.md`. */
export function fixedStart(pattern: string): string {
  return pattern.slice(0, `${pattern}{`.indexOf('{'));
}

/** The folder of a pattern before the first name that varies, as its paths begin: `content/careers/` of `content/careers/{level}.md`. */
export function fixedFolder(pattern: string): string {
  return folderPrefix(fixedStart(pattern));
}

/** Does a path name a file of data? */
export function isDataPath(path: string): boolean {
  return /\.(?:ya?ml|json|csv|tsv)$/i.test(path);
}
