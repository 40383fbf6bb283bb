import type { Handbook, Page } from '../../handbook/handbook.ts';
import { pageName, quoted, shown } from '../../links/words.ts';
import type { Finding, RelatedPlace } from '../finding.ts';
import { linesOf } from '../line-table.ts';
import type { Breakage, Cause } from './cause.ts';
import { redirectLine, redirectsFile, remedyFor } from './keep-address.ts';
import { newTarget } from './new-target.ts';

/** A finding and what in the change made it. */
export interface Explained extends Breakage {
  readonly finding: Finding;
}

/** One finding for each cause (and rule): it stands where the cause is, and lists the links that it breaks. */
export function groupByCause(explained: readonly Explained[], handbook: Handbook): readonly Finding[] {
  const groups = new Map<string, Explained[]>();
  for (const each of explained) {
    const key = JSON.stringify([each.finding.rule, signOf(each.cause)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups].map(([key, members]) => toFinding(key, members, handbook));
}

const messages = {
  moved: (page: Page, from: string, to: string, links: string) =>
    `This change moves the page ${pageName(page)} to ${shown(to)}, and ${links} ${shown(from)}. Keep that address as an alias or redirect, or update the links.`,
  stillWork: (page: Page, from: string, to: string, links: string) =>
    `This change moves the page ${pageName(page)} to ${shown(to)}, and ${links} its old address ${shown(from)}. They still work, but please update them.`,
  hidden: (page: Page, address: string, links: string) =>
    `This change takes the page ${pageName(page)} off the site, and ${links} ${shown(address)}. Update the links, or show the page again.`,
  deleted: (page: Page, address: string, links: string) =>
    `This change deletes the page ${pageName(page)}, and ${links} ${shown(address)}. Update the links, or redirect that address to another page.`,
  renamed: (page: Page, before: string, now: string, links: string) =>
    `This change renames ${quoted(before)} to ${quoted(now)} on the page ${pageName(page)}, and ${links} its old address. Keep the old address as an id of the heading, or update the links.`,
  renumbered: (page: Page, words: string, id: string, links: string) =>
    `This change gives the heading ${quoted(words)} on the page ${pageName(page)} another address, and ${links} #${shown(id)}. Keep the old address as an id of the heading, or update the links.`,
  anchorMoved: (page: Page, words: string, to: Page, links: string) =>
    `This change moves the heading ${quoted(words)} from the page ${pageName(page)} to ${pageName(to)}, and ${links} its old place. Update the links.`,
  anchorRemoved: (page: Page, what: string, links: string) =>
    `This change removes ${what} from the page ${pageName(page)}, and ${links} it. Update the links, or keep it.`,
  fileMoved: (from: string, to: string, links: string) =>
    `This change moves the file ${shown(from)} to ${shown(to)}, and ${links} it where it was. Update the links, or move it back.`,
  fileDeleted: (path: string, links: string) =>
    `This change deletes the file ${shown(path)}, and ${links} it. Update the links, or keep the file.`,
  redirectRemoved: (from: string, links: string) =>
    `This change removes the redirect from ${shown(from)}, and ${links} that address. Update the links, or keep the redirect.`,
};

function toFinding(key: string, members: readonly Explained[], handbook: Handbook): Finding {
  const [first] = members as readonly [Explained, ...Explained[]];
  const { cause } = first;
  const remedy = remedyFor(cause, handbook);
  const severity = members.some(({ finding }) => finding.severity === 'error') ? 'error' : 'warn';
  const lines = remedy === null ? null : linesOf(remedy.page);
  const note = noteFor(cause, handbook);
  return {
    rule: first.finding.rule,
    severity,
    path: remedy?.page.path ?? first.finding.path,
    start: remedy === null || lines === null ? first.finding.start : lines.point(remedy.range[0]),
    end: remedy === null || lines === null ? first.finding.end : lines.point(remedy.range[1]),
    message: messageFor(cause, members),
    ...(note === null ? {} : { note }),
    suggestions: remedy === null ? first.finding.suggestions : remedy.suggestions,
    url: first.finding.url,
    related: members.map((member) => relatedPlace(member, handbook)),
    data: { cause: cause.kind, links: members.length },
    key: key,
  };
}

function relatedPlace({ finding, link, cause }: Explained, handbook: Handbook): RelatedPlace {
  const target = newTarget(link, cause, handbook);
  const words = link.text.trim() === '' ? 'A link' : `The link ${quoted(link.text)}`;
  const advice = target === null ? '' : ` Link to ${shown(target)} instead.`;
  return { path: finding.path, line: finding.start.line, message: `${words} goes to ${shown(link.href)}.${advice}` };
}

function messageFor(cause: Cause, members: readonly Explained[]): string {
  const pages = new Set(members.map(({ finding }) => finding.path)).size;
  const verb = members.length === 1 ? 'still goes to' : 'still go to';
  const links = `${count(members.length, 'link')} on ${count(pages, 'page')} ${verb}`;
  const works = members.every(({ finding }) => finding.rule === 'handbook-link-redirect');
  switch (cause.kind) {
    case 'page-moved': {
      const [from, to] = [cause.before.address ?? '', cause.after.address ?? ''];
      return works ? messages.stillWork(cause.after, from, to, links) : messages.moved(cause.after, from, to, links);
    }
    case 'page-hidden':
      return messages.hidden(cause.after, cause.before.address ?? '', links);
    case 'page-deleted':
      return messages.deleted(cause.before, cause.before.address ?? cause.before.path, links);
    case 'heading-renamed': {
      const now = cause.file.facts.headings[cause.heading]?.text ?? '';
      if (now === cause.oldWords) return messages.renumbered(cause.page, now, cause.oldId, links);
      return messages.renamed(cause.page, cause.oldWords, now, links);
    }
    case 'anchor-removed': {
      if (cause.movedTo !== null) return messages.anchorMoved(cause.page, cause.words ?? '', cause.movedTo.page, links);
      const what = cause.words === null ? `the anchor #${shown(cause.oldId)}` : `the heading ${quoted(cause.words)}`;
      return messages.anchorRemoved(cause.page, what, links);
    }
    case 'file-moved':
      return messages.fileMoved(cause.oldPath, cause.path, links);
    case 'file-deleted':
      return messages.fileDeleted(cause.oldPath, links);
    case 'redirect-removed':
      return messages.redirectRemoved(cause.from, links);
  }
}

/** A line to paste where no suggestion can put it. */
function noteFor(cause: Cause, handbook: Handbook): string | null {
  const file = redirectsFile(handbook);
  if (cause.kind === 'page-moved' && file !== null && cause.before.address !== null && cause.after.address !== null) {
    return `Or add this line to \`${file}\`:\n\n\`\`\`text\n${redirectLine(cause.before.address, cause.after.address)}\n\`\`\``;
  }
  if (cause.kind === 'page-deleted' && file !== null && cause.before.address !== null) {
    const parent = cause.before.address.replace(/[^/]*\/$/, '');
    return `To redirect the old address, add a line like this to \`${file}\`:\n\n\`\`\`text\n${redirectLine(cause.before.address, parent)}\n\`\`\``;
  }
  if (cause.kind === 'heading-renamed' && handbook.config.site === 'plain') {
    return `To keep the old address, put this above the heading:\n\n\`\`\`html\n<a id="${cause.oldId}"></a>\n\`\`\``;
  }
  return null;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Equal for one and the same cause. */
function signOf(cause: Cause): readonly string[] {
  switch (cause.kind) {
    case 'page-moved':
    case 'page-hidden':
    case 'page-deleted':
      return [cause.kind, cause.before.path];
    case 'heading-renamed':
    case 'anchor-removed':
      return [cause.kind, cause.page.path, cause.oldId];
    case 'file-moved':
    case 'file-deleted':
      return [cause.kind, cause.oldPath];
    case 'redirect-removed':
      return [cause.kind, cause.from];
  }
}
