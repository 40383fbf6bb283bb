/**
 * `npm run bench:report [-- <handbook>] [--screenshots FOLDER]`: how fast the health report is in Chromium. The first view takes at most
 * 4 times that of the same file without data, and a filter at most a tenth of the first view; medians of interleaved rounds. Without a
 * handbook one of 4,000 pages is made. Screenshots (light, dark, phone, print) are for people to look at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { ReportData } from '../src/report/data.ts';
import { makeHandbook } from './make-handbook.ts';
import { median } from './measure.ts';

const VIEW = 4;
const FILTER = 0.1;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, screenshots: { type: 'string' } },
});
const command = new URL('../dist/cli/main.js', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'handbook-report-'));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
try {
  let [handbook] = positionals;
  if (handbook === undefined) {
    handbook = join(work, 'handbook');
    makeHandbook(handbook, 4000);
  }
  const run = (...args: readonly string[]) =>
    execFileSync(process.execPath, [command, 'report', ...args], { cwd: work });
  run('--no-cache', '--json', '--output', 'full.json', '--root', handbook);
  const data = JSON.parse(readFileSync(join(work, 'full.json'), 'utf8')) as ReportData;
  writeFileSync(join(work, 'empty.json'), JSON.stringify(withoutData(data)));
  for (const name of ['full', 'empty']) run('--from', `${name}.json`, '--output', `${name}.html`);
  const [full, empty, filter]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < Number(values.rounds); round++) {
    empty.push((await view(join(work, 'empty.html'))).view);
    const seen = await view(join(work, 'full.html'));
    full.push(seen.view);
    filter.push(seen.filter);
  }
  const [first, bare, narrowed] = [median(full), median(empty), median(filter)];
  const bytes = statSync(join(work, 'full.html')).size;
  console.log(`${data.findings.length} findings, ${(bytes / 1e6).toFixed(2)} MB`);
  console.log(`first view ${(first / bare).toFixed(2)} × that of the same file without data (at most ${VIEW})`);
  console.log(`a filter ${(narrowed / first).toFixed(3)} × the first view (at most ${FILTER})`);
  if (first > VIEW * bare || narrowed > FILTER * first) process.exitCode = 1;
  if (values.screenshots !== undefined) await look(join(work, 'full.html'), values.screenshots);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

function withoutData(data: ReportData): ReportData {
  const map = { ...data.map, sections: [], edges: [], relied: [], unlinked: { pages: [], more: 0 } };
  const none = { wanted: [], folders: [], owners: [], rules: [], ruleUrls: {}, findings: [], omitted: 0, trend: [] };
  return { ...data, ...none, frameworks: [], roles: [], map, change: null };
}

/** In ms: from the start of loading to the first picture of the loaded page, and from a keystroke in the search to the next picture. */
async function view(file: string): Promise<{ readonly view: number; readonly filter: number }> {
  const page = await browser.newPage();
  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)))');
  const seen = performance.now() - start;
  const filter = await page.evaluate<number>(`(async () => {
    const search = document.getElementById('search');
    if (search === null) return 0;
    const times = [];
    for (const words of ['gone', 'page', 'a/b', 'team', '']) {
      const start = performance.now();
      search.value = words;
      search.dispatchEvent(new Event('input', { bubbles: true }));
      document.getElementById('list').getBoundingClientRect();
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[2];
  })()`);
  await page.close();
  return { view: seen, filter };
}

async function look(file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const kinds = {
    light: { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    dark: { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
    phone: { viewport: { width: 390, height: 844 } },
  } as const;
  for (const [name, options] of Object.entries(kinds)) {
    const page = await browser.newPage(options);
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: name !== 'phone' });
    await page.close();
  }
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4', printBackground: true });
  await page.close();
}
