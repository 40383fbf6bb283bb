import type { HugoSettings } from '../../../config/hugo-settings.ts';
import type { Place } from '../../../model/place.ts';
import { kindOfPlace } from './addresses.ts';
import { addressOfFormat, formatsOfPage } from './formats.ts';
import type { List } from './lists.ts';

/** A page that is placed, and the formats that it asks for itself. */
export interface PageOutputs {
  readonly place: Place;
  readonly outputs: readonly string[] | undefined;
}

/** The addresses of files that Hugo makes besides the pages of a language: feeds and other formats of pages. */
export function madeFiles(
  pages: readonly PageOutputs[],
  lists: Iterable<List>,
  settings: HugoSettings,
): readonly string[] {
  const made: string[] = [];
  for (const { kind, address, outputs } of lists)
    if (address !== null)
      for (const format of formatsOfPage(kind, outputs, settings))
        made.push(addressOfFormat(address, format, settings, kind));
  for (const { place, outputs } of pages) {
    const { address } = place;
    if (address === null) continue;
    const kind = kindOfPlace(place, settings);
    if (outputs === undefined && settings.outputs[kind].length === 0) continue;
    for (const format of formatsOfPage(kind, outputs, settings))
      made.push(addressOfFormat(address, format, settings, kind));
  }
  return made;
}
