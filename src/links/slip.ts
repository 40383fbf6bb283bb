import type { Page } from '../handbook/handbook.ts';
import type { Link } from '../markdown/facts.ts';
import { escaped } from './destination.ts';
import { HALF_SCHEME, isMarkdown, writtenHref } from './resolve.ts';

/** A broken destination that is right but for how it is written, and what to write. */
export interface Slip {
  readonly kind: 'no-scheme' | 'one-slash' | 'backslash';
  readonly text: string;
}

/** Finds the slip in a broken link: `www.example.com`, `https:/example.com`, `/crew\\_list/`. */
export function slipOf(link: Link, page: Page): Slip | undefined {
  const { href } = link;
  if (HALF_SCHEME.test(href)) return { kind: 'one-slash', text: `https://${href.replace(HALF_SCHEME, '')}` };
  if (/^www\.[\w-]+\.[a-z]/i.test(href)) return { kind: 'no-scheme', text: `https://${href}` };
  const written = isMarkdown(link) ? writtenHref(link, page) : href;
  return written !== href && written.includes('\\') ? { kind: 'backslash', text: escaped(href) } : undefined;
}
