/**
 * Writes a handbook of any size, the same for the same seed: pages of realistic length, links, includes, tables, images,
 * redirects and a career framework. `npx tsx bench/make-handbook.ts <folder> <pages>`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORDS =
  'team people review work page manager customer change process plan question decision issue meeting week quarter goal support release feedback document default owner budget request value trust growth hiring offer policy benefit travel security access incident runbook metric'.split(
    ' ',
  );

/** A small generator with a seed (mulberry32): the same numbers at every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface MadeHandbook {
  readonly pages: number;
  readonly bytes: number;
}

/** About one link in 40 is broken, so that there is something to find. */
export function makeHandbook(folder: string, pages: number, seed = 1): MadeHandbook {
  const random = makeRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const words = (count: number) => Array.from({ length: count }, () => pick(WORDS)).join(' ');
  const sentence = () => {
    const text = words(8 + Math.floor(random() * 14));
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  let bytes = 0;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    bytes += text.length;
  };

  const sections = Math.max(1, Math.round(pages / 12));
  const address = (index: number) => {
    const section = index % sections;
    const base = `/handbook/area-${section % 40}/section-${section}`;
    return index < sections ? `${base}/` : `${base}/page-${index}/`;
  };
  const path = (index: number) =>
    `content${address(index).replace(/\/$/, '')}${index < sections ? '/_index.md' : '.md'}`;
  const headings = new Map<number, string[]>();
  const headingsOf = (index: number) => {
    let list = headings.get(index);
    if (!list) {
      const own = makeRandom(index + 7);
      list = Array.from(
        { length: 4 + Math.floor(own() * 16) },
        (_, n) => `${WORDS[Math.floor(own() * WORDS.length)]} ${WORDS[Math.floor(own() * WORDS.length)]} ${n}`,
      );
      headings.set(index, list);
    }
    return list;
  };
  const link = (from: number) => {
    const to = Math.floor(random() * pages);
    const kind = random();
    if (random() < 0.025) return `[${words(2)}](${address(to).replace(/\/$/, 'x/')})`;
    if (kind < 0.35) return `[${words(2)}](${address(to)})`;
    if (kind < 0.7) return `[${words(2)}](${address(to)}#${pick(headingsOf(to)).replaceAll(' ', '-')})`;
    if (kind < 0.85) return `[${words(2)}](#${pick(headingsOf(from)).replaceAll(' ', '-')})`;
    return `[${words(2)}](https://example.org/${pick(WORDS)}/${to})`;
  };

  for (let area = 0; area < 40; area++)
    write(`content/handbook/area-${area}/_index.md`, `---\ntitle: Area ${area}\n---\n\n${sentence()}\n`);
  write('content/_index.md', '---\ntitle: Home\n---\n\nWelcome.\n');
  write('content/handbook/_index.md', '---\ntitle: Handbook\n---\n\nWelcome.\n');
  const includes = Math.max(1, Math.round(pages / 80));
  for (let n = 0; n < includes; n++)
    write(`assets/includes/part-${n}.md`, `- ${sentence()}\n- ${sentence()}\n- ${link(0)}\n`);
  const redirects: string[] = [];
  for (let n = 0; n < pages; n++) {
    const parts = [`---\ntitle: Page ${n} ${words(2)}\ndescription: ${words(8)}\n---\n`];
    for (const heading of headingsOf(n)) {
      parts.push(`## ${heading}\n`);
      for (let p = 0; p < 2; p++) {
        parts.push(`${sentence()} ${sentence()} ${random() < 0.4 ? link(n) : ''} ${sentence()}\n`);
      }
      if (random() < 0.3)
        parts.push(Array.from({ length: 5 }, () => `- ${sentence()} ${random() < 0.3 ? link(n) : ''}`).join('\n'), '');
      if (random() < 0.05)
        parts.push(
          '| one | two |\n|---|---|\n',
          ...Array.from({ length: 6 }, () => `| ${words(3)} | ${link(n)} |`).join('\n'),
          '',
        );
      if (random() < 0.02) parts.push(`{{% include "includes/part-${Math.floor(random() * includes)}.md" %}}\n`);
      if (random() < 0.02) parts.push(`![${words(2)}](/images/picture-${Math.floor(random() * 50)}.png)\n`);
    }
    write(path(n), parts.join('\n'));
    if (n % 25 === 0) redirects.push(`/old/page-${n}/ ${address(n)} 301`);
  }
  for (let n = 0; n < 50; n++) write(`static/images/picture-${n}.png`, '');
  write('layouts/index.redirects', `${redirects.join('\n')}\n`);

  const levels = ['junior', 'intermediate', 'senior', 'staff'];
  const departments = Math.min(100, Math.max(3, Math.round(pages / 400)));
  const matrix = 'content/handbook/careers';
  write(`${matrix}/_index.md`, '---\ntitle: Careers\n---\n');
  for (const level of levels) {
    write(`assets/includes/careers/${level}.md`, Array.from({ length: 8 }, () => `- ${sentence()}`).join('\n'));
  }
  for (let d = 0; d < departments; d++) {
    write(
      `${matrix}/department-${d}/_index.md`,
      `---\ntitle: Department ${d}\n---\n\n${levels.map((level) => `- [${level}](${level}.md)`).join('\n')}\n`,
    );
    for (const level of levels) {
      const own = Array.from({ length: 6 }, () => `- ${sentence()}`).join('\n');
      write(
        `${matrix}/department-${d}/${level}.md`,
        `---\ntitle: ${level} in department ${d}\n---\n\n## Leadership Competencies\n\n{{% include "includes/careers/${level}.md" %}}\n\n## Technical Competencies\n\n${own}\n`,
      );
    }
  }
  write(
    'handbook.yaml',
    `site: hugo\nframeworks:\n  - name: careers\n    pages: ${matrix}/{department}/{level}.md\n    levels: [${levels.join(', ')}]\n`,
  );
  return { pages, bytes };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder, pages] = process.argv.slice(2);
  if (!folder || !pages) throw new Error('Usage: npx tsx bench/make-handbook.ts <folder> <pages>');
  const made = makeHandbook(folder, Number(pages));
  console.log(`${made.pages} pages, ${(made.bytes / 1e6).toFixed(1)} MB`);
}
