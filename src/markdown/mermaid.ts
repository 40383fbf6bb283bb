import { type FoundLink, foundLink } from './layer/layer-facts.ts';

const CLICK = /^[ \t>]*click[ \t]+([^\s"]+)[ \t]+(?:href[ \t]+)?"([^"\r\n]*)"/gm;

/** The links of a mermaid diagram, from its lines `click node "href"`; offsets count from `base`. */
export function mermaidLinks(diagram: string, base: number): FoundLink[] {
  return Array.from(diagram.matchAll(CLICK), (match) => {
    const [whole, node = '', href = ''] = match;
    const start = match.index + whole.search(/click/);
    const end = match.index + whole.length;
    return foundLink(
      { text: diagram, start: base },
      'mermaid',
      href,
      [start, end],
      [end - 1 - href.length, end - 1],
      node,
    );
  });
}
