import type { CommonSettings } from '../config/generator-settings.ts';
import type { SiteDescription } from './site.ts';

/** What is said of a site by the name of its generator, as `an MkDocs site`. `limits`: sentences on what cannot be checked there; some may be empty. */
export function describeGenerator(
  name: string,
  settings: CommonSettings,
  ...limits: readonly string[]
): SiteDescription {
  return {
    summary: siteOf(name),
    limits: limits.filter((line) => line !== '').join(' '),
    settings: describeSettings(settings),
  };
}

/** `a Hugo site`, `an MkDocs site`: as the name is said. */
export function siteOf(generator: string): string {
  return `${/^(?:[AEIO]|Mk)/.test(generator) ? 'an' : 'a'} ${generator} site`;
}

/** `Not all can be checked, since a plugin adds pages.`; `''` where there is no reason. */
export function since(words: string, why: string | null): string {
  return why === null ? '' : `${words}, since ${why}.`;
}

/** What every generator's settings say, a line each, for `explain-config`. */
function describeSettings(settings: CommonSettings): readonly string[] {
  const { content, base, host, unsurePages, unsureIds } = settings;
  const folders = content.map((folder) => (folder === '' ? 'the root' : folder));
  return [
    `content: ${folders.join(', ')}`,
    ...(base === '/' ? [] : [`published below ${base}`]),
    ...(host === null ? [] : [`host: ${host}`]),
    ...(unsurePages === null ? [] : [`pages that no file shows may exist, since ${unsurePages}`]),
    ...(unsureIds === null ? [] : [`ids of headings cannot be checked, since ${unsureIds}`]),
  ];
}
