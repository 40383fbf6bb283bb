import type { RenderedOn } from '../../../config/hugo-settings.ts';
import type { Link } from '../../../markdown/facts.ts';
import { countUntil } from '../../../markdown/ranges.ts';
import type { Handbook, Page } from '../../../model/handbook.ts';
import { query } from '../../../model/query.ts';

/** The text between the tags of a shortcode that renders it. */
interface Rendered {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The one around it. */
  readonly outer: Rendered | undefined;
}

const renderedTexts = query(
  'texts that shortcodes render',
  ({ config }: Handbook, page: Page): readonly Rendered[] => {
    const open: Rendered[] = [];
    return page.facts.shortcodes.flatMap(({ name, delimiter, inner, place }) => {
      const isRendered = delimiter === '%' || Object.hasOwn(config.hugo.inner.rendering, name);
      if (place !== 'content' || inner === null || !isRendered) return [];
      const [start, end] = inner;
      while ((open.at(-1)?.end ?? end) < end) open.pop();
      const text = { name, start, end, outer: open.at(-1) };
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
  return (around !== undefined && Object.hasOwn(rendering, around.name) && rendering[around.name]) || 'page';
}
