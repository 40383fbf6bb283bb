import {
  addressOf,
  type Edits,
  type Files,
  heading,
  isPage,
  link,
  newPage,
  newPath,
  replaced,
  sentence,
} from './handbook.ts';
import type { Random } from './random.ts';

/** What somebody does to a handbook; `null` where it does not apply. */
type Act = (files: Files, random: Random) => Edits | null;

const pagesOf = (files: Files) => [...files.keys()].filter(isPage).sort();
const one = (path: string, text: string | null): Edits => new Map([[path, text]]);

/** Changes one page's text. */
const onPage =
  (change: (text: string, files: Files, random: Random) => string): Act =>
  (files, random) => {
    const path = random.of(pagesOf(files));
    return one(path, change(files.get(path)!, files, random));
  };

/** A change of one of a text's parts, if it has any. */
function changed(text: string, part: RegExp, random: Random, change: (part: string) => string): string {
  const found = [...text.matchAll(part)];
  if (found.length === 0) return text;
  const { index, 0: whole } = random.of(found);
  return text.slice(0, index) + change(whole) + text.slice(index + whole.length);
}

const frontMatter = ['slug: other', 'aliases: [/was/here/]', 'draft: true', 'url: /moved/away/', 'weight: 3'];
const levels = ['off', 'warn', 'error'];
const ruleNames = ['link-page', 'link-anchor', 'include', 'redirect'];

const write = onPage((text, _, random) => `${text}\n${sentence(random)}\n`);
const addLink = onPage((text, files, random) => `${text}\nSee ${link(files, random)} too.\n`);
const addFirst = onPage((text, files, random) => text.replace(/^---\n\n/m, `---\n\n${link(files, random)}\n\n`));
const dropLink = onPage((text, _, random) => changed(text, /!?\[[^\]]*\]\([^)]*\)/g, random, () => 'gone'));
const nameHeading = onPage((text, _, random) =>
  changed(text, /^## .*$/gm, random, () => `## ${heading(random)} ${random.below(5)}`),
);
const doubleHeading = onPage((text, _, random) => changed(text, /^## .*$/gm, random, (line) => `${line}\n\n${line}`));
const dropHeading = onPage((text, _, random) => changed(text, /^## .*\n/gm, random, () => ''));
const endLines = onPage((text) =>
  text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n'),
);
const silence = onPage((text, _, random) => `${text}\n<!--lint disable handbook-link-page-->\n\n${sentence(random)}\n`);
const setFrontMatter = onPage((text, _, random) => {
  const line = random.of(frontMatter);
  return text.includes(line)
    ? text.replace(`${line}\n`, '')
    : text.replace(/^title: .*$/m, (title) => `${title}\n${line}`);
});
const include = onPage(
  (text, _, random) => `${text}\n{{% include "includes/${random.of(['contact', 'more', 'none'])}.md" %}}\n`,
);
const editInclude: Act = (files, random) => {
  const path = `assets/includes/${random.of(['contact', 'more'])}.md`;
  if (files.has(path) && random.once(4)) return one(path, null);
  return one(path, `## ${heading(random)}\n\n${link(files, random)}\n`);
};
const addPage: Act = (files, random) =>
  one(newPath(files, random), `${newPage('New', random)}\n${link(files, random)}\n`);
const removePage: Act = (files, random) => one(random.of(pagesOf(files)), null);
const move: Act = (files, random) => {
  const path = random.of(pagesOf(files).filter((each) => !each.endsWith('_index.md')));
  const to = newPath(files, random);
  if (path === undefined) return null;
  const edits = new Map<string, string | null>();
  // Half of the people mend the links.
  if (random.once(2)) for (const [file, text] of replaced(files, addressOf(path), addressOf(to))) edits.set(file, text);
  const text = edits.get(path) ?? files.get(path)!;
  edits.set(path, null);
  const alias = text.replace(/^title: .*$/m, (title) => `${title}\naliases: [${addressOf(path)}]`);
  edits.set(to, random.once(3) ? `${alias}\n${sentence(random)}\n` : text);
  return edits;
};
const moveFolder: Act = (files, random) => {
  const folder = /^content\/[^/]+\//.exec(random.of(pagesOf(files)))?.[0];
  const to = `content/${heading(random)
    .toLowerCase()
    .replace(/[^a-z]/g, '')}-${random.below(20)}/`;
  if (folder === undefined || [...files.keys()].some((path) => path.startsWith(to))) return null;
  const edits = new Map<string, string | null>();
  for (const [path, text] of files) {
    if (!path.startsWith(folder)) continue;
    edits.set(path, null);
    edits.set(to + path.slice(folder.length), text);
  }
  return edits;
};
const configure: Act = (files, random) => {
  const lines = [
    `rules:\n  handbook-${random.of(ruleNames)}: ${random.of(levels)}\n`,
    `ignore: [content/${random.of(['pay', 'leave', 'tools'])}/**]\n`,
    'content: [content]\n',
    `unknown: [/${random.of(['tools', 'offices'])}/]\n`,
    '',
  ];
  return files.has('handbook.yaml') ? one('handbook.yaml', `site: hugo\n${random.of(lines)}`) : null;
};
const configureSite: Act = (_, random) =>
  one(
    'hugo.toml',
    `baseURL = "https://handbook.example/"\n${random.of(['', 'uglyURLs = true\n', 'disablePathToLower = true\n', '[permalinks]\npay = "/money/:slug/"\n', '[markup.goldmark.parser]\nautoHeadingIDType = "github-ascii"\n'])}`,
  );
const redirect: Act = (files, random) => {
  const lines = files.get('static/_redirects') ?? '';
  return one('static/_redirects', `${lines}/old-${random.below(9)}/ ${addressOf(random.of(pagesOf(files)))} 301\n`);
};
const picture: Act = (files) => one('static/logo.svg', files.has('static/logo.svg') ? null : '<svg/>\n');

const often: readonly Act[] = [
  write,
  addLink,
  addLink,
  addFirst,
  dropLink,
  nameHeading,
  addPage,
  move,
  move,
  removePage,
];
const seldom: readonly Act[] = [
  doubleHeading,
  dropHeading,
  endLines,
  silence,
  setFrontMatter,
  include,
  editInclude,
  moveFolder,
  configure,
  configureSite,
  redirect,
  picture,
];

/** What one commit changes: one thing or a few. */
export function work(files: Files, random: Random): Edits {
  const edits = new Map<string, string | null>();
  let now = files;
  for (let left = random.once(3) ? 1 + random.below(4) : 1; left > 0; left--) {
    if (pagesOf(now).length < 8) return new Map([...edits, ...(addPage(now, random) ?? [])]);
    for (const [path, text] of random.of(random.once(3) ? seldom : often)(now, random) ?? []) edits.set(path, text);
    const next = new Map(files);
    for (const [path, text] of edits) text === null ? next.delete(path) : next.set(path, text);
    now = next;
  }
  return edits;
}
