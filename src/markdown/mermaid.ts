import { fragmentOf } from './destination.ts';
import type { FoundLink } from './layer/layer-facts.ts';

const CLICK = /^[ \t>]*click[ \t]+([^\s"]+)[ \t]+(?:href[ \t]+)?"([^"\r\n]*)"/gm;

/** The links of a mermaid diagram, from its lines `click node "href"`; offsets count from `base`. */
export function mermaidLinks(diagram: string, base: number): FoundLink[] {
  const links: FoundLink[] = [];
  for (const match of diagram.matchAll(CLICK)) {
    const [whole, text, href] = match as unknown as [string, string, string];
    const start = match.index + whole.search(/click/);
    const end = match.index + whole.length;
    const from = end - 1 - href.length;
    const fragment = fragmentOf(diagram, [from, end - 1]);
    links.push({
      kind: 'mermaid',
      href,
      range: [base + start, base + end],
      target: [base + from, base + end - 1],
      fragment: fragment && [base + fragment[0], base + fragment[1]],
      text,
    });
  }
  return links;
}
