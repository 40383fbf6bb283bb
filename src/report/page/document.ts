import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { count, inThousands } from '../../phrases/amounts.ts';
import type { ReportData, RoleReport } from '../data.ts';
import { findingsPart } from './findings.ts';
import { glancePart } from './glance.ts';
import { mapPart } from './map.ts';
import { matrixPart } from './matrix.ts';
import { fileLink, type ReportPart, table } from './pieces.ts';
import { startPart } from './start.ts';

/**
 * The report as one HTML file that needs nothing else: its content security policy allows its own script and style by their
 * hashes, and no request. Every word of the handbook becomes text or an attribute's value by hast, never markup. `script` and `style`:
 * what `client.ts` and `style.css` are built to.
 */
export function reportPage(data: ReportData, { script, style }: Readonly<Record<'script' | 'style', string>>): string {
  const parts = [glancePart, startPart, findingsPart, matrixPart, rolesPart, mapPart].map((part) => part(data));
  const shown = parts.filter((part) => part !== null);
  const entries = shown.map(({ id, title }) => h('li', h('a', { href: `#${id}` }, title)));
  const sections = shown.map(({ id, title, content }) =>
    h('section', { id, ariaLabelledBy: `${id}-title` }, [h('h2', { id: `${id}-title` }, title), ...content]),
  );
  const policy = `default-src 'none'; script-src '${hashSource(script)}'; style-src '${hashSource(style)}'; base-uri 'none'; form-action 'none'`;
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', `Health of ${data.handbook}`),
        h('style', style),
      ]),
      h('body', [
        h('a.skip', { href: '#main' }, 'Skip to the report'),
        h('header', [
          h('h1', `Health of ${data.handbook}`),
          h('p.quiet', `${data.date.slice(0, 10)}, by handbook-lint ${data.tool}`),
          h('p.lead', lead(data)),
        ]),
        h('nav', { ariaLabel: 'Parts of the report' }, h('ul', entries)),
        h('main#main', { tabIndex: -1 }, sections),
        h('dialog#cell', { ariaLabelledBy: 'cell-title' }),
        dataBlock(clientData(data)),
        h('script', script),
      ]),
    ]),
  ]);
  return `${toHtml(page, { characterReferences: { omitOptionalSemicolons: false } }).replace(STEERING, '\ufffd')}\n`;
}

/** Characters of names and texts that HTML does not allow, or that turn the reading direction of what follows. */
const STEERING = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** What the script needs: the findings, and where they can be read. */
function clientData({ findings, source, ruleUrls, change }: ReportData): object {
  const fresh = new Set(change?.fresh);
  const shown = fresh.size === 0 ? [] : findings.flatMap(({ fingerprint: id }) => (fresh.has(id) ? [id] : []));
  return { findings, source, ruleUrls, fresh: shown };
}

/** JSON that cannot end its element, whatever it holds. */
function dataBlock(data: object): Element {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped);
  return h('script#data', { type: 'application/json' }, json);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The report in a few sentences, for who reads nothing else. */
function lead({ figures, findings, omitted, wanted }: ReportData): string {
  const { links, roles, competencies } = figures;
  const total = findings.length + omitted;
  const sentences: string[] = [];
  if (links.checked > 0)
    sentences.push(
      links.broken === 0
        ? `All ${inThousands(links.checked)} links that can be checked lead somewhere.`
        : `Of ${inThousands(links.checked)} links that can be checked, ${inThousands(links.broken)} lead nowhere.`,
    );
  const lacking = roles.pages - roles.complete;
  if (lacking > 0)
    sentences.push(
      `${inThousands(lacking)} of ${count(roles.pages, 'role page')} ${lacking === 1 ? 'lacks' : 'lack'} a section.`,
    );
  const drifting = competencies.pages - competencies.consistent;
  if (drifting > 0)
    sentences.push(`Competencies drift apart on ${inThousands(drifting)} of ${count(competencies.pages, 'page')}.`);
  const first = wanted.slice(0, 10);
  const cleared = new Set(first.flatMap((each) => each.findings)).size;
  if (cleared > 0)
    sentences.push(
      `${first.length === 1 ? 'One mend clears' : `${first.length} mends clear`} ${Math.floor((cleared / total) * 100)} % of all findings.`,
    );
  if (total === 0) sentences.push(sentences.length === 0 ? 'Nothing was found.' : 'Nothing else was found.');
  return sentences.join(' ');
}

const signs: Readonly<Record<RoleReport['sections'][number]['state'], string>> = {
  has: '✓ there',
  lacks: '✗ missing',
  empty: '○ empty',
  flawed: '! to mend',
  unknown: '? cannot be checked',
};

/** One table for each page type: which section each page has, lacks, or has empty. Pages that lack most come first. */
function rolesPart({ roles, source }: ReportData): ReportPart | null {
  if (roles.length === 0) return null;
  const types = [...new Set(roles.map(({ type }) => type))];
  const content = types.flatMap((type): ElementContent[] => {
    const pages = roles
      .filter((role) => role.type === type)
      .sort((a, b) => lacking(b) - lacking(a) || (a.path < b.path ? -1 : 1));
    const heads = pages[0]?.sections.map(({ name }) => name) ?? [];
    const rows = pages.map(({ path, title, sections }) => [
      h('span', [title, h('span.path', fileLink(source, path))]),
      ...sections.map(({ state }) => h(`span.section.${state}`, signs[state])),
    ]);
    const caption = `Pages of type ${type} (${inThousands(pages.length)})`;
    return [table(caption, ['Page', ...heads], rows)];
  });
  return { id: 'roles', title: 'Role pages', content };
}

function lacking({ sections }: RoleReport): number {
  return sections.filter(({ state }) => state === 'lacks' || state === 'empty').length;
}
