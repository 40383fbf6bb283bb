import type { RenderedOn } from '../../config/inner-text.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';

/**
 * The page that hooks take for the one that holds a link of `page`: the innermost shortcode around it that renders its text decides,
 * as Hugo itself does for what `{{% %}}` prints.
 */
export function renderingOf({ range: [start] }: Link, page: Page, handbook: Handbook): RenderedOn {
  const { rendering } = handbook.config.hugo.inner;
  if (page.facts.shortcodes.length === 0) return 'page';
  const around = page.facts.shortcodes.filter(
    ({ name, delimiter, inner, place }) =>
      place === 'content' &&
      inner !== null &&
      inner[0] <= start &&
      start < inner[1] &&
      (delimiter === '%' || Object.hasOwn(rendering, name)),
  );
  const name = around.at(-1)?.name;
  return (name !== undefined && Object.hasOwn(rendering, name) && rendering[name]) || 'page';
}
