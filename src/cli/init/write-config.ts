import { posix } from 'node:path';
import type { HandbookConfig } from '../../config/config.ts';
import { fixedStart } from '../../config/data-path.ts';
import { compileGlobs } from '../../config/glob.ts';
import { publishedUrl } from '../../lint/version.ts';
import { count } from '../../phrases/amounts.ts';
import { upperFirst } from '../../phrases/letters.ts';
import { siteOf } from '../../sites/index.ts';
import { describeLearned } from './learned-types.ts';
import type { Survey } from './survey.ts';
import { escapeGlob, list, slugOf, text } from './yaml-words.ts';

/** A commented handbook.yaml that says what was found, and why each line is there. */
export function writeConfig(config: HandbookConfig, found: Survey): string {
  const blocks = [
    `# yaml-language-server: $schema=${publishedUrl('dist/handbook.schema.json')}
#
# How handbook-lint reads this handbook. Every key is optional; handbook-lint explain-config lists them all.`,
    describeSite(config, found),
    describeHosts(found),
    describeUnknown(found),
    describeShortcodes(found),
    describePageTypes(config, found),
    describeFrameworks(found),
    `# Levels of rules: error, warn or off. handbook-lint explain RULE says what a rule is about.
# rules:
#   handbook-link-redirect: off`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function describeSite(config: HandbookConfig, found: Survey): string {
  const { site, content, static: files, assets, includes, redirects } = config;
  const { summary, comment, keys = [] } = siteOf(config).describe(config);
  const pages = count(found.pages, 'page');
  // With every run, a generator's own file says it better.
  const isKnown = config.takenFor.isByFile || config.generated.length > 0;
  const lines = [
    `# ${comment === undefined ? `${upperFirst(summary)} with ${pages}` : `${comment} ${pages}`}.`,
    `${isKnown && keys.length === 0 ? '# ' : ''}site: ${site}`,
  ];
  const { mounts, staticMounts, assetMounts } = config.hugo;
  if (keys.includes('content') && areFolders(mounts)) lines.push(`content: ${list(content)}`);
  if (keys.includes('static') && areFolders(staticMounts)) lines.push(`static: ${list(files)}`);
  if (keys.includes('assets') && areFolders(assetMounts)) lines.push(`assets: ${list(assets)}`);
  if (keys.includes('includes') && found.includes > 0)
    lines.push(
      `# ${count(found.includes, 'include')}, shown on other pages.`,
      'includes:',
      `  folders: ${list(includes.folders)}`,
      `  root: ${text(includes.root)}`,
      `  shortcodes: ${list(includes.shortcodes)}`,
    );
  if (keys.includes('redirects') && redirects.length > 0) lines.push(`redirects: ${list(redirects)}`);
  return lines.join('\n');
}

/** Whether a list of folders says all of some mounts: it knows no languages, no patterns and no places below the top. */
function areFolders(mounts: HandbookConfig['hugo']['mounts']): boolean {
  return mounts.every(({ below, language, files }) => below === '' && language === null && files.length === 0);
}

function describeHosts({ hosts }: Survey): string {
  if (hosts.length === 0)
    return "# The handbook's own host names, to find full links to its own pages.\n# hosts: [handbook.example.com]";
  const said = hosts.flatMap(({ host, saidBy }) => (saidBy === undefined ? [] : [`# ${saidBy} names ${host}.`]));
  const counts = hosts
    .filter(({ saidBy }) => saidBy === undefined)
    .map(({ host, links }) => `${count(links, 'link')} to ${host}`)
    .join(', ');
  const linked = counts === '' ? [] : [`# Most of these links name pages of this handbook: ${counts}.`];
  return [...said, ...linked, `hosts: ${list(hosts.map(({ host }) => host))}`].join('\n');
}

function describeUnknown({ unknown }: Survey): string {
  if (unknown.length === 0) return '';
  const lines = unknown.map(({ prefix, links, broken }) => {
    const nearly = broken === links ? '' : `, and ${broken.toLocaleString('en')} of them find no page`;
    return `  - ${text(prefix)} # ${count(links, 'link')}${nearly}`;
  });
  return `# Many links go below these addresses, and no page is there, or hardly any. Something else seems to serve them,
# so they are not checked. When pages should be there, remove the line.\nunknown:\n${lines.join('\n')}`;
}

/** How many shortcodes are listed; the rarest ones do not matter. */
const mostListed = 20;

function describeShortcodes({ anchors, generating }: Survey): string {
  const makers = anchors.map(
    ({ name, parameter, links }) => `    ${text(name)}: ${text(String(parameter), true)} # ${count(links, 'link')}`,
  );
  const known =
    makers.length === 0
      ? ''
      : `  # These print the anchor that their parameter names (by position from 0, or by name), as links to it show.\n  anchors:\n${makers.join('\n')}`;
  const lines = generating
    .slice(0, mostListed)
    .map(({ name, pages }) => `#     - ${text(name)} # on ${count(pages, 'page')}`);
  if (generating.length > mostListed) lines.push(`#     # and ${generating.length - mostListed} more`);
  const unsure =
    lines.length === 0
      ? ''
      : `# Of these nobody can know before the site is built, so links to headings of their pages cannot all be checked.
# List here the ones that make no headings.\n#   silent:\n${lines.join('\n')}`;
  const blocks = [known, unsure].filter((block) => block !== '');
  if (blocks.length === 0) return '';
  const head = known === '' ? '# shortcodes:' : 'shortcodes:';
  return `# Shortcodes that make anchors when the site is built.\n${head}\n${blocks.join('\n')}`;
}

/** How many role pages are listed one by one. */
const mostRoles = 40;

/** The types that were found, and as comments those that could be. */
function describePageTypes({ content }: HandbookConfig, found: Survey): string {
  const { roleTypes, rolePages, likelyRoles, learned } = found;
  const isCovered = compileGlobs(roleTypes.map(({ pages }) => pages));
  const likely = likelyRoles.filter((path) => !isCovered(path));
  const types = [describeJobFamilies(found.jobFamilies), ...describeRoleTypes(roleTypes, rolePages)].filter(Boolean);
  const head = types.length === 0 ? '# pageTypes:' : `pageTypes:\n${types.join('\n')}`;
  const lines =
    roleTypes.length > 0
      ? [head, ...(likely.length === 0 ? [] : [describeLikely(likely)])]
      : [describeSeen(found.roles) + describeLikely(likely), head, proposedRole(content, found, likely)];
  if (learned.length > 0)
    lines.push(
      '# Pages of these folders mostly share their sections. Take the # away to ask for them, below pageTypes.',
      describeLearned(learned),
    );
  return lines.join('\n');
}

function describeSeen(roles: number): string {
  return `# ${count(roles, 'page')} ${roles === 1 ? 'looks like a role page' : 'look like role pages'}: a role in the title, and at least two of reporting structure, responsibilities, OKRs.
# They need no entry; name their folder to ask it of every page there.`;
}

/** The built-in type as a comment: for the folders of role pages, or for each of them where others are likely ones. */
function proposedRole(
  [top = '']: readonly string[],
  { roleFolders, rolePages }: Survey,
  likely: readonly string[],
): string {
  const folders = roleFolders.length === 0 ? [top === '' ? 'roles' : `${top}/roles`] : roleFolders;
  const named = [...rolePages, ...likely].sort();
  return likely.length === 0 || named.length > mostRoles
    ? `#   role:\n#     pages: ${list(folders.map((folder) => `${escapeGlob(folder)}/*.md`))}`
    : `#   role:\n#     pages:\n${named.map((path) => `#       - ${text(escapeGlob(path))}`).join('\n')}`;
}

function describeJobFamilies(found: Survey['jobFamilies']): string {
  if (found === null) return '';
  const { folder, pages, graded } = found;
  // Those few without it are mostly pages about job families.
  const heading =
    graded * 2 < pages
      ? ''
      : `\n    heading: [Job Grade] # ${graded} of them have this heading; remove the line to judge all`;
  return `  # ${count(pages, 'page')} of job families.
  job-family:
    pages: [${text(`${escapeGlob(folder)}/**/*.md`)}]
    except: ['**/_index.md', '**/README.md']${heading}`;
}

/** A type for each folder of roles; the first has the built-in name, and the role pages of other places. */
function describeRoleTypes(types: Survey['roleTypes'], rolePages: readonly string[]): readonly string[] {
  const isCovered = compileGlobs(types.map(({ pages }) => pages));
  const others = rolePages.filter((path) => !isCovered(path)).slice(0, mostRoles);
  return types.map(({ pages, except, roles, isSeveral, sections }, at) => {
    const own = sections.filter(({ id, isTranslated }) => id !== null && !isTranslated);
    const isBuiltIn = !isSeveral && own.length === 3;
    const all = at === 0 ? [pages, ...others.map(escapeGlob)] : [pages];
    const names = sections.flatMap((section) => section.names);
    const lines = sections.map(({ id, names: [first = '', ...more], roles: having }, which) => {
      const says = id === 'reporting' ? ', says: reports-to' : '';
      const scope = isSeveral ? ', scope: each-level' : '';
      return `      - {id: ${id ?? slugOf(first, `section-${which + 1}`)}, names: ${list([first, ...more])}${says}${scope}} # ${having} of ${roles}`;
    });
    return [
      `  # ${count(roles, 'role')}, most with the same sections. Take away what is not asked of each.`,
      `  ${at === 0 ? 'role' : `role-${at + 1}`}:`,
      `    pages: ${list(all)}`,
      ...(except.length > 0 ? [`    except: ${list(except.map(escapeGlob))}`] : []),
      ...(isBuiltIn && at > 0 ? ['    like: role'] : []),
      ...(isSeveral ? [`    levels: {with: ${list(names)}}`] : []),
      ...(isBuiltIn ? [] : ['    sections:', ...lines]),
    ].join('\n');
  });
}

function describeLikely(likely: readonly string[]): string {
  if (likely.length === 0) return '';
  const have = likely.length === 1 ? 'page has' : 'pages have';
  return `
# ${likely.length} more ${have} a role in the title and just one of the three, or its name in bold words instead of a heading. Nothing is
# asked of ${likely.length === 1 ? 'it' : 'them'} unless you name ${likely.length === 1 ? 'it' : 'them'} here. Below stand all role pages and these: leave out what is none, and take away the "# ".`;
}

function describeFrameworks({ careers }: Survey): string {
  if (careers.length === 0)
    return `# Career frameworks: a page per department and level.
# frameworks:
#   - name: engineering
#     pages: 'careers/{department}/{level}.md'`;
  const entries = careers.map(
    ({ pattern, departments, levels, pages }) =>
      `  # ${pattern.includes('{level}') ? `${count(pages, 'page')} of ` : ''}${count(departments, 'department')}; levels ${levels.join(', ')}.
  - name: ${text(frameworkName(pattern))}
    pages: ${text(pattern)}`,
  );
  return `# Career frameworks: competencies are compared between departments and with shared lists.\nframeworks:\n${entries.join('\n')}`;
}

/** `content/engineering/careers/{department}…` is called `engineering careers`, `docs/design-ladder.md` `design ladder`. */
function frameworkName(pattern: string): string {
  if (!pattern.includes('{')) {
    const { name, ext } = posix.parse(pattern);
    return ext === '' ? 'careers' : name.replace(/[-_ ]+/g, ' ');
  }
  return fixedStart(pattern).split('/').slice(0, -1).slice(-2).join(' ') || 'careers';
}
