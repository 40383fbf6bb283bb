import { usualIds } from '../../model/heading-ids.ts';
import { serve } from '../serving/browser.ts';
import type { Site } from '../site.ts';
import { describeHugo, describeLimits, describeVersionAndHook } from './describe.ts';
import { keepAddress, keepId } from './keep-address.ts';
import { mayChangeAnchor } from './layout-effects.ts';
import { asFarAsKnown, assumedAddress } from './links/at-page.ts';
import { writesBaseTwice } from './links/base-path.ts';
import { destinationFor } from './links/destination.ts';
import { leadsHere, lookUp } from './links/resolve.ts';
import { logicalPath } from './paths.ts';
import { addressOfAlias } from './places/aliases.ts';
import { mayBeMade } from './places/may-be-made.ts';
import { isPage, place } from './places/placement.ts';
import { readShortcodeTemplates } from './templates/shortcode-templates.ts';
import { changes, isSince } from './version.ts';

/** A site that Hugo (0.123 and later) builds. */
export const hugo: Site = {
  kind: 'hugo',
  addressesAreFiles: false,
  keepsBackslashes: true,
  servesContent: true,
  isPage,
  place,
  mayBeMade,
  logicalPath,
  addressOfAlias,
  // Ids of headings are made from their Markdown, and `{#id}` is obeyed.
  ids: { ...usualIds, hasAttributes: true, hasShortcodes: true, areRead: true },
  shortcodeTemplates: (tree, { layouts }) => readShortcodeTemplates(tree, layouts),
  lookUp: (link, page, seenFrom, handbook) => asFarAsKnown(lookUp(link, page, seenFrom, handbook), link, handbook),
  serve,
  forcesRedirects: ({ hugo }) => hugo.isOnNetlify,
  mayChangeAnchor,
  leadsHere,
  destinationFor,
  assumedAddress,
  keepAddress,
  keepId,
  // Since 0.152.0; before, the last one won. Run with 0.131, 0.167 and 0.169.
  stopsAtRepeatedKeys: ({ hugo }) => isSince(hugo.version, changes.yamlWords),
  // A hook that is not understood may do anything to what is written.
  canFix: (_page, { config: { hugo } }) => !['own', 'unknown'].includes(hugo.linkHook.hook) && !writesBaseTwice(hugo),
  describe: ({ hugo: settings }) => ({
    summary: 'a Hugo site',
    keys: ['content', 'static', 'assets', 'includes', 'redirects'],
    settings: describeHugo(settings),
    deciding: describeVersionAndHook(settings),
    limits: describeLimits(settings),
    contradictions: settings.contradictions,
  }),
};
