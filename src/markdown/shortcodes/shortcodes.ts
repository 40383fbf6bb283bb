import type { Range, ReadProblem, ShortcodeCall } from '../facts.ts';
import { includeNearMiss, readTag, type TagResult } from './tag.ts';

/** A call, before it is known whether it stands in code or in a comment. */
type UnplacedCall = Omit<ShortcodeCall, 'place'>;

/** One tag of a call: `part` tells an opening tag from its closing one. */
interface Tag {
  /** Index into `calls`. */
  readonly call: number;
  readonly part: 'open' | 'close';
  readonly range: Range;
}

/** All shortcodes of a text, as Hugo's lexer finds them: before Markdown, in code and comments too. */
export interface LexedShortcodes {
  readonly calls: readonly UnplacedCall[];
  /** In document order. */
  readonly tags: readonly Tag[];
  /** The comment marks of escaped examples, `{{</* x *​/>}}`, which Hugo drops. */
  readonly escapes: readonly Range[];
  readonly problems: readonly ReadProblem[];
}

interface OpenCall {
  name: string;
  delimiter: '%' | '<';
  params: UnplacedCall['params'];
  range: Range;
  inner: Range | null;
}

/** Of a text without any, as most are. */
const NONE: LexedShortcodes = { calls: [], tags: [], escapes: [], problems: [] };

/** Finds every shortcode from `from` on, in one pass. */
export function lexShortcodes(text: string, from = 0): LexedShortcodes {
  let at = text.indexOf('{{', from);
  if (at === -1) return NONE;
  const calls: OpenCall[] = [];
  const tags: Tag[] = [];
  const escapes: Range[] = [];
  const problems: ReadProblem[] = [];
  const open = new OpenCalls();
  const unclosedEscape = { '%': false, '<': false };
  while (at !== -1) {
    const delimiter = text[at + 2];
    if (delimiter !== '<' && delimiter !== '%') {
      const miss = includeNearMiss(text, at);
      if (miss) problems.push(miss);
      at = text.indexOf('{{', miss ? miss.range[1] : at + 1);
      continue;
    }
    if (text.startsWith('/*', at + 3)) {
      // One search that fails is enough: no later escape with this delimiter can be closed either.
      const end = unclosedEscape[delimiter] ? -1 : text.indexOf(delimiter === '<' ? '*/>}}' : '*/%}}', at + 5);
      if (end !== -1) {
        escapes.push([at + 3, at + 5], [end, end + 2]);
        at = text.indexOf('{{', end);
        continue;
      }
      unclosedEscape[delimiter] = true;
      problems.push({ kind: 'shortcode-unclosed', range: [at, at + 5], detail: '' });
      at = text.indexOf('{{', at + 1);
      continue;
    }
    const result = readTag(text, at, delimiter);
    if (result.kind === 'problem') problems.push(result.problem);
    else if (result.kind === 'open') {
      open.push(result.name, calls.length);
      tags.push({ call: calls.length, part: 'open', range: result.range });
      calls.push({ name: result.name, delimiter, params: result.params, range: result.range, inner: null });
      if (result.selfClosing) open.close(result.name);
    } else closeCall(result, calls, tags, open, problems);
    at = text.indexOf('{{', result.kind === 'problem' ? at + 1 : result.range[1]);
  }
  return { calls, tags, escapes, problems };
}

function closeCall(
  tag: Extract<TagResult, { kind: 'close' }>,
  calls: OpenCall[],
  tags: Tag[],
  open: OpenCalls,
  problems: ReadProblem[],
): void {
  const index = open.close(tag.name);
  const call = calls[index ?? -1];
  if (index === undefined) problems.push({ kind: 'shortcode-malformed', range: tag.range, detail: tag.name });
  if (index === undefined || index === null || call === undefined) return;
  call.inner = [call.range[1], tag.range[0]];
  tags.push({ call: index, part: 'close', range: tag.range });
}

/**
 * Calls that may still get a closing tag. Only the template knows whether a call wants one, so a closing tag
 * belongs to the nearest call of its name, and the calls in between had none.
 */
class OpenCalls {
  private readonly stack: { name: string; index: number }[] = [];
  private readonly counts = new Map<string, number>();
  /** How many calls have no closing tag yet, those in between too. */
  private unclosed = 0;

  push(name: string, index: number): void {
    this.unclosed += 1;
    this.stack.push({ name, index });
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /**
   * The call that a closing tag of this name closes; the last one, where the tag names none, or one that has been closed: Hugo asks only
   * that the name came before, and that a call is left to be closed (run with 0.131 and 0.169). `null`: one of those in between.
   */
  close(name: string): number | null | undefined {
    const count = this.counts.get(name);
    if (this.unclosed === 0 || (name !== '' && count === undefined)) return undefined;
    this.unclosed -= 1;
    for (let call = this.stack.pop(); call; call = this.stack.pop()) {
      this.counts.set(call.name, (this.counts.get(call.name) ?? 1) - 1);
      if (call.name === name || !count) return call.index;
    }
    return name === '' ? undefined : null;
  }
}
