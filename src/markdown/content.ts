import type { Block, ShortcodeCall } from './facts.ts';
import type { Layer } from './mask.ts';
import type { LexedShortcodes } from './shortcodes.ts';
import type { Tree } from './tree.ts';

export function readBlocks(
  _text: string,
  _layers: readonly { readonly layer: Layer; readonly tree: Tree }[],
  _headings: readonly number[],
  _lexed: LexedShortcodes,
  _places: readonly ShortcodeCall['place'][],
): Block[] {
  return [];
}
