import type { RenderedOn } from '../../../config/hugo-settings.ts';
import type { Link } from '../../../markdown/facts.ts';
import { countUntil } from '../../../markdown/ranges.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { isRenderedFirst } from '../../../model/hidden.ts';
import { query } from '../../../model/query.ts';

/** The text between the tags of a shortcode, and where it is rendered. */
interface Rendered {
  readonly start: number;
  readonly end: number;
  readonly on: RenderedOn;
  /** The one around it. */
  readonly outer: Rendered | undefined;
}

const renderedTexts = query(
  'texts that shortcodes render',
  ({ config }: Handbook, page: Page): readonly Rendered[] => {
    const { rendering } = config.hugo.inner;
    const open: Rendered[] = [];
    return page.facts.shortcodes.flatMap((call) => {
      const { name, delimiter, inner, place } = call;
      if (place !== 'content' || inner === null) return [];
      const [start, end] = inner;
      while ((open.at(-1)?.end ?? end) < end) open.pop();
      const outer = open.at(-1);
      const isOwn = Object.hasOwn(rendering, name) && !isRenderedFirst(call, outer !== undefined, config.hugo.inner);
      const asAround = delimiter === '%' ? 'page' : (outer?.on ?? 'page');
      const text = { start, end, on: isOwn ? rendering[name]! : asAround, outer };
      open.push(text);
      return [text];
    });
  },
  { keep: 16 },
);

/**
 * The page that hooks take for the one that holds a link of `page`: the innermost shortcode around it that renders its text decides,
 * as Hugo itself does for what `{{% %}}` prints.
 */
export function renderingOf({ range }: Link, page: Page, handbook: Handbook): RenderedOn {
  if (page.facts.shortcodes.length === 0) return 'page';
  const { rendering } = handbook.config.hugo.inner;
  if (Object.keys(rendering).length === 0) return 'page';
  const start = range[0];
  const texts = renderedTexts(handbook, page);
  let around = texts[countUntil(texts.length, (at) => texts[at]!.start <= start) - 1];
  while (around !== undefined && around.end <= start) around = around.outer;
  return around?.on ?? 'page';
}
