import type { RawAnchor } from '../facts.ts';
import { inPage, type ParsedLayer } from '../layer/layer-facts.ts';
import { readAttributes } from './attributes.ts';
import { lineEnd } from './heading-source.ts';

const MAX_LINES = 10_000;
const NUMBERED = /(?:^|[{,\s])linenos\s*=\s*"?(\w+)/i;
const ANCHORED = /(?:^|[{,\s])anchorlinenos\s*=\s*"?(\w+)/i;

/**
 * Ids that a fence gives: of the attributes behind its language, ```` ```go {#id} ````, and one for each line where lines are numbered
 * and their numbers anchors, by the site's settings or by the fence's: `hl-2-7` (the third fence of the page, line 7) or by
 * `lineAnchors`. A fence without a language has none. Run with Hugo 0.131 and 0.169.
 */
export function fenceAnchors({ tree, layer, settings }: ParsedLayer, fences: readonly number[]): RawAnchor[] {
  const { codeLines: lines } = settings;
  const anchors: RawAnchor[] = [];
  for (const [index, node] of fences.entries()) {
    const start = tree.start(node);
    const end = lineEnd(layer.text, start);
    const [info = '', language = ''] = /^(?:`{3,}|~{3,})([^{]*)/.exec(layer.text.slice(start, end)) ?? [];
    if (language.trim() === '') continue;
    const brace = start + info.length;
    const attributes = readAttributes(layer.text, brace, end);
    const range = inPage(layer, attributes === undefined ? [start, end] : [brace, attributes.end]);
    const add = (id: string) => anchors.push({ kind: 'fence', id, range });
    if (attributes?.id !== undefined) add(attributes.id);
    const written = attributes === undefined ? '' : layer.text.slice(brace, attributes.end);
    if (!isOn(written, NUMBERED, lines.areNumbered) || !isOn(written, ANCHORED, lines.haveIds)) continue;
    const prefix = /lineanchors\s*=\s*"?([\w-]+)/i.exec(written)?.[1] ?? (lines.prefix || `hl-${index}`);
    const first = Number(/linenostart\s*=\s*"?(\d+)/i.exec(written)?.[1] ?? 1);
    const code = tree.value(node).replace(/(?<![\r\n])[\r\n]+$/, '');
    const count = code === '' ? 0 : Math.min(code.split('\n').length, MAX_LINES);
    for (let line = 0; line < count; line += 1) add(`${prefix}-${first + line}`);
  }
  return anchors;
}

/** Whether a fence says `name=true`, or does not say otherwise than the site; the pattern finds the value. */
function isOn(attributes: string, setting: RegExp, otherwise: boolean): boolean {
  const value = setting.exec(attributes)?.[1]?.toLowerCase();
  return value === undefined ? otherwise : value !== 'false';
}
