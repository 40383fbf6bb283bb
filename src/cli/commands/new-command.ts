import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { levelSkeleton, neighbourOf } from '../../competencies/level-skeleton.ts';
import { frameworksOf } from '../../competencies/reading/read-framework.ts';
import { findHandbook, findRoot } from '../../config/loading/find-root.ts';
import { nameOf } from '../../files/paths.ts';
import { didYouMean } from '../../phrases/nearest.ts';
import { printableLine } from '../../reporters/printable.ts';
import { pageTypes } from '../../sections/page-type.ts';
import { skeletonOf, titleOf } from '../../sections/skeleton.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { pathInside } from '../find-target.ts';
import { openFor } from '../open-for.ts';
import { writeFile } from '../output/write-file.ts';

/**
 * `handbook-lint new PAGE-TYPE PATH`: writes a page with front matter and every section that its type requires; for the
 * name of a framework, a level page with the headings and shared lists of another department's page of that level.
 */
export async function newCommand(args: Arguments): Promise<number> {
  const [name, path, ...others] = args.positionals;
  if (name === undefined || path === undefined || others.length > 0)
    throw new Failure('Write handbook-lint new PAGE-TYPE PATH, such as new role content/roles/bid-writer.md.');
  const file = resolve(path);
  if (!/\.(?:md|markdown|mdx)$/i.test(file))
    throw new Failure(`${path} is no Markdown file. Its name has to end in .md.`);
  if (existsSync(file)) throw new Failure(`${path} is there already and stays as it is.`);
  const root = resolve(args.root ?? findHandbook(nearestFolder(dirname(file))) ?? findRoot(process.cwd()));
  const advice = args.root === undefined ? ' If it belongs to another one, name that by --root DIR.' : '';
  const place = pathInside(root, file, path, advice);
  writeFile(file, await textFor(name, place, root, args));
  process.stdout.write(`${printableLine(`Wrote ${path}. Fill it in, and run handbook-lint ${path}.`)}\n`);
  return 0;
}

async function textFor(name: string, place: string, root: string, args: Arguments): Promise<string> {
  const handbook = await openFor(root, args);
  const types = pageTypes(handbook);
  const type = types.find((each) => each.type.name === name);
  if (type !== undefined) {
    const isNamed = type.type.pages !== null && type.type.heading === null && type.isPath(place);
    return skeletonOf(type, titleOf(place), isNamed);
  }
  const frameworks = frameworksOf(handbook);
  const framework = frameworks.find((each) => each.name === name);
  if (framework === undefined) {
    const known = [...types.map((each) => each.type.name), ...frameworks.map((each) => each.name)];
    throw new Failure(
      `This handbook has no page type or framework ${name}.${didYouMean(name, known)} It has ${known.join(', ')}.`,
    );
  }
  const neighbour = neighbourOf(place, framework);
  if (neighbour === null)
    throw new Failure(`No department of ${name} has a page called ${nameOf(place)}, so there is nothing to follow.`);
  const folder = place.split('/').at(-2) ?? '';
  return levelSkeleton(neighbour, `${titleOf(place)} ${titleOf(folder)}`, handbook);
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
