import type { HugoSettings } from '../../config/hugo-settings.ts';
import type { Place } from '../../model/place.ts';
import { kindOfPlace } from './addresses.ts';
import { addressOfFormat, formatsOfPage } from './config/outputs.ts';
import type { List } from './lists.ts';

/** The addresses of files that Hugo makes besides the pages of a language: feeds and other formats of pages. */
export function madeFiles(
  pages: readonly { readonly place: Place; readonly outputs: readonly string[] | undefined }[],
  lists: Iterable<List>,
  settings: HugoSettings,
): readonly string[] {
  const ofLists = [...lists].flatMap(({ kind, address, outputs }) =>
    formatsOfPage(kind, outputs, settings).map((format) => addressOfFormat(address, format, settings, kind)),
  );
  const ofPages = pages.flatMap(({ place, outputs }) => {
    const { address } = place;
    const kind = kindOfPlace(place, settings);
    if (address === null || (outputs === undefined && settings.outputs[kind].length === 0)) return [];
    return formatsOfPage(kind, outputs, settings).map((format) => addressOfFormat(address, format, settings, kind));
  });
  return [...ofLists, ...ofPages];
}
