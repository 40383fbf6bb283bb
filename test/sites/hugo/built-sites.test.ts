import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildSites } from '../../../scripts/oracle/build-sites.ts';
import { compareSmallSites } from '../../../scripts/oracle/small-sites.ts';
import { unpackSites } from '../../../scripts/oracle/unpack-sites.ts';
import { fixtures } from '../../support/fixtures.ts';

const recorded = `${fixtures}sites/hugo`;
// The Hugos to run, separated by commas.
const hugos = process.env.HUGO?.split(',') ?? [];
const folder = mkdtempSync(join(tmpdir(), 'sites-'));
const from =
  hugos.length > 0 ? 'what Hugo makes of them now' : 'what Hugo 0.131 and 0.169 made of them, for want of HUGO';

cpSync(recorded, folder, { recursive: true });
unpackSites(recorded, folder);
if (hugos.length > 0) writeFileSync(join(folder, 'expected.tsv'), buildSites(folder, hugos));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test(`every link of fixtures/sites/hugo fares as in ${from}`, async () => {
  console.log(`Hugo sites: compared with ${from}`);
  const { falseAlarms, misses, otherwise, unknown, links, right } = await compareSmallSites(folder);
  expect([...falseAlarms, ...misses, ...otherwise]).toEqual([]);
  expect(unknown.length).toBeLessThanOrEqual(links * 0.03);
  expect(right).toBeGreaterThan(2_500);
});
