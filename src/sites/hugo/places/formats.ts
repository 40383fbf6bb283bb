import type { HugoSettings, OutputFormat, Outputs } from '../../../config/hugo-settings.ts';
import { folderPrefix } from '../../../files/paths.ts';
import { changes, isSince } from '../version.ts';

/** Whether a page is written as `index.html`, by its own front matter or by its kind. */
export function hasHtml(
  kind: keyof Outputs,
  own: readonly string[] | undefined,
  { withoutHtml, formats }: Pick<HugoSettings, 'withoutHtml' | 'formats'>,
): boolean {
  if (own === undefined) return !withoutHtml.includes(kind);
  return own.some((name) => name.toLowerCase() === 'html') && !formats.some(({ name }) => name === 'html');
}

/**
 * Where the page at an address, be it HTML or not, is in another format; the format's folder is below that of the language. With
 * `uglyURLs` a page is `/docs/p.json` as well, whatever the format's name is, but for feeds. Run with 0.131, 0.167 and 0.169.
 */
export function addressOfFormat(
  written: string,
  { file, path, isUgly, isAtRoot }: OutputFormat,
  { version, languages, uglyUrls, formats }: Pick<HugoSettings, 'version' | 'languages' | 'uglyUrls' | 'formats'>,
  kind: keyof Outputs,
): string {
  const isBelowPath = kind !== 'page' && !isSince(version, changes.listsInFolders);
  const prefixOf = (folder: string) =>
    languages.find((each) => each.prefix !== '' && folder.startsWith(`${each.prefix}/`))?.prefix ?? '';
  const address = isAtRoot ? written.slice(prefixOf(written).length) : written;
  const isInFolder =
    kind === 'home' || (['section', 'taxonomy'].includes(kind) && isSince(version, changes.listsInFolders));
  if (!isInFolder && (isUgly ?? (uglyUrls !== false && address.endsWith('.html')))) {
    const bare = address.replace(/(?:\.html|\/)$/, '');
    const ending = file.slice(file.indexOf('.'));
    if (path === '') return bare + ending;
    return isBelowPath
      ? `${bare}/${path}${ending}`
      : `${prefixOf(bare)}/${path}${bare.slice(prefixOf(bare).length)}${ending}`;
  }
  const html = formats.find((format) => format.name === 'html')?.file ?? '';
  const isNamed = html !== '' && address.endsWith(`/${html}`);
  const inOther = isNamed ? folderPrefix(address) : /^(.*\/)[^/]+\.(?!html?$)\w+$/.exec(address)?.[1];
  const folder = inOther ?? (address.endsWith('/') ? address : `${address.replace(/\.html$/, '')}/`);
  if (path === '') return folder + file;
  if (isBelowPath) return `${folder}${path}/${file}`;
  const prefix = prefixOf(folder);
  return `${prefix}/${path}${folder.slice(prefix.length)}${file}`;
}

/** The formats of one page: those that its front matter names instead of those of its kind. */
export function formatsOfPage(
  kind: keyof Outputs,
  own: readonly string[] | undefined,
  { outputs, formats }: { readonly outputs: Outputs; readonly formats: readonly OutputFormat[] },
): readonly OutputFormat[] {
  if (own === undefined) return outputs[kind];
  const names = own.map((name) => name.toLowerCase());
  return formats.filter(({ name }) => names.includes(name));
}
