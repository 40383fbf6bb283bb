import { remarkChanges } from '../script/remark-changes.ts';
import { ABSENT, type ScriptValue, valueAt } from '../script/values.ts';

/** What `markdown` of the configuration leaves open of ids and links; `hasDashes`: `--` becomes a dash. */
interface MarkdownChanges {
  readonly ids: string | null;
  readonly links: string | null;
  readonly hasDashes: boolean;
}

/** Whether Markdown is processed by `unified()`, whose plugins are listed and which makes ids of its own. */
function isUnified(value: ScriptValue): value is ScriptValue & { readonly kind: 'code' } {
  return value.kind === 'code' && value.text === 'import @astrojs/markdown-remark';
}

/** Options that change neither. */
const HARMLESS = new Set(['syntaxHighlight', 'shikiConfig', 'remarkRehype']);

export function unsureMarkdown(markdown: ScriptValue): MarkdownChanges {
  if (markdown.kind === 'absent') return { ids: null, links: null, hasDashes: true };
  if (markdown.kind !== 'map' || markdown.isOpen) {
    const why = 'markdown of the configuration is computed';
    return { ids: why, links: why, hasDashes: true };
  }
  const processor = valueAt(markdown, 'processor');
  const holders = [markdown, ...(isUnified(processor) ? [processor.argument ?? ABSENT] : [])];
  const changes = holders.flatMap((holder) =>
    ['remarkPlugins', 'rehypePlugins'].map((key) => remarkChanges(key, valueAt(holder, key))),
  );
  const smart = valueAt(markdown, 'smartypants');
  const known = new Set([...HARMLESS, 'remarkPlugins', 'rehypePlugins', 'smartypants']);
  const others = [...markdown.entries.keys()].filter((key) => !known.has(key));
  const [other] = others;
  const linking = others.find((key) => key !== 'gfm' && !(key === 'processor' && isUnified(processor)));
  const isSmartKnown = smart.kind === 'absent' || (smart.kind === 'literal' && typeof smart.value === 'boolean');
  return {
    ids:
      changes.map(({ ids }) => ids).find((why) => why !== null) ??
      (other !== undefined || !isSmartKnown
        ? `markdown.${other ?? 'smartypants'} of the configuration may change them`
        : null),
    links:
      changes.map(({ links }) => links).find((why) => why !== null) ??
      (linking === undefined ? null : `markdown.${linking} of the configuration may change links`),
    hasDashes: !(smart.kind === 'literal' && smart.value === false),
  };
}
