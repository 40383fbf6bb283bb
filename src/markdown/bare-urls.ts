import type { MarkdownSettings } from './settings.ts';

const URL =
  /^(?:https?:\/\/|www\.)[-a-zA-Z\d@:%._+~#=]{1,256}\.[a-z]{1,63}(?::\d{1,5})?(?:[/#?][-a-zA-Z\d@:%_+.~#$!?&/=();,'">^{}[\]`]{0,2000})?/;

/**
 * How many signs goldmark's `linkify` makes a link of at an offset, where GitHub's rules see a bare URL: it ends before the first sign
 * beyond ASCII, and behind a letter there is none. Run with Hugo 0.131 and 0.169.
 */
export function bareUrlLength(text: string, start: number, { dashes }: Pick<MarkdownSettings, 'dashes'>): number {
  const before = text.charAt(start - 1);
  // The typographer reads quotation marks by themselves.
  if (!/^[\s*_~(]?$/.test(before) && !(dashes !== null && /["']/.test(before))) return 0;
  const url = URL.exec(text.slice(start, start + 2500))?.[0] ?? '';
  let open = url.split('(').length - url.split(')').length;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (last === ';' && ENTITY.test(url.slice(0, end))) end = url.lastIndexOf('&', end) + 1;
    else if (!'?!.,:*_~'.includes(last)) break;
  }
  return end;
}

const ENTITY = /&[A-Za-z\d]{1,40};$/;
