import { runHook } from '../../../src/sites/hugo/templates/language/run.ts';
import { parseTemplate } from '../../../src/sites/hugo/templates/language/syntax.ts';
import type { TemplateSite } from '../../../src/sites/hugo/templates/language/values.ts';

const partials: Readonly<Record<string, string>> = {
  'returns.html': '{{ return print . "!" }}',
  'prints.html': '<a href="{{ .Destination }}">',
  'asks.html': '{{ $to := .path }}{{ with .page.GetPage .path }}{{ $to = .RelPermalink }}{{ end }}{{ return $to }}',
  'loops.html': '{{ partial "loops.html" . }}',
};
/** A site of two pages and two files, in a language besides the main one. */
export const site: TemplateSite = {
  pageAt: (path) => (path === 'there' ? '/base/docs/there/' : null),
  pageFromTop: (path) => (path === '/top' ? '/base/top/' : null),
  reference: (path) => (path === 'there#x' ? '/base/docs/there/#x' : null),
  resourceAt: (path) => (path === 'own.png' ? '/base/docs/own.png' : null),
  assetAt: () => null,
  sectionResourceAt: (path) => ({ 'beside.png': '/base/docs/beside.png', 'unsure.png': undefined })[path],
  bundleType: 'branch',
  partial: (name) => partials[name] ?? partials[`${name}.html`] ?? null,
  param: (name) => (name === 'portable' ? true : null),
  page: '/base/docs/',
  home: '/base/',
  basePath: '/base',
  base: null,
  language: 'de',
};

/** What a hook's template prints for a destination on a page of this site. */
export function run(template: string, destination: string): string | null {
  return runHook(parseTemplate(template) ?? [], destination, site);
}
