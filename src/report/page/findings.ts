import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { count, inThousands } from '../../phrases/amounts.ts';
import type { ReportData, Tally } from '../data.ts';
import { type ReportPart, ruleName } from './pieces.ts';

/** Search and filters; `client.ts` fills the list from the page's data. */
export function findingsPart(data: ReportData): ReportPart {
  const { findings, omitted, rules, folders, owners, change } = data;
  if (findings.length === 0)
    return { id: 'findings', title: 'Findings', content: [h('p', 'Nothing was found. The handbook is in order.')] };
  const namesOf = (all: readonly Tally[]) => all.map(({ name }) => [name, name] as const);
  const ruleNames = rules.map(({ name }) => [name, ruleName(name)] as const);
  const content: ElementContent[] = [
    h('form#filter', { role: 'search', ariaLabel: 'Filter findings' }, [
      field('Search', h('input#search', { type: 'search', autoComplete: 'off' })),
      choice('severity', 'Severity', [
        ['error', 'Errors'],
        ['warn', 'Warnings'],
      ]),
      choice('rule', 'Rule', ruleNames),
      choice('folder', 'Folder', namesOf(folders)),
      choice('owner', 'Owner', namesOf(owners)),
      ...(change === null ? [] : [choice('fresh', 'Change', [['yes', `New since ${change.against}`]])]),
    ]),
    h('p#count', { role: 'status' }, count(findings.length, 'finding')),
    h('noscript', h('p', 'The list and its filters need JavaScript. The figures above and the tables below do not.')),
    h('ul#list', { ariaLabel: 'Findings' }),
    h('button#more', { type: 'button', hidden: true }, 'Show more'),
  ];
  if (omitted > 0)
    content.unshift(
      h(
        'p',
        `${inThousands(omitted)} more ${omitted === 1 ? 'finding is' : 'findings are'} counted above and left out here, to keep this page small. Errors are kept before warnings.`,
      ),
    );
  return { id: 'findings', title: 'Findings', content };
}

function choice(id: string, label: string, values: readonly (readonly [string, string])[]): ElementContent {
  const options = values.map(([value, text]) => h('option', { value }, text));
  return field(label, h('select', { id }, [h('option', { value: '' }, 'All'), ...options]));
}

function field(label: string, control: ElementContent): ElementContent {
  return h('label', [`${label} `, control]);
}
