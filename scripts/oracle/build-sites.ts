/**
 * Builds small sites with real Hugo and writes down how their links fare, as `expected.tsv` beside `sites/`:
 *
 *     npx tsx scripts/oracle/build-sites.ts <folder> <hugo> [<hugo> …]
 *
 * A link is found by its words, `[L7](…)`, `![L7](…)` or `<a href="…">L7</a>`, which are there once in a site. Where a site asks for
 * `useEmbedded`, versions before 0.148.0 are given `enableDefault`. Nothing else is changed but for bare layouts, where a site has none.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { compareVersions } from '../../src/sites/hugo/version.ts';

const LINK = /(!?)\[(L\d+)\]\(((?:\{\{.*?\}\}|[^)])*)\)|<a href="([^"]*)">(L\d+)<\/a>/g;
const BUILT =
  /<a\s[^>]*?href=(?:"([^"]*)"|([^\s>]*))[^>]*>(L\d+)<\/a>|<img\s(?=[^>]*?alt="?(L\d+))[^>]*?src=(?:"([^"]*)"|([^\s>]*))/g;

/** How every link fares with each Hugo, as the lines of `expected.tsv`. */
export function buildSites(folder: string, hugos: readonly string[]): string {
  const versions = hugos.map(
    (hugo) => /v(\d+\.\d+)/.exec(execFileSync(hugo, ['version'], { encoding: 'utf8' }))?.[1] ?? '',
  );
  const rows = new Map<string, string[]>();
  for (const site of readdirSync(join(folder, 'sites')).sort())
    for (const [at, hugo] of hugos.entries())
      for (const [key, verdict] of buildSite(join(folder, 'sites', site), hugo, versions[at]!)) {
        const row = rows.get(`${site}\t${key}`) ?? versions.map(() => '-');
        row[at] = verdict;
        rows.set(`${site}\t${key}`, row);
      }
  const lines = [...rows].map(([key, verdicts]) => [key, ...verdicts].join('\t')).sort(byFileAndLine);
  return `${['site', 'file', 'line', 'href', ...versions.map((version) => `hugo-${version}`)].join('\t')}\n${lines.join('\n')}\n`;
}

function byFileAndLine(a: string, b: string): number {
  const [first, second] = [a, b].map((line) => line.split('\t'));
  return (
    first![0]!.localeCompare(second![0]!) ||
    first![1]!.localeCompare(second![1]!) ||
    Number(first![2]) - Number(second![2])
  );
}

function* buildSite(site: string, hugo: string, version: string): Generator<readonly [key: string, verdict: string]> {
  const copy = mkdtempSync(join(tmpdir(), 'hugo-site-'));
  try {
    cpSync(site, copy, { recursive: true });
    const config = readFileSync(join(copy, 'hugo.toml'), 'utf8');
    if (compareVersions(version, '0.148.0') < 0)
      writeFileSync(
        join(copy, 'hugo.toml'),
        config.replace(/useEmbedded = '(?:always|fallback)'/g, 'enableDefault = true'),
      );
    for (const name of ['single', 'list']) {
      const layout = join(copy, 'layouts/_default', `${name}.html`);
      mkdirSync(dirname(layout), { recursive: true });
      if (!existsSync(layout)) writeFileSync(layout, '<x>{{ .Content }}');
    }
    spawnSync(hugo, ['--source', copy, '--destination', join(copy, 'public')], { stdio: 'ignore' });
    const base = new URL(/baseURL = '([^']*)'/.exec(config)?.[1] ?? 'https://example.org/');
    yield* verdicts(site, new BuiltSite(join(copy, 'public'), base));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function* verdicts(site: string, built: BuiltSite): Generator<readonly [key: string, verdict: string]> {
  for (const path of filesBelow(site).filter((file) => file.endsWith('.md')))
    for (const [at, line] of readFileSync(join(site, path), 'utf8').split('\n').entries())
      for (const [, mark = '', label, href, html, htmlLabel] of line.matchAll(LINK)) {
        const verdict = built.verdict(label ?? htmlLabel ?? '');
        if (verdict !== null)
          yield [`${path}\t${at + 1}\t${html === undefined ? mark + href : `<a href="${html}">@</a>`}`, verdict];
      }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((path) => statSync(join(folder, path)).isFile());
}

/** What a build has published. */
class BuiltSite {
  readonly #folder: string;
  readonly #base: URL;
  readonly #links = new Map<string, URL | null>();

  constructor(folder: string, base: URL) {
    this.#folder = folder;
    this.#base = base;
    for (const path of filesBelow(folder).filter((file) => file.endsWith('.html'))) {
      const html = readFileSync(join(folder, path), 'utf8');
      if (isAlias(html)) continue;
      const address = new URL(`${this.#top}/${relative('.', path).replace(/(?:^|(?<=\/))index\.html$/, '')}`, base);
      for (const [, href, bare, label, alt, source, bareSource] of html.matchAll(BUILT)) {
        const written = (href ?? bare ?? source ?? bareSource ?? '').replaceAll('&amp;', '&').replaceAll('&#43;', '+');
        this.#links.set(label ?? alt ?? '', written === '' ? null : new URL(written, address));
      }
    }
  }

  get #top(): string {
    return this.#base.pathname.replace(/\/$/, '');
  }

  /** How the link with these words fares; `null` when it was not built. */
  verdict(label: string): string | null {
    const url = this.#links.get(label);
    if (url === undefined) return null;
    if (url === null) return 'empty';
    const path = decodeURIComponent(url.pathname);
    if (url.host !== this.#base.host || !(path === this.#top || path.startsWith(`${this.#top}/`))) return 'off-site';
    const file = join(this.#folder, path.slice(this.#top.length));
    const page = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
    if (!existsSync(page)) return 'missing';
    if (!page.endsWith('.html')) return 'ok';
    const html = readFileSync(page, 'utf8');
    if (isAlias(html)) return 'alias';
    const id = decodeURIComponent(url.hash.slice(1));
    const ids = [...html.matchAll(/\s(?:id|name)=(?:"([^"]*)"|([^\s>]*))/g)].map(([, quoted, bare]) => quoted ?? bare);
    return id === '' || ids.includes(id) ? 'ok' : 'no-anchor';
  }
}

function isAlias(html: string): boolean {
  return html.includes('http-equiv="refresh"');
}

const [folder, ...hugos] = process.argv.slice(2);
if (process.argv[1]?.endsWith('build-sites.ts') && folder !== undefined)
  writeFileSync(join(folder, 'expected.tsv'), buildSites(folder, hugos));
