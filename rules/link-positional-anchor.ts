/**
 * A link to one of several headings of the same name uses an id that stays.
 *
 * ## What it does
 *
 * When a page has the heading "Goals" three times, their ids are `goals`, `goals-1` and `goals-2`, counted from
 * the top. The rule reports links to the numbered ones and says which heading each means at present.
 *
 * ## Why it matters
 *
 * One more heading "Goals" above, and `#goals-1` is another one. The link still works and leads to the wrong place,
 * which nobody notices.
 *
 * ## How to fix
 *
 * Look whether the link still means the right heading. Then give that heading an id of its own, `## Goals {#goals-of-support}`,
 * and link to that. GitHub and GitLab show `{#id}` as it stands, so in plain Markdown give the heading another name.
 *
 * ## When to turn it off
 *
 * When repeated headings never change.
 */
import { linkData, linksOn } from '../src/links/judge.ts';
import { pageName } from '../src/links/words.ts';
import { defineRule } from '../src/lint/define-rule.ts';
import type { Heading } from '../src/markdown/facts.ts';
import type { Anchor, Handbook } from '../src/model/handbook.ts';
import { quoted, shown } from '../src/phrases/quoted.ts';

const positional = (id: string, which: string, where: string) =>
  `#${id} means the ${which} ${where}, but only until one more of that name is added above it.`;
const thisPage = 'on this page';
const otherPage = (title: string) => `on the page ${title}`;
const below = (parent: string) => `, the one below ${parent}`;
const remedy = (id: string) => ` Give that heading an id of its own, such as {#${id}}, and link to that.`;
const plainRemedy = ' Give that heading a name of its own, and link to that.';
const place = (id: string) => `This is #${id} now.`;

const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export default defineRule({
  id: 'handbook-link-positional-anchor',
  kind: 'links',
  level: 'warn',
  check(page, { handbook, report }) {
    for (const judged of linksOn(page, handbook).anchored) {
      const { link, resolution } = judged;
      if (resolution.outcome !== 'found' || !link.fragment || !resolution.page) continue;
      const { anchor } = resolution;
      if (!anchor?.positional || anchor.heading === null) continue;
      const number = Number(/[-_](\d+)$/.exec(anchor.id)?.[1] ?? 1);
      const which = `${ORDINALS[number - 1] ?? counted(number + 1)} heading ${quoted(anchor.heading)}`;
      const where = resolution.page === page ? thisPage : otherPage(pageName(resolution.page));
      const { heading, parent } = headingOf(anchor, handbook);
      const ordinal = ORDINALS[number - 1] ?? 'other';
      const own = `${parent?.id ?? parent?.slug ?? ordinal}-${heading?.slug ?? anchor.id}`;
      report({
        range: link.fragment,
        message:
          positional(shown(anchor.id), which, where + (parent ? below(quoted(parent.text)) : '')) +
          (handbook.site.ids.hasAttributes ? remedy(shown(own)) : plainRemedy),
        related: heading ? [{ path: anchor.path, range: heading.range, message: place(shown(anchor.id)) }] : [],
        data: linkData(judged),
      });
    }
  },
});

/** `11th`, `21st`, `112th`. */
function counted(number: number): string {
  const ending = number % 100 > 10 && number % 100 < 14 ? undefined : ['st', 'nd', 'rd'][(number % 10) - 1];
  return `${number}${ending ?? 'th'}`;
}

/** The anchor's heading, and the one that it stands under. */
function headingOf({ path, headingIndex }: Anchor, handbook: Handbook): { heading?: Heading; parent?: Heading } {
  const headings = handbook.page(path)?.facts.headings ?? [];
  const heading = headingIndex === null ? undefined : headings[headingIndex];
  if (!heading || headingIndex === null) return {};
  const parent = headings.slice(0, headingIndex).findLast(({ level }) => level < heading.level);
  return parent ? { heading, parent } : { heading };
}
