import type { Range } from '../facts.ts';
import { endOf, replaced } from '../ranges.ts';
import type { LexedShortcodes } from './shortcodes.ts';

/** Stands for each character of a shortcode, so that Markdown sees a word there and every offset stays. */
export const MASK = '\uFFFC';

/** Bodies nested deeper than this are not read. */
const MAX_BODIES = 24;

/**
 * A stretch of a page that Markdown reads as one text: the page itself, or the body of a `{{< >}}` shortcode.
 * `text.length` is the stretch's length; what is not its own is masked.
 */
export interface Layer {
  readonly text: string;
  /** Where it starts on the page. */
  readonly start: number;
  /** 0 for the page, else index of the call whose body it is, plus 1. */
  readonly scope: number;
  /** The calls that stand in it, not in a layer within. Indices, ascending. */
  readonly calls: readonly number[];
}

interface Stretch {
  readonly calls: number[];
  readonly scope: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly cuts: { readonly range: Range; readonly blank: boolean }[];
}

/** Splits a page into layers, in the order in which they open. `tooDeep` holds bodies that were left out. */
export function maskShortcodes(
  text: string,
  bodyStart: number,
  lexed: LexedShortcodes,
): { readonly layers: readonly Layer[]; readonly tooDeep: readonly Range[] } {
  if (lexed.tags.length + lexed.escapes.length === 0)
    return { layers: [{ text: text.slice(bodyStart), start: bodyStart, scope: 0, calls: [] }], tooDeep: [] };
  const root: Stretch = { scope: 0, start: bodyStart, end: text.length, depth: 0, cuts: [], calls: [] };
  const stretches = [root];
  const tooDeep: Range[] = [];
  const stack = [root];
  const alone = aloneOnLine(text, bodyStart, lexed);
  let next = 0;
  const cutEscapes = (before: number) => {
    for (; next < lexed.escapes.length && lexed.escapes[next]![0] < before; next += 1) {
      stack.at(-1)!.cuts.push({ range: lexed.escapes[next]!, blank: false });
    }
  };
  for (const [index, tag] of lexed.tags.entries()) {
    const call = lexed.calls[tag.call]!;
    cutEscapes(tag.range[0]);
    const own = stack.at(-1)!;
    if (tag.part === 'open') own.calls.push(tag.call);
    if (call.delimiter === '%' || call.inner === null) {
      own.cuts.push({ range: tag.range, blank: alone[index]! });
    } else if (tag.part === 'open') {
      const body: Stretch = {
        scope: tag.call + 1,
        start: call.inner[0],
        end: call.inner[1],
        depth: own.depth + 1,
        cuts: [],
        calls: [],
      };
      if (body.depth <= MAX_BODIES) stretches.push(body);
      else if (body.depth === MAX_BODIES + 1) tooDeep.push(call.range);
      stack.push(body);
    } else {
      stack.pop();
      stack.at(-1)!.cuts.push({ range: [call.range[0], tag.range[1]], blank: false });
    }
  }
  cutEscapes(text.length);
  return { layers: stretches.map((stretch) => layer(text, stretch)), tooDeep };
}

function layer(text: string, { start, end, scope, cuts, calls }: Stretch): Layer {
  const masks = cuts.map(({ range: [from, to], blank }) => ({
    start: from,
    end: to,
    text: (blank ? ' ' : MASK).repeat(to - from),
  }));
  return { text: replaced(text, masks, [start, end]), start, scope, calls };
}

const SPACES = /[ \t]*/y;

/** For each tag whether its line holds nothing but `{{% %}}` tags: what they print is then blocks of the page. */
function aloneOnLine(text: string, bodyStart: number, lexed: LexedShortcodes): boolean[] {
  const { tags, calls } = lexed;
  const alone: boolean[] = new Array(tags.length).fill(false);
  const isMarkdown = (index: number) => calls[tags[index]!.call]!.delimiter === '%';
  for (let first = 0; first < tags.length; first += 1) {
    if (!isMarkdown(first) || !isLineStart(text, tags[first]!.range[0], bodyStart)) continue;
    let last = first;
    let end = endOf(SPACES, text, tags[last]!.range[1]);
    while (last + 1 < tags.length && isMarkdown(last + 1) && tags[last + 1]!.range[0] === end) {
      last += 1;
      end = endOf(SPACES, text, tags[last]!.range[1]);
    }
    if (end >= text.length || text[end] === '\n' || text[end] === '\r') alone.fill(true, first, last + 1);
    first = last;
  }
  return alone;
}

function isLineStart(text: string, start: number, bodyStart: number): boolean {
  let at = start - 1;
  while (at >= bodyStart && (text[at] === ' ' || text[at] === '\t')) at -= 1;
  return at < bodyStart || text[at] === '\n' || text[at] === '\r';
}
