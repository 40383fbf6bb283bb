import type { Block, ListItem, Range } from '../../markdown/facts.ts';
import { isUnspaced } from '../../sections/role-words.ts';
import type { CompetencyList } from '../framework.ts';
import { splitWords } from '../wording.ts';
import { isCategory, isDivider, readCell, readText, withSentences } from './items.ts';
import type { PagePart } from './parts.ts';
import { sentencesOf } from './sentences.ts';
import type { Sheet } from './sheets.ts';
import { headingAt } from './unfold-levels.ts';

type BlockPart = PagePart & { readonly kind: 'block' };

/** A name and what it stands before: `**Craft:** Plans the work.`, or `Craft` above a nested list. */
interface Named {
  readonly text: string;
  readonly range: Range;
  readonly below: readonly PagePart[];
}

/**
 * Sheets in which names of groups that are no headings stand as headings, where no heading names a group: items with lists
 * below them, bold words before a text, terms with definitions, rows of a table. Where most sheets have no list at all, each
 * sentence of their prose is a competency.
 */
export function unfoldSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const unfolded = sheets.map((sheet): Sheet => {
    if (sheet.shape !== 'page' && sheet.shape !== 'heading') return sheet;
    const parts = sheet.parts.filter((part) => !isTitle(part));
    return { ...sheet, parts: parts.some(({ kind }) => kind === 'heading') ? parts : unfoldParts(parts) };
  });
  const inProse = unfolded.filter(({ parts }) => !parts.some(holdsItems) && countSentences(parts) >= fewestSentences);
  if (inProse.length * 2 <= unfolded.length) return unfolded;
  return unfolded.map((sheet) => ({
    ...sheet,
    parts: sheet.parts.map((part) =>
      part.kind === 'block' && part.block.type === 'paragraph' && !isLabel(part)
        ? itemsOf(part, part.block.text, part.block.range, 'prose')
        : part,
    ),
  }));
}

/** Fewer sentences about a level say what the level is, and not what it asks for. */
const fewestSentences = 3;
/** A sentence that asks for something has at least this many words. */
const fewestWords = 4;

function countSentences(parts: readonly PagePart[]): number {
  const sentences = parts.flatMap((part) =>
    part.kind === 'block' && part.block.type === 'paragraph'
      ? sentencesOf(part.block.text, part.block.range, part.page)
      : [],
  );
  return sentences.filter(({ text }) => splitWords(text).length >= fewestWords || isUnspaced(text)).length;
}

/** The heading that repeats the page's title. */
function isTitle(part: PagePart): boolean {
  return (
    part.kind === 'heading' && part.heading.level === 1 && part.via === null && part.heading.text === part.page.title
  );
}

function holdsItems(part: PagePart): boolean {
  return (
    part.kind === 'items' ||
    part.kind === 'include' ||
    (part.kind === 'block' && /^(?:list|table|shortcode)$/.test(part.block.type))
  );
}

/** Does a paragraph only name something (`**Craft**`, `We look for:`), or say a fact (`**Grade:** 8`)? */
function isLabel(part: BlockPart): boolean {
  const source = part.page.text.slice(...part.block.range).trim();
  return /^(\*\*|__)[^*_\n]+\1[:.]?$|[:：]$/u.test(source) || lead.exec(source)?.[0].includes(':') === true;
}

/** Where there are lists or tables, all of them must name groups; else paragraphs do, and no paragraph beside a list. */
function unfoldParts(parts: readonly PagePart[]): readonly PagePart[] {
  const blocks = parts.filter((part) => part.kind === 'block');
  const lists = blocks.filter(holdsItems);
  const named = new Map<PagePart, readonly Named[]>(
    (lists.length > 0 ? lists : blocks).map((part) => [part, namesIn(part.block, part)]),
  );
  const all = [...named.values()];
  if (lists.length > 0 ? all.some(({ length }) => length === 0) : !isWorthUnfolding(all.flat())) return parts;
  return parts.flatMap((part) => {
    const names = named.get(part) ?? [];
    if (names.length === 0) return [part];
    return names.flatMap(({ text, range, below }) => [
      ...(text === '' ? [] : [headingAt(part, text, range, 6)]),
      ...below,
    ]);
  });
}

/** Lines of nothing but bold words are told as such, and one name is no group. */
function isWorthUnfolding(names: readonly Named[]): boolean {
  return names.length >= 2 && names.some(({ below }) => below.length > 0);
}

