import { serve } from '../browser.ts';
import type { Site } from '../site.ts';
import { addressOfAlias } from './aliases.ts';
import { assumedAddress } from './at-page.ts';
import { writesBaseTwice } from './base-path.ts';
import { changes, isSince } from './config/version.ts';
import { describeHugo, describeLimits, describeVersionAndHook } from './describe.ts';
import { destinationFor } from './destination.ts';
import { ids } from './ids.ts';
import { keepAddress, keepId } from './keep-address.ts';
import { leadsHere, lookUp } from './links.ts';
import { mayBeMade } from './may-be-made.ts';
import { logicalPath } from './paths.ts';
import { isPage, place } from './placement.ts';
import { readShortcodeTemplates } from './templates/shortcode-templates.ts';

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
  ids,
  shortcodeTemplates: (tree, { layouts }) => readShortcodeTemplates(tree, layouts),
  lookUp,
  serve,
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
