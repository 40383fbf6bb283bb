/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** What the report's page does in a browser: search, filters, and the wordings behind a cell. Text is only ever set as text. */

import { diffWords } from 'diff';
import { encodedPath } from '../../files/paths.ts';
import type { ReportFinding } from '../data.ts';
import { topFolder } from '../top-folder.ts';

interface PageData {
  readonly findings: readonly ReportFinding[];
  readonly source: string | null;
  readonly ruleUrls: Readonly<Record<string, string>>;
  readonly fresh: readonly string[];
}

const STEP = 50;
const data: PageData = JSON.parse(document.getElementById('data')?.textContent ?? '{}');
const { findings = [], source = null, ruleUrls = {} } = data;
const fresh = new Set(data.fresh);
const list = document.getElementById('list');
const more = document.getElementById('more');
const count = document.getElementById('count');
/** What the search looks through, made when it is first used. */
let haystack: readonly string[] | null = null;
let shown: readonly ReportFinding[] = findings;

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  children: readonly (Node | string)[],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function place({ path, line }: ReportFinding): HTMLElement {
  const text = `${path}:${line}`;
  if (source === null) return make('code', [text]);
  const encoded = encodedPath(path);
  const url = source.replaceAll('{path}', () => encoded).replaceAll('{line}', () => String(line));
  return make('a', [make('code', [text])], { href: url });
}

function row(finding: ReportFinding): HTMLElement {
  const { severity, message, words, rule } = finding;
  const kind = severity === 'error' ? 'error' : 'warning';
  const url = ruleUrls[rule];
  const children: (Node | string)[] = [make('strong', [kind], { class: kind }), ' ', message];
  if (words !== '') children.push(make('br', []), make('q', [words]));
  const name = rule.replace(/^handbook-/, '');
  children.push(
    make('div', [place(finding), url === undefined ? name : make('a', [name], { href: url })], { class: 'place' }),
  );
  return make('li', children);
}

function show(next: readonly ReportFinding[]): void {
  shown = next;
  list?.replaceChildren(...next.slice(0, STEP).map(row));
  if (count !== null)
    count.textContent = next.length === 1 ? '1 finding' : `${next.length.toLocaleString('en-US')} findings`;
  if (more !== null) more.hidden = next.length <= STEP;
}

function value(id: string): string {
  const control = document.getElementById(id);
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : '';
}

function filter(): void {
  const words = value('search').toLowerCase().split(/\s+/).filter(Boolean);
  const [severity, rule, folder, owner] = ['severity', 'rule', 'folder', 'owner'].map(value);
  const onlyFresh = value('fresh') === 'yes';
  if (words.length > 0)
    haystack ??= findings.map(({ message, path, words: own, rule: id }) =>
      `${message}\n${path}\n${own}\n${id}`.toLowerCase(),
    );
  show(
    findings.filter(
      (finding, index) =>
        (severity === '' || finding.severity === severity) &&
        (rule === '' || finding.rule === rule) &&
        (folder === '' || folder === undefined || topFolder(finding.path) === folder) &&
        (owner === '' || owner === undefined || hasOwner(finding, owner)) &&
        (!onlyFresh || fresh.has(finding.fingerprint)) &&
        words.every((word) => haystack?.[index]?.includes(word)),
    ),
  );
}

function hasOwner({ owners }: ReportFinding, owner: string): boolean {
  return owners.includes(owner) || (owners.length === 0 && owner === 'nobody named');
}

function compared(here: string, there: string): HTMLElement {
  const parts = diffWords(here, there);
  const side = (isHere: boolean) =>
    parts
      .filter(({ added, removed }) => (isHere ? !added : !removed))
      .map(({ value: text, added, removed }) => (added || removed ? make('mark', [text]) : text));
  const column = (name: string, isHere: boolean) => make('div', [make('dt', [name]), make('dd', side(isHere))]);
  return make('dl', [column('On this page', true), column('What it is compared with', false)], { class: 'sides' });
}

function openCell(button: HTMLElement): void {
  const dialog = document.getElementById('cell');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const asked = new Set(button.dataset.findings?.split(' '));
  const close = make('button', ['Close'], { type: 'button' });
  close.addEventListener('click', () => dialog.close());
  const items = findings
    .filter(({ fingerprint }) => asked.has(fingerprint))
    .map((finding) => {
      const { words, instead } = finding;
      const sides = words === '' || instead === null || instead === '' ? [] : [compared(words, instead)];
      return make('li', [finding.message, ...sides, make('div', [place(finding)])]);
    });
  dialog.replaceChildren(make('h3', [button.dataset.label ?? ''], { id: 'cell-title' }), make('ul', items), close);
  dialog.showModal();
}

const form = document.getElementById('filter');
form?.addEventListener('input', filter);
form?.addEventListener('submit', (event) => event.preventDefault());
more?.addEventListener('click', () => {
  const from = list?.children.length ?? 0;
  list?.append(...shown.slice(from, from + STEP * 4).map(row));
  more.hidden = (list?.children.length ?? 0) >= shown.length;
});
for (const button of document.querySelectorAll('button[data-findings]'))
  if (button instanceof HTMLElement) button.addEventListener('click', () => openCell(button));
show(findings);
