/**
 * Whether both parsers give the same facts and content, page by page: `npm run parity -- <handbook> [--show N]`.
 * Takes minutes on a large handbook, since the reference parser is slow.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../src/markdown/decode.ts';
import { whySlow } from '../src/markdown/fast/slow-reading.ts';
import { loadParsers } from '../src/markdown/parse.ts';
import { readContent, readPage } from '../src/markdown/read-page.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string', default: '10' }, includes: { type: 'string', default: 'assets/includes' } },
});
const [root] = positionals;
if (root === undefined) {
  console.error('Usage: npm run parity -- <handbook> [--includes FOLDER] [--show N]');
  process.exit(2);
}

await loadParsers({ reference: true });
if (whySlow() !== undefined) {
  console.error(`The fast parser cannot be loaded, so there is nothing to compare. ${whySlow()}`);
  process.exit(2);
}

const started = Date.now();
const pages = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  .sort();
let different = 0;
for (const page of pages) {
  const { text } = decode(readFileSync(join(root, page)));
  const frontMatter = !page.startsWith(`${values.includes}/`);
  const [fast, reference] = (['fast', 'reference'] as const).map((parser) => ({
    facts: readPage(text, { parser, frontMatter }),
    content: readContent(text, { parser, frontMatter }),
  }));
  const where = firstDifference(fast, reference, '');
  if (where === undefined) continue;
  different += 1;
  if (different <= Number(values.show)) console.log(`${page}\n  ${where}`);
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`${pages.length} pages, ${different} read differently by the two parsers, ${seconds} s`);
process.exitCode = different === 0 ? 0 : 1;

/** The path to the first thing that differs, with both values. */
function firstDifference(fast: unknown, reference: unknown, path: string): string | undefined {
  if (Object.is(fast, reference)) return undefined;
  if (typeof fast === 'object' && typeof reference === 'object' && fast !== null && reference !== null) {
    const keys = new Set([...Object.keys(fast), ...Object.keys(reference)]);
    for (const key of keys) {
      const inner = firstDifference(Reflect.get(fast, key), Reflect.get(reference, key), `${path}.${key}`);
      if (inner !== undefined) return inner;
    }
    return undefined;
  }
  return `${path}\n    fast      ${JSON.stringify(fast)}\n    reference ${JSON.stringify(reference)}`;
}
