import type { HugoSettings, Outputs } from '../../config/hugo-settings.ts';
import type { PageValues } from '../../config/page-values.ts';
import type { Place } from '../../model/place.ts';
import { kindOfList } from './addresses.ts';
import { addressOfFormat, formatsOfPage } from './config/outputs.ts';
import type { List } from './lists.ts';

/** The addresses of files that Hugo makes besides pages: feeds and other formats of pages, the sitemap, robots.txt. */
export function madeFiles(
  places: ReadonlyMap<string, Place>,
  lists: Iterable<List>,
  values: ReadonlyMap<string, PageValues>,
  settings: HugoSettings,
): ReadonlySet<string> {
  const made = new Set(settings.generated);
  const { outputs } = settings;
  for (const { kind, address } of lists)
    for (const format of outputs[kind]) made.add(addressOfFormat(address, format, settings, kind));
  for (const [path, { kind, address, logical }] of places) {
    if (address === null) continue;
    const own = values.get(path)?.outputs;
    const ofKind: keyof Outputs =
      kind === 'section' ? kindOfList(`${logical === '/' ? '' : logical}/_`, settings) : 'page';
    if (own === undefined && outputs[ofKind].length === 0) continue;
    for (const format of formatsOfPage(ofKind, own, settings))
      made.add(addressOfFormat(address, format, settings, ofKind));
  }
  return made;
}
