import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnersOf, readCodeOwners } from '../../report/owners.ts';
import { fromRepository, lineUrls } from '../output/report-context.ts';

/** Where GitHub and GitLab look for the file, in the order in which they do. */
const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Whose the files below the root are, by the repository's CODEOWNERS; nobody's when there is none. */
export function codeOwners(root: string): OwnersOf {
  const below = fromRepository(root);
  const top = root.slice(0, root.length - below.replace(/\/$/, '').length);
  const file = places.map((place) => join(top, place)).find((path) => existsSync(path));
  if (file === undefined) return () => [];
  const owners = readCodeOwners(readFileSync(file, 'utf8'));
  return (path) => owners(below + path);
}

/** Where a line can be read: in the web under GitLab's or GitHub's CI, else in an editor that follows `vscode:` addresses. */
export function lineSource(root: string): string {
  const marks = [7_777_777, 'handbook-lint-path'] as const;
  const url = lineUrls()?.(fromRepository(root) + marks[1], marks[0]);
  if (url !== undefined) return url.replace(marks[1], '{path}').replace(String(marks[0]), '{line}');
  return `vscode://file${encodeURI(root)}/{path}:{line}`;
}
