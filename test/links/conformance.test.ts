import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compareIds } from '../../scripts/oracle/compare-ids.ts';
import { compareLinks } from '../../scripts/oracle/compare-links.ts';
import { type OracleLink, type OraclePage, readLines } from '../../scripts/oracle/records.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { fixtures } from '../support/fixtures.ts';

const root = `${fixtures}conformance`;
// HUGO: the Hugos to run, separated by commas. ORACLE: the folder with the scripts build-site and extract.
const { HUGO, ORACLE } = process.env;
const folders: string[] = [];

interface Expected {
  readonly version: string;
  readonly from: string;
  readonly pages: string;
  readonly links: string;
}

const recorded: readonly Expected[] = ['0.131', '0.169'].map((version) => ({
  version,
  from: 'the recorded result, for want of HUGO and ORACLE',
  // Between these versions ids changed, and no link of this handbook.
  pages: `${root}/${version === '0.131' ? 'expected' : `expected-${version}`}.pages.jsonl`,
  links: `${root}/expected.links.jsonl`,
}));

function builtBy(hugo: string): Expected {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  folders.push(folder);
  const version = /v(\d+\.\d+)/.exec(execFileSync(hugo, ['version'], { encoding: 'utf8' }))?.[1] ?? '';
  execFileSync('python3', [`${ORACLE}/build-site`, root, folder, '--hugo', hugo], { stdio: 'pipe' });
  execFileSync('python3', [`${ORACLE}/extract`, folder, `${folder}/json`], { stdio: 'pipe' });
  const from = `what Hugo ${version} makes of it now`;
  return { version, from, pages: `${folder}/json/pages.jsonl`, links: `${folder}/json/links.jsonl` };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const all = HUGO && ORACLE ? HUGO.split(',').map(builtBy) : recorded;

describe.each(all)('Hugo $version ($from)', ({ version, from, pages, links: linksFile }) => {
  test('every id and every verdict on fixtures/conformance is the same', async () => {
    console.log(`conformance: compared with ${from}`);
    const handbook = await openHandbook({ root, hugo: version });
    const ids = compareIds(handbook, readLines<OraclePage>(pages));
    const links = compareLinks(handbook, readLines<OracleLink>(linksFile));
    expect(ids.differences).toEqual([]);
    expect(ids.automatic).toBeGreaterThan(100);
    expect(ids.other).toBeGreaterThan(20);
    expect([...links.falseAlarms, ...links.misses, ...links.unsure, ...links.dynamicErrors, ...links.onlyOurs]).toEqual(
      [],
    );
    expect(links.good).toBeGreaterThan(600);
    expect(links.broken).toBeGreaterThan(250);
    expect(links.dynamic).toBeGreaterThan(0);
  });
});
