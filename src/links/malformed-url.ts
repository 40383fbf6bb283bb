import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { escaped } from '../sites/destination.ts';
import { HALF_SCHEME } from '../sites/href.ts';
import { siteAt } from '../sites/index.ts';
import { isMarkdown, writtenHref } from '../sites/link-kinds.ts';

/** What is wrong in how a destination is written, and what to write instead. */
interface MalformedUrl {
  readonly kind: 'no-scheme' | 'no-mailto' | 'one-slash' | 'backslash';
  readonly text: string;
}

const HOST = /^(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|io|dev|co|edu|gov)(?:$|[/?#])|^www\.[\w-]+\.[a-z]/i;
const MAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i;

/** Finds what is malformed in a broken link: `www.example.com`, `crew@example.com`, `https:/example.com`, `/crew\_list/`. */
export function malformedUrl(link: Link, page: Page, handbook: Handbook): MalformedUrl | undefined {
  const { href } = link;
  if (HALF_SCHEME.test(href)) return { kind: 'one-slash', text: `https://${href.replace(HALF_SCHEME, '')}` };
  if (MAIL.test(href)) return { kind: 'no-mailto', text: `mailto:${href}` };
  const isOwn = handbook.config.hosts.some((host) => href.toLowerCase().startsWith(`${host}/`));
  if (HOST.test(href) && !isOwn) return { kind: 'no-scheme', text: `https://${href}` };
  const written = isMarkdown(link) && siteAt(page, handbook).keepsBackslashes ? writtenHref(link, page) : href;
  return written !== href && written.includes('\\') ? { kind: 'backslash', text: escaped(href) } : undefined;
}
