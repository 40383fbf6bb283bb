/** What a rule's page says, as far as other tools show it. */
interface RulePage {
  /** The sentence that holds when the rule is content. */
  readonly summary: string;
  /** What the rule does, in Markdown. */
  readonly does: string;
  /** Why, how to fix and when to turn it off, in Markdown. */
  readonly help: string;
  readonly level: 'error' | 'warning' | 'off';
}

/** Reads a page of docs/rules; `null` when it is none. `url` is the page's own, for what it links to. */
export function readRulePage(text: string, url: string): RulePage | null {
  const [heading = '', , summary, , levelLine = ''] = text.split('\n', 5);
  const level = /^Level when nobody sets one: (error|warning|off)\.$/.exec(levelLine)?.[1];
  const [, rest = ''] = text.split('\n## What it does\n\n', 2);
  const does = rest.split(/\n\n#{1,3} /, 1)[0];
  const why = text.indexOf('## Why it matters');
  if (
    !heading.startsWith('# ') ||
    summary === undefined ||
    level === undefined ||
    does === undefined ||
    does === '' ||
    why < 0
  )
    return null;
  const known = (['error', 'warning', 'off'] as const).find((each) => each === level) ?? 'warning';
  const whole = (markdown: string) => withWholeLinks(markdown, url).trim();
  return { summary, does: whole(does), help: whole(text.slice(why)), level: known };
}

/** Links from one page of the documentation to another, as full addresses. */
function withWholeLinks(markdown: string, url: string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^()\s]+)\)/gi, (_, path: string) => {
    // The site has `configuration.md` at configuration.html.
    return `](${new URL(path.replace(/\.md(?=#|$)/, '.html'), url).href})`;
  });
}

/** Markdown of our own pages as plain text. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/^#+ +/gm, '')
    .replace(/\[([^[\]]+)\]\([^()]+\)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/(?<=\S)\n(?=[^\s\-|\d])/g, ' ')
    .trim();
}
