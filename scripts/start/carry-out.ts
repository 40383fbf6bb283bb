import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withOthers } from '../../src/cli/report/surroundings.ts';
import { keepAddressOf } from '../../src/lint/changes/keep-address.ts';
import type { Finding } from '../../src/lint/finding.ts';
import type { Handbook, Page } from '../../src/model/handbook.ts';
import type { WantedTarget } from '../../src/report/data.ts';

/** An entry of "Where to start", and the findings that it is to clear. */
export interface Task {
  readonly entry: WantedTarget;
  readonly findings: readonly Finding[];
}

/** Does on the disk what the entries say, each by one edit of its kind; what `--fix` writes is left to it. */
export function carryOut(tasks: readonly Task[], handbook: Handbook): void {
  const edits: Finding[] = [];
  for (const task of tasks) {
    const { kind, file, line, target } = task.entry;
    if (kind === 'fix') continue;
    const path = file === null ? null : join(handbook.root, file);
    if (kind === 'elsewhere') setKey(join(handbook.root, 'handbook.yaml'), line ?? '');
    else if (kind === 'hidden' && path !== null) publish(path);
    else if (path !== null && line !== null && /^\S+ \S+ 301$/.test(line)) appendLine(path, line);
    else if (file !== null) keepAliases(handbook.page(file), task.findings, handbook);
    else if (kind === 'anchor') addHeadings(target, task.findings, handbook);
    else if (task.findings.every(({ suggestions }) => suggestions.length > 0)) edits.push(...task.findings);
    else
      for (const target of new Set(task.findings.map(({ data }) => String(data.target))))
        add(target, kind, task.findings, handbook);
  }
  writeEdits(edits, handbook);
}

function setKey(file: string, line: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, `${text.replace(/^unknown:(?:.*\n(?:\s+.*\n)*)/m, '')}${line}\n`);
}

/** Takes out what keeps a page off the site. */
function publish(path: string): void {
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/^(?:_?build:.*\n(?:\s+.*\n)*|(?:draft|headless|expiryDate|publishDate|date):.*\n)/gim, ''),
  );
}

function appendLine(path: string, line: string): void {
  const text = readFileSync(path, 'utf8');
  appendFileSync(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`);
}

function keepAliases(page: Page | undefined, findings: readonly Finding[], handbook: Handbook): void {
  if (page === undefined) return;
  const [first = '', ...others] = new Set(findings.map(({ data }) => String(data.target)));
  const { range, suggestions } = keepAddressOf(page, first, handbook);
  const written = (suggestions[0]?.text ?? '').replace(/\n$/, '');
  const whole = withOthers(written, first, others);
  const end = suggestions[0]?.text.endsWith('\n') ? '\n' : '';
  writeFileSync(join(handbook.root, page.path), page.text.slice(0, range[0]) + whole + end + page.text.slice(range[1]));
}

function addHeadings(target: string, findings: readonly Finding[], handbook: Handbook): void {
  const page = handbook.at(target);
  if (page === undefined) return;
  appendFileSync(
    join(handbook.root, page.path),
    headingsFor(
      findings.map(({ data }) => String(data.target)),
      handbook,
    ),
  );
}

/** A heading for each fragment that the destinations name. */
function headingsFor(destinations: readonly string[], { config }: Pick<Handbook, 'config'>): string {
  const ids = new Set(destinations.map((each) => /#(.+)$/s.exec(each)?.[1] ?? '').filter((id) => id !== ''));
  // Not every kind of site reads `{#id}`.
  const mark = (id: string) => (config.site === 'hugo' ? ` {#${id}}` : ` <a id="${id}"></a>`);
  return [...ids].map((id) => `\n## ${id.replaceAll('-', ' ')}${mark(id)}\n\nTo be written.\n`).join('');
}

function add(target: string, kind: WantedTarget['kind'], findings: readonly Finding[], handbook: Handbook): void {
  const isPage = kind === 'page' || kind === 'section';
  const { content, static: folders } = handbook.config;
  const folder = (isPage ? content[0] : folders[0]) ?? '';
  const file = isPage ? `${target.replace(/\/$/, '')}/_index.md` : target;
  const path = join(handbook.root, folder, decodeURIComponent(file));
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const hrefs = findings.filter(({ data }) => data.target === target).map(({ data }) => String(data.href));
  writeFileSync(
    path,
    isPage ? `---\ntitle: To be written\n---\n\nTo be written.\n${headingsFor(hrefs, handbook)}` : '',
  );
}

/** Writes the first suggestion of each finding, from the end of each file to its beginning. */
function writeEdits(findings: readonly Finding[], handbook: Handbook): void {
  for (const path of new Set(findings.map((finding) => finding.path))) {
    const own = findings.filter((finding) => finding.path === path);
    let text = readFileSync(join(handbook.root, path), 'utf8');
    for (const { start, end, suggestions } of [...own].sort((a, b) => b.start.offset - a.start.offset))
      text = text.slice(0, start.offset) + (suggestions[0]?.text ?? '') + text.slice(end.offset);
    writeFileSync(join(handbook.root, path), text);
  }
}
