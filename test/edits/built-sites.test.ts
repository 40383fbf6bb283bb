/**
 * Renames headings and moves pages, folders and files of small sites at random, and holds what every link leads to on the site that the
 * real generator builds against what it led to before. `HUGO`, `MKDOCS` and `JEKYLL` name commands, `VITEPRESS` and `DOCUSAURUS` folders
 * that they are installed in; what is not there is skipped. `CHANGES`: how many are made of each site.
 */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryOut } from '../../src/edits/carry-out.ts';
import { editedTexts } from '../../src/edits/changed-tree.ts';
import { movesOf, planMove } from '../../src/edits/move-files.ts';
import { readOriginals } from '../../src/edits/originals.ts';
import { type EditPlan, Refusal } from '../../src/edits/plan.ts';
import { planRename } from '../../src/edits/rename-heading.ts';
import { diskTree } from '../../src/files/disk-tree.ts';
import { builtTargets } from '../support/built-targets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { groundOver, shownEdits } from './ground.ts';
import { type RealSite, realSites } from './real-sites.ts';

const { CHANGES: changes = '10', SEED: seed = '1', ONE: onlyOne } = process.env;

const change = fc.record({
  file: fc.nat(1000),
  heading: fc.nat(1000),
  isRename: fc.boolean(),
  isFolder: fc.boolean(),
  keepsId: fc.boolean(),
  words: fc.constantFrom('Quite other words', 'A & B: “quoted”', 'Ways, *and* means', 'Über Maß', 'kept `code` here'),
  to: fc.constantFrom('moved', 'crew/deep/er', 'stores', 'our stores', ''),
  keepBy: fc.constantFrom('alias' as const, 'nothing' as const),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Plans a change of the site as it is on disk, and carries it out; what is refused or known to break something is left. */
async function carriedOut(asked: Change, root: string, site: RealSite): Promise<string | null> {
  const ground = await groundOver(diskTree(root));
  let plan: EditPlan;
  let told: string;
  try {
    if (asked.isRename) {
      const pages = ground.handbook.pages.filter(({ facts }) => facts.headings.length > 0);
      const page = pages[asked.file % pages.length]!;
      const index = asked.heading % page.facts.headings.length;
      plan = await planRename(ground, { page, index, words: asked.words, keepsId: asked.keepsId });
      told = `${page.path} heading ${index} → ${asked.words}${asked.keepsId ? ' (id kept)' : ''}`;
    } else {
      const files = ground.tree.list('').filter((path) => site.isMovable(path));
      const path = files[asked.file % files.length]!;
      const top = site.topOf(path);
      const below = path.slice(top.length).split('/');
      const from = asked.isFolder && below.length > 1 ? path.slice(0, path.lastIndexOf('/')) : path;
      const to = [top.slice(0, -1), asked.to, from.slice(from.lastIndexOf('/') + 1)].filter(Boolean).join('/');
      plan = await planMove(ground, movesOf(from, to, ground.tree), asked.keepBy);
      told = `${from} → ${to} (${asked.keepBy})`;
    }
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  if (plan.untouched.some(({ kind }) => kind === 'breaks')) return null;
  const originals = readOriginals(root);
  const edits = shownEdits(plan).map((each) => `    ${each}`);
  carryOut(
    editedTexts(plan.edits, (path) => originals.get(path)?.text ?? ''),
    plan.moves,
    originals,
  );
  return [told, ...(onlyOne ? edits : [])].join('\n');
}

describe.each(realSites)('$name', (site) => {
  test.skipIf(!site.isHere)('every link leads to what it led to before', { timeout: 600_000 }, async () => {
    const root = temporaryFolder(site.files);
    if (site.installed !== undefined) symlinkSync(join(site.installed, 'node_modules'), join(root, 'node_modules'));
    const build = () => {
      const out = temporaryFolder();
      execFileSync(site.command, [...site.options, out], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
      return builtTargets(out, site.base);
    };
    let before = build();
    expect(before.size).toBeGreaterThan(15);
    const asked = fc.sample(change, { seed: Number(seed), numRuns: Number(changes) });
    let done = 0;
    const perBuild = onlyOne ? 1 : 10;
    for (let start = 0; start < asked.length; start += perBuild) {
      const told: string[] = [];
      for (const each of asked.slice(start, start + perBuild)) {
        const made = await carriedOut(each, root, site);
        if (made !== null) told.push(made);
      }
      done += told.length;
      const after = build();
      const lost = [...before].flatMap(([link, to]) =>
        after.get(link) === to ? [] : [`${link}: ${to}, now ${after.get(link)}`],
      );
      expect(lost, told.join('\n')).toEqual([]);
      before = after;
    }
    console.log(`${site.name}: ${before.size} links, ${done} of ${asked.length} changes made`);
    expect(done).toBeGreaterThan(asked.length / 3);
  });
});
