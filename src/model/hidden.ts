import type { InnerText } from '../config/hugo-settings.ts';
import type { PageFacts, Range, ShortcodeCall } from '../markdown/facts.ts';

/** How the text at an offset is shown: as Markdown, as it is written, or not at all. */
type Shown = 'markdown' | 'verbatim' | 'hidden';

/** Says how the text of a page shows at an offset; `null` when all of it is Markdown. */
export function shownBy(
  { shortcodes }: Pick<PageFacts, 'shortcodes'>,
  { hiding, verbatim }: Pick<InnerText, 'hiding' | 'verbatim'>,
): ((offset: number) => Shown) | null {
  const around = shortcodes.filter((call): call is Around => call.inner !== null && call.place === 'content');
  // What stands in `{{< x.inline >}}` is a template itself.
  const hides = ({ name }: Around) => hiding.includes(name) || name.endsWith('.inline');
  if (!around.some((call) => hides(call) || verbatim.includes(call.name))) return null;
  const isVerbatim = ({ name, delimiter }: Around) => delimiter === '<' && verbatim.includes(name);
  return (offset) => {
    const calls = around.filter(({ inner: [start, end] }) => start <= offset && offset < end);
    if (calls.some(hides)) return 'hidden';
    // What one prints as it is, another around it may render.
    return calls.length > 0 && calls.every(isVerbatim) ? 'verbatim' : 'markdown';
  };
}

/**
 * Whether a shortcode is given what stands between its tags rendered already: as `{{% %}}` within another, or where its template says
 * that it is one for Hugo before 0.55. Run with 0.131 and 0.169.
 */
export function isRenderedFirst(
  { name, delimiter }: Pick<ShortcodeCall, 'name' | 'delimiter'>,
  isWithin: boolean,
  { renderedFirst }: Pick<InnerText, 'renderedFirst'>,
): boolean {
  return delimiter === '%' && (isWithin || renderedFirst.includes(name));
}

type Around = ShortcodeCall & { readonly inner: Range };
