/** The page in a real browser. Without Debian's Chromium these tests are skipped, and the run says so. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { fixtures } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/git-repository.ts';

const executablePath = '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const example = `${fixtures}example-handbook`;
const quiet = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];

describe.skipIf(!existsSync(executablePath))('the health report in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: quiet });
  });
  afterAll(() => browser.close());

  async function open(file: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
    const page = await browser.newPage(options);
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) trouble.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { page, trouble };
  }

  test('asks for nothing, complains of nothing, and is accessible in light, dark and on a phone', async () => {
    const file = reportOf(example);
    for (const options of [
      { colorScheme: 'light' as const },
      { colorScheme: 'dark' as const },
      { viewport: { width: 390, height: 800 } },
    ]) {
      const { page, trouble } = await open(file, options);
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      expect(await violations(page)).toEqual([]);
      expect(trouble).toEqual([]);
      await page.close();
    }
  });

  test('search and filters narrow the list, a cell opens its wordings', async () => {
    const { page, trouble } = await open(reportOf(example));
    const rows = () => page.locator('#list > li').count();
    const all = await rows();
    expect(await page.locator('#count').textContent()).toBe(`${all} findings`);
    await page.fill('#search', 'colaboration');
    expect(await rows()).toBe(1);
    await page.fill('#search', '');
    await page.selectOption('#severity', 'error');
    const errors = await rows();
    expect(errors).toBeGreaterThan(0);
    expect(errors).toBeLessThan(all);
    await page.getByRole('button', { name: /^Support, Senior/ }).click();
    expect(await page.locator('dialog mark').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('words made to break out stay words', async () => {
    const evil = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
    const folder = temporaryFolder('hostile');
    mkdirSync(join(folder, 'a<b>&'));
    writeFileSync(
      join(folder, 'a<b>&', '"x\'.md'),
      `# ${evil}\n\n[${evil}](gone-${'<b>'}.md) <!--x--> [y](../nix.md)\n`,
    );
    writeFileSync(join(folder, 'index.md'), `---\ntitle: '${evil}'\nowner: '${evil}'\n---\n\n[x](no.md)\n`);
    writeFileSync(
      join(folder, 'engineer.md'),
      `---\ntitle: 'Staff Engineer ${evil}'\npageType: role\n---\n\n## Responsibilities ${evil}\n\n[z](/gone/${'<b>x'}/)\n`,
    );
    const { page, trouble } = await open(reportOf(folder));
    expect(await page.locator('#list > li').count()).toBeGreaterThan(1);
    expect(await page.locator('img, #list script, b').count()).toBe(0);
    expect(await page.locator('#roles').textContent()).toContain(`Staff Engineer ${evil}`);
    expect(await page.locator('svg.map').textContent()).toContain('a<b>&');
    expect(trouble).toEqual([]);
    await page.close();
  });
});

interface Opened {
  readonly page: Page;
  readonly trouble: readonly string[];
}

async function violations(page: Page): Promise<readonly string[]> {
  // The page's policy refuses a script element; what the debugger runs is not bound by it.
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
  return found.violations.map(({ id }) => id);
}

function reportOf(handbook: string): string {
  const file = join(temporaryFolder('page'), 'report.html');
  const { code, stderr } = runBundle(builtCommand(), ['report', '--output', file, handbook], handbook);
  expect(code, stderr).toBe(0);
  return file;
}
