import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { isRoleTitle } from '../names/role-words.ts';
import type { Outline, OutlinePlace } from '../outline/outline.ts';
import { pageTypeOf } from '../page-type.ts';
import { isAboutReporting } from '../sayings.ts';
import { titleRange } from '../title-range.ts';
import { typedPageOf } from '../typed-page.ts';
import type { ReportingLine } from './reporting-lines.ts';
import { type RoleTitle, readRoleTitle } from './role-titles.ts';

/** A page about one role, or about one role at several levels. */
export interface RolePage {
  readonly page: Page;
  readonly outline: Outline;
  /** The page's own title first when it names a role, then each level of it. */
  readonly parts: readonly RolePart[];
}

/** The part of a page that is about one role at one level. */
export interface RolePart {
  /** As the title or heading says. */
  readonly text: string;
  readonly role: RoleTitle;
  /** Index of its heading; -1: the page's title. */
  readonly heading: number;
  /** After its last heading. */
  readonly end: number;
  /** Where the title or heading stands. */
  readonly place: Pick<OutlinePlace, 'page' | 'range'>;
  /** What is said below it of who reports to whom; what is said below its levels is theirs. */
  readonly lines: readonly ReportingLine[];
}

/** Pages of a type that asks to whom a role reports. Reads each of them, once for this state of the handbook. */
export const rolePagesOf = query('role pages', (handbook): ReadonlyMap<string, RolePage> => {
  const found = new Map<string, RolePage>();
  for (const page of handbook.pages) {
    const rolePage = readRolePage(page, handbook);
    if (rolePage !== null) found.set(page.path, rolePage);
  }
  return found;
});

/** The level in "Harbour Pilot 2" and "Harbour Pilot II". */
const numberLast = /(?<!\s)\s+(?:[1-9]|[IV]{1,3})$/;

/** Is this a role page, or an include that one shows? */
export function concernsRoles(page: Page, handbook: Handbook): boolean {
  const shows = page.kind === 'include' ? handbook.shownOn(page) : [page];
  return shows.some((each) => isRolePage(each, handbook));
}

function isRolePage(page: Page, handbook: Handbook): boolean {
  const type = pageTypeOf(page, handbook);
  return type?.kind === 'type' && type.type.sections.some(isAboutReporting);
}

function readRolePage(page: Page, handbook: Handbook): RolePage | null {
  const read = isRolePage(page, handbook) ? typedPageOf(page, handbook) : null;
  if (read === null) return null;
  const { type, outline } = read;
  const { levels, of, around } = read.layout;
  const lines = read.lines().filter(({ section }) => of[section] !== 'apart');
  const spans = outline.sections.flatMap(({ text, place, end }, heading) => {
    const level = levels.find(({ index }) => index === heading);
    // The heading that repeats the title is no other part.
    if (level === undefined && heading === 0 && end === outline.sections.length && text === page.title) return [];
    // "Line manager" is a section; another heading that names a role is about that role, whether or not the page has levels.
    if (level === undefined && type.sections.some(({ names }) => names.isSure(text, around[heading]!))) return [];
    const isRole = level !== undefined || (of[heading] !== 'apart' && isRoleTitle(text.replace(numberLast, '')));
    const role = isRole ? readRoleTitle(text) : null;
    return role === null ? [] : [{ text, role, heading, end: level?.end ?? end, place }];
  });
  const spanOf = (section: number) => spans.findLast(({ heading, end }) => section >= heading && section < end);
  const parts = spans.map((span) => ({ ...span, lines: lines.filter(({ section }) => spanOf(section) === span) }));
  const own = readRoleTitle(page.title);
  const title: RolePart[] =
    own === null
      ? []
      : [
          {
            text: page.title,
            role: own,
            heading: -1,
            end: outline.sections.length,
            place: { page, range: titleRange(page) },
            lines: lines.filter(({ section }) => spanOf(section) === undefined),
          },
        ];
  return { page, outline, parts: [...title, ...parts] };
}
