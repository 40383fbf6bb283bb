import type { YamlMap } from '../configuration/yaml-values.ts';

/** How kramdown makes ids of headings. */
interface AutomaticIds {
  /** What stands before each of them; `null` where it makes none. */
  readonly idPrefix: string | null;
  /** Whether an option makes them otherwise than is known. */
  readonly areUnsure: boolean;
}

/** Reads what `kramdown` of _config.yml says about ids. Source: kramdown 2.5.2 with kramdown-parser-gfm 1.1.0. */
export function automaticIds(options: YamlMap): AutomaticIds {
  const isOn = (key: string) => options.has(key) && options.word(key) !== 'false';
  const quirks = options.words('gfm_quirks');
  const isUsual = !options.has('gfm_quirks') || (quirks.length === 1 && quirks[0] === 'paragraph_end');
  return {
    idPrefix: options.word('auto_ids') === 'false' ? null : (options.word('auto_id_prefix') ?? ''),
    areUnsure:
      !isUsual ||
      (options.word('input')?.toUpperCase() ?? 'GFM') !== 'GFM' ||
      ['transliterated_header_ids', 'parse_block_html'].some(isOn),
  };
}
