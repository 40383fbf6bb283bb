import { remarkChanges } from '../script/remark-changes.ts';
import { type ScriptValue, valueAt } from '../script/values.ts';

/** What `markdown` of the configuration leaves open of ids and links; `hasDashes`: `--` becomes a dash. */
interface MarkdownChanges {
  readonly ids: string | null;
  readonly links: string | null;
  readonly hasDashes: boolean;
}

/** Options that change neither. */
const HARMLESS = new Set(['syntaxHighlight', 'shikiConfig', 'remarkRehype']);

export function unsureMarkdown(markdown: ScriptValue): MarkdownChanges {
  if (markdown.kind === 'absent') return { ids: null, links: null, hasDashes: true };
  if (markdown.kind !== 'map' || markdown.isOpen) {
    const why = 'markdown of the configuration is computed';
    return { ids: why, links: why, hasDashes: true };
  }
  const changes = ['remarkPlugins', 'rehypePlugins'].map((key) => remarkChanges(key, valueAt(markdown, key)));
  const smart = valueAt(markdown, 'smartypants');
  const known = new Set([...HARMLESS, 'remarkPlugins', 'rehypePlugins', 'smartypants']);
  const other = [...markdown.entries.keys()].find((key) => !known.has(key));
  const isSmartKnown = smart.kind === 'absent' || (smart.kind === 'literal' && typeof smart.value === 'boolean');
  return {
    ids:
      changes.map(({ ids }) => ids).find((why) => why !== null) ??
      (other !== undefined || !isSmartKnown
        ? `markdown.${other ?? 'smartypants'} of the configuration may change them`
        : null),
    links:
      changes.map(({ links }) => links).find((why) => why !== null) ??
      (other === undefined || other === 'gfm' ? null : `markdown.${other} of the configuration may change links`),
    hasDashes: !(smart.kind === 'literal' && smart.value === false),
  };
}
