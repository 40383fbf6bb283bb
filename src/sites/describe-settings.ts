import type { CommonSettings } from '../config/generator-settings.ts';

/** What every generator's settings say, a line each, for `explain-config`. */
export function describeSettings(settings: CommonSettings): readonly string[] {
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
