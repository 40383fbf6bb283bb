import type { Found, Share, TrackedFound } from '../lint/share.ts';

interface ShareMessage {
  /** Paths that stand in `pages` by their number. */
  readonly paths: readonly string[];
  readonly pages: readonly (readonly [path: string, found: Found, interfaces: readonly number[]])[];
  readonly interfacesForAll: readonly string[];
  readonly contentsForAll: readonly string[];
}

/** A share as text: a thread hands over one text in a fraction of the time that so many objects take. */
export function writeShare({ judged, readForAll }: Share): string {
  const numbers = new Map<string, number>();
  const numberOf = (path: string) => {
    let number = numbers.get(path);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(path, number);
    }
    return number;
  };
  const pages: ShareMessage['pages'] = Array.from(judged, ([path, { findings, links, isPage, interfaces }]) => [
    path,
    { findings, links, isPage },
    interfaces.map(numberOf),
  ]);
  const told: ShareMessage = {
    paths: [...numbers.keys()],
    pages,
    interfacesForAll: [...readForAll.interfaces],
    contentsForAll: [...readForAll.contents],
  };
  return JSON.stringify(told);
}

/** What `writeShare` wrote. */
export function readShare(text: string): Share {
  const { paths, pages, interfacesForAll, contentsForAll } = JSON.parse(text) as ShareMessage;
  const judged = new Map<string, TrackedFound>();
  for (const [path, found, interfaces] of pages)
    judged.set(path, { ...found, interfaces: interfaces.map((number) => paths[number]!) });
  return { judged, readForAll: { interfaces: new Set(interfacesForAll), contents: new Set(contentsForAll) } };
}
