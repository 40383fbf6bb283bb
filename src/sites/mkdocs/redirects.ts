import type { Handbook } from '../../model/handbook.ts';
import { arrive } from '../fragment.ts';
import { isExternal, splitHref } from '../href.ts';
import type { Resolution } from '../resolution.ts';
import { softened } from '../static-host.ts';
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
export function sentOn(
  answer: Resolution,
  fragment: string | null,
  settings: MkdocsSettings,
  handbook: Handbook,
): Resolution {
  if (answer.outcome === 'broken') return answer;
  const path = Object.keys(settings.redirects).find((old) => oldAddress(old, settings) === answer.address);
  const target = path === undefined ? undefined : settings.redirects[path];
  if (target === undefined || isExternal(target)) return answer;
  const page = handbook.page(fileOf(target, settings));
  if (!page?.address) return answer;
  const wanted = fragment ?? splitHref(target).fragment;
  return softened(arrive(page, page.address, wanted, handbook, []), settings, handbook);
}

function fileOf(target: string, { content: [folder = ''] }: MkdocsSettings): string {
  const { path } = splitHref(target);
  return folder === '' ? path : `${folder}/${path}`;
}
