import type { Range } from './facts.ts';

/** A `click node "href"` line of a diagram. */
export interface MermaidClick {
  readonly node: string;
  readonly href: string;
  readonly range: Range;
  readonly target: Range;
}

const CLICK = /^[ \t>]*click[ \t]+([^\s"]+)[ \t]+(?:href[ \t]+)?"([^"\r\n]*)"/gm;

/** Finds the links of a mermaid diagram; offsets count from `base`. */
export function readMermaid(source: string, base: number): MermaidClick[] {
  const clicks: MermaidClick[] = [];
  CLICK.lastIndex = 0;
  for (let match = CLICK.exec(source); match; match = CLICK.exec(source)) {
    const [whole, node, href] = match as unknown as [string, string, string];
    const end = base + match.index + whole.length;
    const start = base + match.index + whole.search(/click/);
    clicks.push({ node, href, range: [start, end], target: [end - 1 - href.length, end - 1] });
  }
  return clicks;
}
