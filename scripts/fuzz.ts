/**
 * `npm run fuzz -- [--minutes N] [--handbook DIR] [--seed N] [--configs]`: handbooks of hostile and of mutated pages, or with
 * `--configs` hostile configurations beside pages, through both parsers, every rule and --fix, until the time is up. Prints how many were tried; exit 1 with the smallest failing one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { loadParsers } from '../src/markdown/parse.ts';
import { hostilelyConfigured } from '../test/fuzz/hostile-configs.ts';
import { hostileHandbook } from '../test/fuzz/hostile-handbooks.ts';
import { brokenPromise, differentlyRead } from '../test/fuzz/promises.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    handbook: { type: 'string', default: new URL('../fixtures/example-handbook', import.meta.url).pathname },
    configs: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

/** Longer than this for one small handbook means a hang. */
const HANG_SECONDS = 20;
const seed = Number(values.seed);
const until = Date.now() + Number(values.minutes) * 60_000;

const real = Object.fromEntries(
  readdirSync(values.handbook, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|yaml)$|redirects$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(values.handbook, path).startsWith('.'))
    .map((path) => [relative(values.handbook, path), readFileSync(path, 'utf8')] as const),
);
await loadParsers({ reference: true });
let tried = 0;
let bytes = 0;
let pages = 0;
let differing = 0;
const property = fc.asyncProperty(values.configs ? hostilelyConfigured : hostileHandbook(real), async (files) => {
  const started = Date.now();
  tried += 1;
  bytes += Object.values(files).reduce((sum, text) => sum + text.length, 0);
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.md')) continue;
    pages += 1;
    if (differentlyRead(text, !path.startsWith('assets/'))) differing += 1;
  }
  const broken = await brokenPromise(files);
  if (broken) throw new Error(broken);
  const seconds = (Date.now() - started) / 1000;
  if (seconds > HANG_SECONDS) throw new Error(`took ${seconds.toFixed(1)} s`);
});
const result = await fc.check(property, {
  seed,
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: Math.max(0, until - Date.now()),
  markInterruptAsFailure: false,
  endOnFailure: false,
});
console.log(`${tried} handbooks tried, ${pages} pages, ${(bytes / 1e6).toFixed(1)} MB, seed ${seed}`);
console.log(`${differing} of these pages are read differently by the two parsers`);
if (result.failed) {
  console.log(String(result.errorInstance).slice(0, 2000));
  console.log(fc.defaultReportMessage(result)?.slice(0, 8000));
  process.exitCode = 1;
}
