import type { YamlMap } from '../configuration/yaml-values.ts';

/** How an extension makes ids of words. */
export interface SlugRule {
  /** `ascii`, `unicode`: the functions of Python-Markdown 3.10. `pymdownx`: `slugs.slugify` of pymdown-extensions 11. */
  readonly by: 'ascii' | 'unicode' | 'pymdownx';
  readonly separator: string;
  readonly letters: string;
  readonly normal: string;
  readonly isEncoded: boolean;
  /** Two or three dashes are one sign, which no id shows: the smarty extension of Python-Markdown 3.10. */
  readonly hasSmartDashes: boolean;
}

/** What holds where nothing is set. */
export const asciiSlugs: SlugRule = {
  by: 'ascii',
  separator: '-',
  letters: 'none',
  normal: 'NFC',
  isEncoded: false,
  hasSmartDashes: false,
};

/** What the old names of pymdownx.slugs stand for. */
const OLD_NAMES: Readonly<Record<string, string>> = { uslugify: 'lower', uslugify_cased: 'none', gfm: 'lower-ascii' };

/** What `slugify` and `separator` of an extension ask for; `null` for a function of any other package. */
export function slugRule(options: YamlMap | undefined): SlugRule | null {
  const rule: SlugRule = { ...asciiSlugs, separator: options?.word('separator') ?? '-' };
  if (options === undefined || !options.has('slugify')) return rule;
  const [kind, name = ''] = (options.tag('slugify') ?? '').split(':');
  if (kind === 'python/object/apply' && name === 'pymdownx.slugs.slugify') {
    const keys = options.map('slugify').map('kwds');
    const [letters, normal] = [keys.word('case') ?? 'none', keys.word('normalize') ?? 'NFC'];
    if (letters === 'fold' || !/^NFK?[CD]$/.test(normal)) return null;
    return { ...rule, by: 'pymdownx', letters, normal, isEncoded: keys.word('percent_encode') === 'true' };
  }
  if (kind !== 'python/name') return null;
  if (name === 'markdown.extensions.toc.slugify') return rule;
  if (name === 'markdown.extensions.toc.slugify_unicode') return { ...rule, by: 'unicode' };
  const [, own = '', encoded] = /^pymdownx\.slugs\.(\w+?)(_encoded)?$/.exec(name) ?? [];
  const letters = Object.hasOwn(OLD_NAMES, own) ? OLD_NAMES[own] : undefined;
  return letters === undefined ? null : { ...rule, by: 'pymdownx', letters, isEncoded: encoded !== undefined };
}

/** The id of words. One that has none of its own is `_1`, as `toc.unique` makes it. */
export function slugBy(rule: SlugRule, written: string): string {
  const { by, separator, letters, normal, isEncoded } = rule;
  const words = rule.hasSmartDashes ? written.replace(/(?<!-)-{2,3}(?!-)/g, '') : written;
  if (by !== 'pymdownx') {
    const kept = by === 'unicode' ? words : words.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
    const gaps = [
      ...kept
        .replace(/[^\p{L}\p{N}_\s-]/gu, '')
        .trim()
        .toLowerCase(),
    ]
      .map((letter) => (/\s/.test(letter) || separator.includes(letter) ? ' ' : letter))
      .join('');
    return gaps.replace(/ +/g, separator) || '_1';
  }
  const bare = words
    .normalize(normal)
    .replace(/<\/?[^<>]{0,300}>/g, '')
    .trim();
  const cased =
    letters === 'lower'
      ? bare.toLowerCase()
      : letters === 'none'
        ? bare
        : bare.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const slug = cased.replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', separator);
  return (isEncoded ? encodeURIComponent(slug) : slug) || '_1';
}
