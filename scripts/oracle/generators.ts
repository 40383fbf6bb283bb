import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openHandbook } from '../../src/incremental/open.ts';
import { judgeLinks } from '../../src/links/judge.ts';
import { linesOf } from '../../src/lint/line-table.ts';
import type { Handbook, Page } from '../../src/model/handbook.ts';
import { siteAt } from '../../src/sites/index.ts';

/** How the verdicts on one generator's site agree with what that generator built. */
export interface GeneratorComparison {
  readonly name: string;
  /** Whether the generator's rules are known here. */
  readonly isModelled: boolean;
  readonly links: number;
  readonly right: number;
  readonly unchecked: readonly string[];
  readonly falseAlarms: readonly string[];
  readonly misses: readonly string[];
  /** Links of the table that the model does not see. */
  readonly unseen: readonly string[];
}

interface Row {
  readonly page: string;
  readonly line: number;
  readonly label: string;
  readonly href: string;
  readonly works: boolean;
}

/** Compares every site of a folder that has a table of its links beside it: `NAME/` and `NAME.links.tsv`. */
export async function compareGenerators(folder: string): Promise<readonly GeneratorComparison[]> {
  const tables = readdirSync(folder).filter((name) => name.endsWith('.links.tsv'));
  const compared: GeneratorComparison[] = [];
  for (const table of tables.sort()) {
    const name = table.replace(/\.links\.tsv$/, '');
    const handbook = await openHandbook({ root: resolve(folder, name) });
    compared.push(compare(name, handbook, readRows(join(folder, table))));
  }
  return compared;
}

function readRows(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('page\t'))
    .map((line) => {
      const [page = '', number, label = '', , href = '', , works] = line.split('\t');
      return { page, line: Number(number), label, href: href.replace(/^<(.*)>$/, '$1'), works: works === 'yes' };
    });
}

function compare(name: string, handbook: Handbook, rows: readonly Row[]): GeneratorComparison {
  const [unchecked, falseAlarms, misses, unseen]: [string[], string[], string[], string[]] = [[], [], [], []];
  let right = 0;
  for (const row of rows) {
    const verdict = verdictOn(row, handbook);
    const words = `${row.page}:${row.line} ${row.label} ${row.href}`;
    if (verdict === null) unseen.push(words);
    else if (verdict === 'unknown') unchecked.push(words);
    else if ((verdict === 'found') === row.works) right++;
    else if (verdict === 'broken') falseAlarms.push(words);
    else misses.push(words);
  }
  const page = handbook.pages.find(({ path }) => path.endsWith('index.md'));
  const isModelled = page !== undefined && siteAt(page, handbook).kind !== 'unknown';
  return { name, isModelled, links: rows.length, right, unchecked, falseAlarms, misses, unseen };
}

function verdictOn(row: Row, handbook: Handbook): 'found' | 'broken' | 'unknown' | null {
  const page = pageOf(row.page, handbook);
  if (page === undefined) return null;
  const lines = linesOf(page);
  const judged = judgeLinks(page, handbook).find(
    ({ link }) => link.href === row.href && lines.point(link.range[0]).line === row.line,
  );
  return judged?.resolution.outcome ?? null;
}

/** The page with this path below the folder of content: the one nearest to the root. */
function pageOf(path: string, handbook: Handbook): Page | undefined {
  const found = handbook.pages.filter((page) => page.path === path || page.path.endsWith(`/${path}`));
  return found.toSorted((a, b) => a.path.length - b.path.length)[0];
}
