import { inContent } from '../content-paths.ts';
import { isExternal, splitHref } from '../href.ts';
import type { PlacedLink } from '../link-kinds.ts';
import type { Resolution } from '../resolution.ts';
import { arriveOn } from '../serving/static-host.ts';
import type { MkdocsSettings } from './config.ts';

/** Where an old path of a page is sent on from: `/a/b/` for `a/b.md` (mkdocs-redirects 1.2). */
export function oldAddress(path: string, { directoryUrls }: Pick<MkdocsSettings, 'directoryUrls'>): string {
  const bare = `/${path.replace(/\.(?:md|markdown)$/, '')}`;
  const folder = /^(.*\/)(?:index|README)$/.exec(bare)?.[1];
  return folder ?? `${bare}${directoryUrls ? '/' : '.html'}`;
}

/** The old paths that are sent on: those to other sites and to files that there are. Others get no page, and a warning. */
export function liveRedirects(settings: MkdocsSettings, paths: ReadonlySet<string>): readonly string[] {
  const isThere = (target: string) => isExternal(target) || paths.has(fileOf(target, settings));
  return Object.keys(settings.redirects).filter((path) => isThere(settings.redirects[path] ?? ''));
}

/** Follows an answer to where an old address sends it. */
export function sentOn(answer: Resolution, fragment: string | null, placed: PlacedLink<MkdocsSettings>): Resolution {
  const { settings, handbook } = placed;
  if (answer.outcome === 'broken') return answer;
  const path = Object.keys(settings.redirects).find((old) => oldAddress(old, settings) === answer.address);
  const target = path === undefined ? undefined : settings.redirects[path];
  if (target === undefined || isExternal(target)) return answer;
  const page = handbook.page(fileOf(target, settings));
  if (!page?.address) return answer;
  return arriveOn(page, fragment ?? splitHref(target).fragment, placed);
}

function fileOf(target: string, { content }: MkdocsSettings): string {
  return inContent(splitHref(target).path, content);
}
