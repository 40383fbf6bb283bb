/** What is alike where the configuration of a generator is a script: some settings only a run would tell, and the site says which. */
import type { CommonSettings } from '../../config/generator-settings.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook } from '../../model/handbook.ts';
import { builtParts } from '../common-parts.ts';
import { describeGenerator, since } from '../description.ts';
import { escaped, relativePath } from '../destination.ts';
import { isExternal, splitHref } from '../href.ts';
import { isResource, type PlacedLink } from '../link-kinds.ts';
import { type Broken, type Resolution, unknownAt } from '../resolution.ts';
import { arriveOn, lookUpExternal, resolveInBrowser } from '../serving/static-host.ts';
import type { Site, SiteDescription } from '../site.ts';
import { isComputed, uncheckable } from '../template.ts';
import { describeUnread, type UnreadSetting } from './config-keys.ts';

/** The settings of such a generator. */
export interface ScriptedSettings extends CommonSettings {
  /** Settings that only a run would tell. */
  readonly unread: readonly UnreadSetting[];
  /** Why no address is known; `null` when they are. */
  readonly unsureAddresses: string | null;
  /** Whether `base` is known. */
  readonly isBaseKnown: boolean;
}

/** Gives a verdict as it is, or that it cannot be checked where something unknown may stand at the address. */
type JudgeOpen<S> = (answer: Resolution, handbook: Handbook, settings: S) => Resolution;

/** `isLeftOpen`: whether something that is not known may stand where nothing was found. */
export function judgeOpenBy<S>(isLeftOpen: (answer: Broken, handbook: Handbook, settings: S) => boolean): JudgeOpen<S> {
  return (answer, handbook, settings) =>
    answer.outcome === 'broken' && isLeftOpen(answer, handbook, settings) ? uncheckable(answer.address) : answer;
}

/** Where a link leads that needs no look at pages and files; `null` for one to a path of the site. `fragment` is that of the built page. */
export function lookUpWithoutPath<S extends ScriptedSettings>(
  href: string,
  fragment: string | null,
  placed: PlacedLink<S>,
  judgeOpen: JudgeOpen<S>,
): Resolution | null {
  const { link, page, handbook, settings } = placed;
  const { path } = splitHref(href);
  if (settings.unsureAddresses !== null) return uncheckable(path);
  const external = settings.isBaseKnown ? lookUpExternal(href, link, settings, handbook) : null;
  if (external) return judgeOpen(external, handbook, settings);
  if (isExternal(href)) return unknownAt('other-site', href);
  if (isComputed(href) || link.kind === 'ref' || page.address === null) return uncheckable(path);
  return path === '' && fragment !== null ? arriveOn(page, fragment, placed) : null;
}

/** Where a browser goes by what the generator leaves as it is written. Where the base is not known, nobody knows what stands at the top. */
export function lookUpAsWritten<S extends ScriptedSettings>(
  href: string,
  { link, page, handbook, settings }: PlacedLink<S>,
): Resolution {
  if (!settings.isBaseKnown && href.startsWith('/')) return uncheckable(splitHref(href).path);
  return resolveInBrowser(href, isResource(link), page.address ?? '/', settings, handbook);
}

/** What is looked up alike. `getsBase`: whether what is written for such a link has to name the base, which the generator does not add. */
export function scriptedParts<S extends ScriptedSettings>(
  settings: S,
  lookUp: (placed: PlacedLink<S>) => Resolution,
  judgeOpen: JudgeOpen<S>,
  getsBase: (link: Link) => boolean,
) {
  const parts = builtParts(settings);
  return {
    ...parts,
    lookUp: (link, file, page, handbook) => lookUp({ link, file, page, handbook, settings }),
    serve: (request, handbook) => judgeOpen(parts.serve(request, handbook), handbook, settings),
    fileDestinationFor: (address, link, from) => {
      if (address.startsWith('./')) return escaped(relativePath(from.path, address.slice(2)).replace(/^(?!\.)/, './'));
      return escaped(getsBase(link) ? settings.base + address.slice(1) : address);
    },
    canFix: () => settings.unread.length === 0 && settings.unsureAddresses === null,
  } satisfies Partial<Site>;
}

/** What is said of such a site; `limits` as for `describeGenerator`. */
export function describeScripted(
  name: string,
  settings: ScriptedSettings,
  ...limits: readonly string[]
): SiteDescription {
  const unread = describeUnread(settings.unread);
  return describeGenerator(
    name,
    settings,
    unread,
    since('No address can be checked', settings.unsureAddresses),
    ...limits,
  );
}
