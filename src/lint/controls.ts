import { getOrInsert } from '../collections/get-or-insert.ts';
import type { ControlComment } from '../markdown/facts.ts';

interface Mark {
  readonly offset: number;
  readonly on: boolean;
  readonly comment: ControlComment;
}

/** What a page's control comments silence. */
export interface Controls {
  /** The comment that silences a finding of this rule here, or `null`. */
  silencedBy(rule: string, offset: number): ControlComment | null;
}

/**
 * Reads control comments as unified-message-control does, so that the command agrees with remark-lint in
 * every case, the odd ones included: a `disable` of all rules that is never enabled again silences the
 * rules that no earlier comment names on the whole page.
 */
export function readControls(comments: readonly ControlComment[]): Controls {
  const scopes = new Map<string, Mark[]>();
  const globals: Mark[] = [];
  let off: ControlComment | null = null;

  const current = (rule: string | null): boolean => {
    const last = (rule === null ? globals : scopes.get(rule))?.at(-1);
    return last?.on ?? off === null;
  };
  const toggle = (offset: number, on: boolean, comment: ControlComment, rule: string | null): void => {
    const marks = rule === null ? globals : getOrInsert(scopes, rule, () => []);
    if (current(rule) !== on) marks.push({ offset, on, comment });
    if (rule === null) for (const named of scopes.keys()) toggle(offset, on, comment, named);
  };

  for (const comment of comments) {
    const start = comment.range[0];
    const named = comment.rules.length === 0 ? [null] : comment.rules.map((rule) => rule.id);
    for (const rule of named) {
      if (comment.verb === 'ignore') {
        if (comment.next === undefined) continue;
        toggle(start, false, comment, rule);
        toggle(comment.next[1], true, comment, rule);
      } else {
        toggle(start, comment.verb === 'enable', comment, rule);
        if (rule === null) off = comment.verb === 'disable' ? comment : null;
      }
    }
  }

  const lastBefore = (marks: readonly Mark[] | undefined, offset: number) =>
    marks?.findLast((mark) => mark.offset <= offset);
  return {
    silencedBy(rule, offset) {
      const own = lastBefore(scopes.get(rule), offset);
      if (own === undefined) {
        if (off !== null) return off;
      } else if (!own.on) return own.comment;
      const all = lastBefore(globals, offset);
      return all === undefined || all.on ? null : all.comment;
    },
  };
}
