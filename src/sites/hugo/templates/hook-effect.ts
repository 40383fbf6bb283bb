import type { FollowedTemplate, Hook } from '../../../config/hugo-settings.ts';
import { decodePercent, splitHref } from '../../href.ts';
import { answersOf } from './followed-template.ts';
import { runHook } from './language/run.ts';
import { partsOf } from './language/syntax.ts';
import { EMPTY_SITE, type TemplateSite } from './language/values.ts';
import { addressIn } from './language/written-address.ts';

/** Destinations of each form that a hook may tell from others. */
const FORMS = [
  'a/%C3%BC.md?b=c#d',
  'e',
  '../f/',
  './g.md',
  '/h/i/',
  '/h/j.md#k',
  '#l',
  'm.png',
  'x:y',
  'https://n.example/o#p',
];

/** What is found in each try: a page, a file of the page's folder, one of the assets, or nothing. */
const FINDS = ['page', 'resource', 'asset', 'nothing'] as const;
type Finds = (typeof FINDS)[number];

/**
 * What a followed hook does to destinations, by trying: each form of a destination, and each with the words that the template asks
 * for, where the site has what is looked up and where it has not.
 */
export function effectOf(followed: FollowedTemplate, kind: 'link' | 'image'): Hook {
  const parts = partsOf(followed.template) ?? [];
  const answers = answersOf(followed);
  const destinations = [...FORMS, ...wordsIn(followed).flatMap((word) => [word, `${word}q`, `q${word}`, `q${word}q`])];
  const always = (expected: (finds: Finds, destination: string) => readonly string[]) =>
    FINDS.every((finds) => {
      const site = { ...EMPTY_SITE, ...siteThatFinds(finds), ...answers };
      return destinations.every((destination) => {
        const written = addressIn(runHook(parts, destination, site), 'any');
        return written !== null && expected(finds, destination).includes(written);
      });
    });
  if (always((_, destination) => [destination])) return 'none';
  return always((finds, destination) => asHugo(kind, finds, destination)) ? 'embedded' : 'own';
}

function siteThatFinds(finds: Finds): Partial<TemplateSite> {
  const find = (what: typeof finds) => (path: string) => (finds === what ? `/found/${path}` : null);
  return {
    pageAt: find('page'),
    pageFromTop: () => '/elsewhere/',
    resourceAt: find('resource'),
    assetAt: find('asset'),
    page: '/own/',
    home: '/home/',
    basePath: '/base',
    language: 'lang',
  };
}

/** What Hugo's own hook may write, by its versions: https://github.com/gohugoio/hugo/tree/master/tpl/tplimpl/embedded/templates/_markup. */
function asHugo(kind: 'link' | 'image', finds: Finds, destination: string): readonly string[] {
  const isFound = finds === 'page' ? kind === 'link' : finds !== 'nothing';
  if (destination.startsWith('#') && kind === 'link') return [destination, `/own/${destination}`];
  if (/^[a-z][a-z\d+.-]*:/i.test(destination) || !isFound) return [destination, decodePercent(destination)];
  const { path, query, fragment } = splitHref(destination);
  const rest = `${query ? `?${query}` : ''}${fragment ? `#${fragment}` : ''}`;
  const decoded = decodePercent(path);
  return [decoded, decoded.replace(/^\.\//, '')].map((asked) => `/found/${asked}${rest}`);
}

/** Short texts that a template has in quotes, any of which it may treat in a way of its own. */
function wordsIn({ template, partials }: FollowedTemplate): readonly string[] {
  const texts = [template, ...Object.values(partials)].join('\n').matchAll(/"([^"\n\\]{1,30})"|`([^`\n]{1,30})`/g);
  const words = [...texts].map(([, quoted, raw]) => quoted ?? raw ?? '').filter((word) => /^[^\s%<>=]+$/.test(word));
  return [...new Set(words)].slice(0, 30);
}
