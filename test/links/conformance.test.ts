import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compareIds } from '../../scripts/oracle/compare-ids.ts';
import { compareLinks } from '../../scripts/oracle/compare-links.ts';
import { type OracleLink, type OraclePage, readLines } from '../../scripts/oracle/records.ts';
import { openHandbook } from '../../src/incremental/open.ts';
import { fixtures } from '../support/fixtures.ts';

const root = `${fixtures}conformance`;
const { HUGO, ORACLE } = process.env;
const folder = HUGO && ORACLE ? mkdtempSync(join(tmpdir(), 'oracle-')) : null;
const from = folder ? 'what Hugo makes of it now' : 'the recorded result, for want of HUGO and ORACLE';

// build-site and extract are scripts in the folder ORACLE; HUGO is the Hugo that they run.
function expectedFiles(): { pages: string; links: string } {
  if (!folder) return { pages: `${root}/expected.pages.jsonl`, links: `${root}/expected.links.jsonl` };
  execFileSync('python3', [`${ORACLE}/build-site`, root, folder, '--hugo', HUGO ?? 'hugo'], { stdio: 'pipe' });
  execFileSync('python3', [`${ORACLE}/extract`, folder, `${folder}/json`], { stdio: 'pipe' });
  return { pages: `${folder}/json/pages.jsonl`, links: `${folder}/json/links.jsonl` };
}

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test(`every id and every verdict on fixtures/conformance is Hugo's (${from})`, async () => {
  console.log(`conformance: compared with ${from}`);
  const files = expectedFiles();
  const handbook = await openHandbook({ root });
  const ids = compareIds(handbook, readLines<OraclePage>(files.pages));
  const links = compareLinks(handbook, readLines<OracleLink>(files.links));
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
