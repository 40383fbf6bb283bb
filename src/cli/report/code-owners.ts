import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OwnersOf, readCodeOwners } from '../../report/owners.ts';
import { reportContext } from '../output/report-context.ts';

/** Where GitHub and GitLab look for the file, in the order in which they do. */
const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Whose the files below the root are, by the repository's CODEOWNERS; nobody's when there is none. */
export function codeOwners(root: string): OwnersOf {
  const { fromRepository } = reportContext(root, { color: false, hyperlinks: false });
  const top = root.slice(0, root.length - fromRepository.replace(/\/$/, '').length);
  const file = places.map((place) => join(top, place)).find((path) => existsSync(path));
  if (file === undefined) return () => [];
  const owners = readCodeOwners(readFileSync(file, 'utf8'));
  return (path) => owners(fromRepository + path);
}
