/**
 * `npm run bench:departments [-- --sizes 75,150,300] [--rounds 3]`: processor time and memory against the number of departments of a
 * career framework of 12 levels, on made pages where each tenth department words one item otherwise. Fails when the growth exponent of
 * the time is 1.2 or more. Build first.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exponent, measure } from './measure.ts';

const LEVELS = 12;
const ITEMS = 10;
const MOST = 1.2;
const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '75,150,300' }, rounds: { type: 'string', default: '3' } },
});
const command = new URL('../dist/cli/main.js', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'handbook-departments-'));
try {
  const sizes = values.sizes.split(',').map(Number);
  for (const size of sizes) makeFramework(join(work, String(size)), size);
  const measured = measure(
    sizes.map((size) => ({
      name: String(size),
      argv: [process.execPath, command, '--no-cache', '--format', 'json', '--root', join(work, String(size))],
    })),
    Number(values.rounds),
  );
  for (const { name, median } of measured)
    console.log(`${name.padStart(5)} departments  ${median.cpu.toFixed(2)} s  ${median.memory.toFixed(0)} MiB`);
  const growth = exponent(measured.map(({ name, median }) => [Number(name), median.cpu]));
  console.log(`growth exponent of processor time ${growth.toFixed(2)} (below ${MOST})`);
  if (growth >= MOST) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** A framework of one page for each department and level, with a list of items in which departments agree but for a few. */
function makeFramework(root: string, departments: number): void {
  const names = Array.from({ length: LEVELS }, (_, level) => `level-${level + 1}`);
  for (let department = 0; department < departments; department++) {
    const folder = join(root, 'careers', `department-${department}`);
    mkdirSync(folder, { recursive: true });
    for (const [level, name] of names.entries()) {
      const items = Array.from({ length: ITEMS }, (_, item) =>
        department % 10 === 9 && item === level % ITEMS
          ? `- Leads reviews of kind ${item} for teams of ${level + 2} and writes them down`
          : `- Leads reviews of kind ${item} for teams of ${level + 2}`,
      );
      writeFileSync(join(folder, `${name}.md`), `# Level ${level + 1}\n\n## Competencies\n\n${items.join('\n')}\n`);
    }
  }
  const framework = `frameworks:\n  - name: Careers\n    pages: careers/{department}/{level}.md\n    levels: [${names.join(', ')}]\n`;
  writeFileSync(join(root, 'handbook.yaml'), framework);
}
