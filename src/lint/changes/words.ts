import { pageName } from '../../links/words.ts';
import { quoted, shown } from '../../phrases/quoted.ts';
import type { Cause } from './cause.ts';

/** What the change did, without a full stop: `This change renames "Pay" to "Salary" on the page "Benefits"`. */
export function whatHappened(cause: Cause): string {
  switch (cause.kind) {
    case 'page-moved':
      return `This change moves the page ${pageName(cause.after)} to ${shown(cause.after.address ?? '')}`;
    case 'page-hidden':
      return `This change takes the page ${pageName(cause.after)} off the site`;
    case 'page-deleted':
      return `This change deletes the page ${pageName(cause.before)}`;
    case 'heading-renamed': {
      const now = cause.file.facts.headings[cause.heading]?.text ?? '';
      if (now === cause.oldWords)
        return `This change gives the heading ${quoted(now)} on the page ${pageName(cause.page)} another address`;
      return `This change renames ${quoted(cause.oldWords)} to ${quoted(now)} on the page ${pageName(cause.page)}`;
    }
    case 'anchor-removed': {
      const page = pageName(cause.page);
      if (cause.movedTo !== null)
        return `This change moves the heading ${quoted(cause.words ?? '')} from the page ${page} to ${pageName(cause.movedTo.page)}`;
      const what = cause.words === null ? `the anchor #${shown(cause.oldId)}` : `the heading ${quoted(cause.words)}`;
      return `This change removes ${what} from the page ${page}`;
    }
    case 'file-moved':
      return `This change moves the file ${shown(cause.oldPath)} to ${shown(cause.path)}`;
    case 'file-deleted':
      return `This change deletes the file ${shown(cause.oldPath)}`;
    case 'redirect-removed':
      return `This change removes the redirect from ${shown(cause.from)}`;
  }
}

/** Where links to it still go, for `3 links on 2 pages still go to ‹…›`. */
export function oldPlace(cause: Cause): string {
  switch (cause.kind) {
    case 'page-moved':
    case 'page-hidden':
    case 'page-deleted':
      return shown(cause.before.address ?? cause.before.path);
    case 'heading-renamed':
    case 'anchor-removed':
      return `#${shown(cause.oldId)}`;
    case 'file-moved':
    case 'file-deleted':
      return shown(cause.oldAddress);
    case 'redirect-removed':
      return shown(cause.from);
  }
}

/** What whoever made the change can do at its place; `offered` is what a suggestion there would write. */
export function fixAtCause(cause: Cause, offered: string | null): string {
  switch (cause.kind) {
    case 'page-moved':
      return offered === null ? UPDATE : `Add the alias ${oldPlace(cause)} to this page, or update the links.`;
    case 'page-deleted':
      return offered === null ? UPDATE : `Add the line ${shown(offered.trim())} here, or update the links.`;
    case 'heading-renamed': {
      const anchor = `<a id="${shown(cause.oldId)}"></a>`;
      const keep =
        offered === null ? `Put ${anchor} above the heading` : `Write {#${shown(cause.oldId)}} after the heading`;
      return `${keep} to keep that address, or update the links.`;
    }
    case 'page-hidden':
      return 'Show the page again, or update the links.';
    case 'anchor-removed':
      return cause.movedTo === null ? 'Keep it, or update the links.' : UPDATE;
    default:
      return UPDATE;
  }
}

const UPDATE = 'Update the links.';

/** What to do about one link. */
export function fixAtLink(cause: Cause, target: string | null): string {
  if (target !== null) return `Link to ${shown(target)} instead.`;
  switch (cause.kind) {
    case 'page-deleted':
      return 'Link to another page, or redirect that address.';
    case 'redirect-removed':
      return 'Link to where it led, or keep the redirect.';
    case 'page-moved':
    case 'page-hidden':
      return 'Link to another page.';
    default:
      return 'Update the link.';
  }
}
