import type { Hook, HugoSettings } from '../../config/hugo-settings.ts';
import { isSince, oldestHugo } from './version.ts';

const hooks: Readonly<Record<Hook, string>> = {
  none: 'destinations stay as they are written',
  embedded: "destinations are looked up as Hugo's own hook does",
  own: "destinations become what the site's own hook makes of them",
  unknown: 'what becomes of relative destinations cannot be checked',
};

/** A sentence where the site is built by a version that is older than those known here; else empty. */
export function describeLimits({ version, versionWhy }: HugoSettings): string {
  if (isSince(version, oldestHugo)) return '';
  return `It is built by Hugo ${version} (${versionWhy}). What is known here begins with ${oldestHugo}, so that some findings may be wrong.`;
}

/** What decides most verdicts, as sentences. */
export function describeVersionAndHook({ version, versionWhy, linkHook }: HugoSettings): readonly string[] {
  return [`Built by Hugo ${version}, ${versionWhy}.`, `Of links, ${hooks[linkHook.hook]} (${linkHook.why}).`];
}

/** What was read of a site's own files, one thing a line, each with its reason. */
export function describeHugo(settings: HugoSettings): readonly string[] {
  const { version, versionWhy, linkHook, imageHook, languages, mounts, basePath } = settings;
  const { missingTheme, generated, unreadable, contradictions } = settings;
  const folders = mounts.map(({ source, below }) => (below === '' ? source : `${source} at ${below}`));
  return [
    `Hugo ${version}, ${versionWhy}`,
    ...unreadable.map(({ place }) => `${place} cannot be read, so what depends on it cannot be checked`),
    ...contradictions,
    `links: ${hooks[linkHook.hook]} (${linkHook.why})`,
    `images: ${hooks[imageHook.hook]} (${imageHook.why})`,
    `content: ${folders.join(', ')}`,
    ...(languages.length > 1 ? [`languages: ${languages.map(({ name }) => name).join(', ')}`] : []),
    ...(basePath === '' ? [] : [`published below ${basePath}/`]),
    ...(missingTheme === null ? [] : [`${missingTheme} is not here, so what it brings is unknown`]),
    ...(generated === null ? ['no configuration of the site is here, so its settings are unknown'] : []),
  ];
}
