import { keepAddressOf, redirectLine, redirectsFile } from '../../lint/changes/keep-address.ts';
import type { Handbook } from '../../model/handbook.ts';
import type { Surroundings } from '../../report/wanted.ts';

/** What of the site decides how a missing address is best mended. */
export function surroundingsOf(handbook: Handbook): Surroundings {
  const folders = new Set<string>();
  for (const file of handbook.files())
    for (let slash = file.indexOf('/', 1); slash >= 0; slash = file.indexOf('/', slash + 1))
      folders.add(file.slice(0, slash + 1));
  return {
    exists: (address) =>
      folders.has(address) ||
      handbook.at(address) !== undefined ||
      handbook.isAutomatic(address) ||
      handbook.alias(address) !== undefined,
    keep(target, suggestion) {
      const page = handbook.at(suggestion.replace(/[#?].*$/s, ''));
      if (page === undefined || !target.startsWith('/')) return null;
      const line = keepAddressOf(page, target, handbook).suggestions[0]?.text.trim();
      return line === undefined ? null : { file: page.path, line };
    },
    redirect(folder, to) {
      const file = redirectsFile(handbook);
      return file === undefined ? null : { file: file.path, line: redirectLine(`${folder}*`, to) };
    },
  };
}
