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
  const filesOf = ({ kind, address, outputs }: Pick<List, 'kind' | 'address' | 'outputs'>) => {
    if (address === null) return [];
    return formatsOfPage(kind, outputs, settings).map((format) => addressOfFormat(address, format, settings, kind));
  };
  return [
    ...[...lists].flatMap(filesOf),
    ...pages.flatMap(({ place, outputs }) =>
      filesOf({ kind: kindOfPlace(place, settings), address: place.address, outputs }),
    ),
  ];
}
