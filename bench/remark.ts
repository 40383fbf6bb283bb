/**
 * `tsx bench/remark.ts <handbook> [page] [rounds]` (after `npm run build`): what our rules add to remark. First remark-cli on one
 * page with a warm index beside remark-cli with remark-lint alone, whole processes in turn. Then, in one process as in a
 * language server, a check of that page at each keystroke beside remark-lint alone; the difference is ours.
 * The handbook is written to (its cache), so give it a copy.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { remark } from 'remark';
import remarkLint from 'remark-lint';
import type { Preset } from 'unified';
import { VFile } from 'vfile';
import { measure, ratio, toTable } from './measure.ts';

const root = new URL('..', import.meta.url).pathname;
const [folder, page = 'content/handbook/values/_index.md', rounds = '5'] = process.argv.slice(2);
if (!folder) throw new Error('Usage: tsx bench/remark.ts <handbook> [page] [rounds]');
const handbook = resolve(folder);
const presetFile = `${root}dist/preset.js`;

compareProcesses();
await compareChecks();

function compareProcesses(): void {
  const rcs = mkdtempSync(join(handbook, '.bench-'));
  const rc = (name: string, plugins: readonly string[]) => {
    const file = join(rcs, `${name}.mjs`);
    const imports = plugins.map((plugin, index) => `import p${index} from '${pathToFileURL(plugin)}';\n`).join('');
    writeFileSync(file, `${imports}export default { plugins: [${plugins.map((_, index) => `p${index}`)}] };\n`);
    const cli = `${root}node_modules/remark-cli/cli.js`;
    return [process.execPath, cli, '--no-stdout', '--quiet', '--no-config', '--rc-path', file, page];
  };
  const lint = `${root}node_modules/remark-lint/index.js`;
  const [ours, alone] = measure(
    [
      { name: 'remark-cli, remark-lint and our preset', argv: rc('ours', [lint, presetFile]), cwd: handbook },
      { name: 'remark-cli, remark-lint alone', argv: rc('alone', [lint]), cwd: handbook },
    ],
    Number(rounds),
    (line) => console.error(line),
  );
  rmSync(rcs, { recursive: true });
  console.log(
    toTable([
      ['one page', 'wall s (median)', 'CPU s', 'peak MiB'],
      ...[ours!, alone!].map(({ name, median }) => [
        name,
        median.wall.toFixed(2),
        median.cpu.toFixed(2),
        median.memory.toFixed(0),
      ]),
    ]),
  );
  console.log(`ratio ${ratio(ours!, alone!)}`);
}

async function compareChecks(): Promise<void> {
  const { default: preset } = (await import(presetFile)) as { default: Preset };
  const text = readFileSync(join(handbook, page), 'utf8');
  const check = async (plugins: Preset['plugins'], value: string) => {
    const file = new VFile({ cwd: handbook, path: join(handbook, page), value });
    const processor = remark().use({ plugins: plugins ?? [] });
    const start = performance.now();
    await processor.run(processor.parse(file), file);
    return performance.now() - start;
  };
  const first = await check([remarkLint, preset], text);
  const own: number[] = [];
  const alone: number[] = [];
  for (let key = 1; key <= 40; key++) {
    const value = `${text}\n${'x'.repeat(key)}`;
    alone.push(await check([remarkLint], value));
    own.push(await check([remarkLint, preset], value));
  }
  const [ours, parse] = [median(own), median(alone)];
  console.log(
    toTable([
      ['one check in a language server', 'ms (median of 40)'],
      ['the first, with the index', first.toFixed(0)],
      ['at a keystroke, our preset', ours.toFixed(1)],
      ['at a keystroke, remark-lint alone', parse.toFixed(1)],
      ['difference', (ours - parse).toFixed(1)],
    ]),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