/** The groups that a block names; none when it does anything else. */
function namesIn(block: Block, part: BlockPart): readonly Named[] {
  switch (block.type) {
    case 'list': {
      const named = block.items.map((item) => itemName(item, part));
      return named.every((each) => each !== null) ? named : [];
    }
    case 'paragraph':
      return boldLeads(block.text, block.range, part) ?? definitions(block.range, part);
    case 'table': {
      const rows = withSentences(block, part.page).rows.filter((cells) => !isDivider(cells));
      const several = rows.filter((cells) => cells.slice(1).some(({ lines }) => lines !== undefined));
      if (several.length * 2 <= rows.length) return [];
      return rows.flatMap(([first, ...cells]) => {
        if (first === undefined) return [];
        const below = cells.map((cell) => asPart(part, readCell(cell, null, part), cell.range));
        return [{ text: first.text, range: first.textRange, below }];
      });
    }
    default:
      return [];
  }
}

/** `**Scope**: …` in each line of a paragraph. */
function boldLeads(text: string, whole: Range, part: BlockPart): readonly Named[] | null {
  const lines = part.page.text.slice(...whole).split(/\n(?=\*\*|__)/);
  let [at, said] = [whole[0], 0];
  const named = lines.map((line, index) => {
    const range: Range = [at, at + line.length];
    at = range[1] + 1;
    const next = lead.exec(lines[index + 1] ?? '')?.[2];
    const end = next === undefined ? -1 : text.indexOf(next, said + 1);
    const own = text.slice(said, end < 0 ? undefined : end);
    said = end < 0 ? text.length : end;
    return boldLead(own.trim(), range, part);
  });
  return named.every((each) => each !== null) ? named : null;
}

function itemName(item: ListItem, part: BlockPart): Named | null {
  const below = item.children.map((block): PagePart => ({ kind: 'block', page: part.page, via: part.via, block }));
  const lead = boldLead(item.text, item.textRange, part);
  if (lead !== null) return { ...lead, below: [...lead.below, ...below] };
  const isName = isCategory(item.text) && item.children.some(({ type }) => type === 'list');
  return isName ? { text: item.text, range: item.textRange, below } : null;
}

/** Bold words that a colon, a stop or a dash sets apart from what follows, if anything does. */
const lead = /^(\*\*|__)([^*_\n]{1,80}?)([:.：]?)\1\s*([:：–—-]?)\s*/u;

function boldLead(text: string, range: Range, part: BlockPart): Named | null {
  const match = lead.exec(part.page.text.slice(...range));
  if (match === null) return null;
  const [whole, mark = '', name = '', inner, outer] = match;
  const rest = text.slice(text.indexOf(name) + name.length).replace(/^[\s:：.–—-]+/u, '');
  if (!isCategory(name) || (rest !== '' && `${inner}${outer}` === '')) return null;
  const start = range[0] + mark.length;
  const below = rest === '' ? [] : [itemsOf(part, rest, [range[0] + whole.length, range[1]])];
  return { text: name, range: [start, start + name.length], below };
}

/** A term and its definitions, as kramdown, Goldmark and Python-Markdown's `def_list` read them; without a term, more of them. */
function definitions(range: Range, part: BlockPart): readonly Named[] {
  const source = part.page.text.slice(...range);
  const term = /^(?!:[ \t])[^\n]*(?=\n {0,3}:[ \t])/.exec(source)?.[0] ?? '';
  const said = [...source.matchAll(/^ {0,3}:[ \t]+(.+)$/gm)];
  if (said.length === 0 || source.split('\n').length > said.length + (term === '' ? 0 : 1) || !isCategory(term))
    return [];
  const items = said.map(({ index, 0: line, 1: text = '' }) => {
    const end = range[0] + index + line.length;
    return readText(text, [end - text.length, end], null, part);
  });
  return [{ text: term, range: [range[0], range[0] + term.length], below: [asPart(part, items, range)] }];
}

/** The sentences of a text as competencies. */
function itemsOf(part: PagePart, text: string, range: Range, kind: CompetencyList['kind'] = 'table'): PagePart {
  const items = sentencesOf(text, range, part.page).map((sentence) =>
    readText(sentence.text, sentence.range, null, part),
  );
  return asPart(part, items, range, kind);
}

function asPart(
  { page, via }: PagePart,
  items: CompetencyList['items'],
  range: Range,
  kind: CompetencyList['kind'] = 'table',
): PagePart {
  return { kind: 'items', page, via, list: { kind, page, range, via, items, struck: [] }, texts: [] };
}
