import { relativePath } from '../sites/destination.ts';
import type { HandbookStates, ReferencePair } from './states.ts';

/** The name of a file that a page brings in, written so that the page brings in the same file; `null` when there is no way to. */
export function nameOfPart(
  { before, now, page: { after: page } }: ReferencePair,
  states: HandbookStates,
): string | null {
  if (before.kind !== 'part' || now.kind !== 'part') return null;
  const { exists, moved } = states;
  const file = before.call.paths.find(exists.before);
  if (file === undefined) return null;
  const [start, end] = now.range;
  const { ids } = states.after.site;
  const bringsIn = (name: string) => {
    const parts = ids.partsOf?.(page.text.slice(0, start) + name + page.text.slice(end), page.path);
    const calls = [...(parts?.files ?? []), ...(parts?.others ?? [])];
    return calls.find(({ range }) => range[0] === start && range[1] === start + name.length)?.paths.find(exists.after);
  };
  const target = moved(file);
  return namesOf(target, page.path, page.text.slice(start, end)).find((name) => bringsIn(name) === target) ?? null;
}

/** Ways to name a file, those that begin as the old name first: from the page, from a folder above, from a folder with a sign. */
function namesOf(path: string, page: string, written: string): readonly string[] {
  const steps = relativePath(page, path);
  const relative = steps.startsWith('.') ? steps : `./${steps}`;
  const segments = path.split('/');
  const below = segments.map((_, at) => segments.slice(at).join('/'));
  const [sign = ''] = /^@(?:site)?\//.exec(written) ?? [];
  const named = below.map((each) => sign + each);
  return written.startsWith('.') ? [relative, ...named] : [...named, steps, relative];
}
