import type { Random } from './random.ts';

/** The texts of a handbook's files by path; `null` in changes for a file that goes. */
export type Files = ReadonlyMap<string, string>;
export type Edits = ReadonlyMap<string, string | null>;

const topics = 'values hiring pay leave travel security writing meetings growth tools offices safety'.split(' ');
const words = 'We write what we know and mend what we find so that whoever comes next can go on from there'.split(' ');
const headings = ['Why', 'How to ask', 'Who decides', 'Costs', 'Exceptions', 'Ask & answer', 'Überblick', 'Costs'];

/** A handbook for Hugo with sections, includes, redirects and a picture. */
export function firstFiles(random: Random): Files {
  const files = new Map([
    ['hugo.toml', 'baseURL = "https://handbook.example/"\n'],
    ['handbook.yaml', 'site: hugo\n'],
    ['content/_index.md', '---\ntitle: Handbook\n---\n\nWelcome.\n'],
    ['assets/includes/contact.md', '## Contact\n\nAsk [us](/pay/).\n'],
    ['static/_redirects', '/old-pay/ /pay/ 301\n'],
    ['static/logo.svg', '<svg/>\n'],
  ]);
  for (const topic of topics) files.set(`content/${topic}/_index.md`, newPage(topic, random));
  for (let count = 0; count < 14; count++) files.set(newPath(files, random), newPage(`Page ${count}`, random));
  for (const [path, text] of [...files].filter(([name]) => isPage(name)))
    files.set(path, `${text}\n${link(files, random)} and ${link(files, random)}\n`);
  return files;
}

export const isPage = (path: string) => path.startsWith('content/') && path.endsWith('.md');

/** `content/pay/bonus-3.md`, where nothing is yet. */
export function newPath(files: Files, random: Random): string {
  for (;;) {
    const name = `${random.of(topics)}-${random.below(60)}`;
    const path = random.once(4)
      ? `content/${random.of(topics)}/${name}/index.md`
      : `content/${random.of(topics)}/${name}.md`;
    if (!files.has(path)) return path;
  }
}

/** A page with a few headings. */
export function newPage(title: string, random: Random): string {
  const parts = Array.from({ length: 1 + random.below(3) }, () => `## ${random.of(headings)}\n\n${sentence(random)}\n`);
  return `---\ntitle: ${title}\n---\n\n${parts.join('\n')}`;
}

export function sentence(random: Random): string {
  return `${Array.from({ length: 4 + random.below(8) }, () => random.of(words)).join(' ')}.`;
}

export const heading = (random: Random) => random.of(headings);

/** Where Hugo serves a page: `/pay/bonus-3/`. */
function addressOf(path: string): string {
  return path
    .slice('content'.length)
    .replace(/(?:_?index)?\.md$/, '/')
    .replace(/\/\/$/, '/');
}

/** A link as people write them: most lead somewhere. */
export function link(files: Files, random: Random): string {
  const path = random.of([...files.keys()].filter(isPage).sort());
  const address = addressOf(path);
  const heads = [...files.get(path)!.matchAll(/^## (.*)$/gm)].map(([, text = '']) => text);
  const slug =
    heads.length === 0
      ? 'why'
      : random
          .of(heads)
          .toLowerCase()
          .replace(/[^\p{L}\d -]/gu, '')
          .replaceAll(' ', '-');
  return random.of([
    `[there](${address})`,
    `[there](${address}#${slug})`,
    `[in the repository](/${path.slice('content/'.length)})`,
    `[by name]({{< relref "/${path.slice('content/'.length)}" >}})`,
    `[old](/old-pay/)`,
    `![logo](/logo.svg)`,
    `[nowhere](${address}${random.below(9)}/)`,
    `[no heading](${address}#none-${random.below(9)})`,
    `<a href="${address}#${slug}">html</a>`,
    `[referred][${slug || 'x'}]\n\n[${slug || 'x'}]: ${address}`,
  ]);
}

/** All files with one text in place of another, as whoever renames things does. */
export function replaced(files: Files, from: string, to: string): Edits {
  return new Map(
    [...files]
      .filter(([, text]) => text.includes(from))
      .map(([path, text]) => [path, text.replaceAll(from, to)] as const),
  );
}

export { addressOf };
