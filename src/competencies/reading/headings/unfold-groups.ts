import { addToSet } from '../../../collections/groups.ts';
import type { Block, ListItem, Range, TableBlock } from '../../../markdown/facts.ts';
import { isUnspaced } from '../../../sections/names/role-words.ts';
import { boldLeadIn, boldLeadIns, definitionsIn, isLabelled, type LeadIn } from '../../../sections/outline/lead-ins.ts';
import { type CompetencyList, isText } from '../../framework.ts';
import { splitWords, wordKey } from '../../wording.ts';
import { cellList, isCategory, isDivider, readText, withSentences } from '../items.ts';
import { boldLine, emphasisedLine, headingPart, italicLines, type PagePart } from '../parts.ts';
import { sentencesOf, withoutMarkup } from '../sentences.ts';
import { fewestLevels, type Sheet } from '../sheets.ts';

type BlockPart = PagePart & { readonly kind: 'block' };

/** A name and what it stands before: `**Craft:** Plans the work.`, or `Craft` above a nested list. */
interface Named {
  readonly text: string;
  readonly range: Range;
  readonly below: readonly PagePart[];
}

/**
 * Sheets in which names of groups that are no headings stand as headings, where no heading names a group: items with lists
 * below them, bold words before a text, terms with definitions, rows of a table.
 */
export function unfoldSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const rowsNameGroups = areRowsGroups(sheets);
  const headed = sheets.filter(({ parts }) => parts.some((part) => part.kind === 'heading' && !isTitle(part)));
  // Where hardly a level has headings, those of one are about something else: "Are you ready?"
  const mayHaveHeadings = headed.length * 2 < sheets.length;
  const named = withoutBareItems(sheets.map((sheet) => namesOn(sheet, rowsNameGroups, mayHaveHeadings)));
  const areGroups = namesOfGroups(named, sheets);
  return withSentencesOfProse(
    sheets.map((sheet, at): Sheet => {
      if (!isText(sheet.shape)) return sheet;
      const names = named[at]!;
      const parts = sheet.parts.filter((part) => !isTitle(part));
      return { ...sheet, parts: areGroups(names) ? unfoldParts(parts, names) : parts };
    }),
  );
}

/** Tells which names are those of groups: names that come again at other levels, where most sheets with names have such. */
function namesOfGroups(named: readonly Names[], sheets: readonly Sheet[]): (names: Names) => boolean {
  const levels = new Map<string, Set<string>>();
  for (const [at, names] of named.entries())
    if (isWorthUnfolding(names)) for (const name of wordsOf(names)) addToSet(levels, name, sheets[at]!.level);
  const all = new Set([...levels.values()].flatMap((each) => [...each])).size;
  const fewest = all < fewestLevels ? all : Math.max(fewestLevels, all / 2);
  // Bold words before a single competency stand once, and seldom come again at other levels.
  const repeatedIn = (names: Names) =>
    new Set(wordsOf(names).filter((name) => (levels.get(name)?.size ?? 0) >= fewest)).size;
  const sure = named.filter((names) => isWorthUnfolding(names) && repeatedIn(names) * 2 > wordsOf(names).length);
  const areUsual = sure.length * 2 > named.filter(({ size }) => size > 0).length;
  // Where groups are named so, one of them may be missing, or misspelt.
  return (names) => sure.includes(names) || (areUsual && repeatedIn(names) > 0);
}

/** Where most sheets have no list at all, each sentence of their prose is a competency. */
function withSentencesOfProse(sheets: readonly Sheet[]): readonly Sheet[] {
  const inProse = sheets.filter(({ parts }) => !parts.some(holdsItems) && countSentences(parts) >= fewestSentences);
  if (inProse.length * 2 <= sheets.length) return sheets;
  const inSentences = (part: PagePart) =>
    isParagraph(part) && !isLabelled(part.page.text.slice(...part.block.range))
      ? itemsOf(part, part.block.text, part.block.range, 'prose')
      : part;
  return sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.map(inSentences) }));
}

/** The groups that each part of a sheet names. */
type Names = ReadonlyMap<BlockPart, readonly Named[]>;

const noNames: Names = new Map();

function wordsOf(names: Names): readonly string[] {
  return [...names.values()].flatMap((each) => each.flatMap(({ text }) => wordKey(text) || []));
}

/** Fewer sentences about a level say what the level is, and not what it asks for. */
const fewestSentences = 3;
/** A sentence that asks for something has at least this many words. */
const fewestWords = 4;

function countSentences(parts: readonly PagePart[]): number {
  const paragraphs = parts.filter(isParagraph);
  const sentences = paragraphs.flatMap(({ block: { text, range }, page }) => sentencesOf(text, range, page));
  return sentences.filter(({ text }) => splitWords(text).length >= fewestWords || isUnspaced(text)).length;
}

type Paragraph = Block & { readonly type: 'paragraph' };

function isParagraph(part: PagePart): part is BlockPart & { readonly block: Paragraph } {
  return part.kind === 'block' && part.block.type === 'paragraph';
}

/** The heading that repeats the page's title. */
function isTitle(part: PagePart): boolean {
  return (
    part.kind === 'heading' && part.heading.level === 1 && part.via === null && part.heading.text === part.page.title
  );
}

function holdsItems(part: PagePart): boolean {
  const type = part.kind === 'block' ? part.block.type : part.kind;
  return /^(?:items|include|list|table|shortcode)$/.test(type);
}

/** What a sheet names above its headings, where it may have any. Where there are lists or tables, all of them must name groups; else paragraphs do, and no paragraph beside a list. */
function namesOn({ parts: all, shape }: Sheet, rowsNameGroups: boolean, mayHaveHeadings: boolean): Names {
  const own = all.filter((part) => !isTitle(part));
  const heading = mayHaveHeadings ? own.findIndex(({ kind }) => kind === 'heading') : -1;
  const parts = heading < 0 ? own : own.slice(0, heading);
  if (!isText(shape) || hasHeadings(parts)) return noNames;
  const blocks = parts.filter((part) => part.kind === 'block');
  const italic: Names = italicLines<BlockPart>(blocks);
  if (italic.size >= 2) return italic;
  const lists = blocks.filter(holdsItems);
  const names: Names = new Map(
    (lists.length > 0 ? lists : blocks).map((part) => [part, namesIn(part.block, part, rowsNameGroups)]),
  );
  const isMixed = lists.length > 0 && [...names.values()].some(({ length }) => length === 0);
  return isMixed || [...names.values()].every(({ length }) => length === 0) ? italic : names;
}

/** Headings, or lines of bold words in their place. */
function hasHeadings(parts: readonly PagePart[]): boolean {
  const bold = parts.filter((part) => boldLine(part) !== null);
  return parts.some(({ kind }) => kind === 'heading') || (parts.some(holdsItems) && bold.length >= 2);
}

function unfoldParts(parts: readonly PagePart[], named: Names): readonly PagePart[] {
  return parts.flatMap((part) => {
    const names = part.kind === 'block' ? (named.get(part) ?? []) : [];
    if (names.length === 0) return [part];
    return names.flatMap(({ text, range, below }) =>
      text === '' ? below : [headingPart(part, text, range, 6), ...below],
    );
  });
}

/** Lines of nothing but bold words are told as such, and one name of a paragraph is no group. */
function isWorthUnfolding(names: Names): boolean {
  const all = [...names.values()].flat();
  const areListed = [...names.keys()].some(holdsItems);
  const areItalic = [...names.keys()].some((part) => emphasisedLine(part, 1) !== null);
  return areListed || (all.length >= 2 && (areItalic || all.some(({ below }) => below.length > 0)));
}

/** Do most rows of the sheets' tables hold several competencies in a cell? Then each row's name is that of their group, also where a level has one. */
function areRowsGroups(sheets: readonly Sheet[]): boolean {
  const rows = sheets.flatMap(({ parts, shape }) =>
    isText(shape) ? parts.flatMap((part) => (part.kind === 'block' ? rowsOf(part.block, part) : [])) : [],
  );
  const several = rows.filter((cells) => cells.slice(1).some(({ lines }) => lines !== undefined));
  return several.length * 2 > rows.length;
}

function rowsOf(block: Block, part: BlockPart): TableBlock['rows'] {
  return block.type === 'table' ? withSentences(block, part.page).rows.filter((cells) => !isDivider(cells)) : [];
}

/** The groups that a block names; none when it does anything else. */
function namesIn(block: Block, part: BlockPart, rowsNameGroups: boolean): readonly Named[] {
  switch (block.type) {
    case 'list': {
      const named = block.items.map((item) => itemName(item, part));
      const bare = block.items.map((item, at) => (named[at] === null ? bareName(item) : null));
      const mayBeBare = named.filter((each) => each === null).length === 1;
      const all = named.map((each, at) => each ?? (mayBeBare ? bare[at]! : null));
      return all.every((each) => each !== null) ? all : [];
    }
    case 'paragraph': {
      const source = part.page.text.slice(...block.range);
      const leads = boldLeadIns(block.text, block.range, source)?.map((each) => led(each, part));
      if (leads?.every((each) => each !== null)) return leads;
      const terms = definitionsIn(block.range, source);
      return terms === null ? [] : defined(terms, part);
    }
    case 'table': {
      if (!rowsNameGroups) return [];
      return rowsOf(block, part).flatMap(([first, ...cells]) => {
        if (first === undefined) return [];
        const { page, via } = part;
        const below = cells.map((cell): PagePart => {
          return { kind: 'items', page, via, list: cellList(cell, null, part), texts: [] };
        });
        return [{ text: first.text, range: first.textRange, below }];
      });
    }
    default:
      return [];
  }
}

/** An item that may name a group and hold nothing. */
function bareName({ text, textRange, children }: ListItem): Named | null {
  return children.length === 0 && isCategory(text) ? { text, range: textRange, below: [] } : null;
}

/** Names without those of lists in which an item holds nothing that is a group on no other sheet: it is a competency. */
function withoutBareItems(named: readonly Names[]): readonly Names[] {
  const isBare = ({ below }: Named) => below.length === 0;
  const keyOf = ({ text }: Named) => wordKey(text);
  const filled = new Set(
    named.flatMap((names) => [...names.values()].flatMap((each) => each.filter((name) => !isBare(name)).map(keyOf))),
  );
  return named.map((names) => {
    const items = [...names].flatMap(([{ block }, each]) => (block.type === 'list' ? each : []));
    return items.some((name) => isBare(name) && !filled.has(keyOf(name))) ? noNames : names;
  });
}

function itemName(item: ListItem, part: BlockPart): Named | null {
  const below = item.children.map((block): PagePart => ({ kind: 'block', page: part.page, via: part.via, block }));
  const lead = boldLeadIn(item.text, item.textRange, part.page.text.slice(...item.textRange));
  const named = lead === null ? null : led(lead, part);
  if (named !== null) return { ...named, below: [...named.below, ...below] };
  const isName = isCategory(item.text) && item.children.some(({ type }) => type === 'list');
  return isName ? { text: item.text, range: item.textRange, below } : null;
}

/** A short name, and the sentences that follow it. */
function led({ name, range, rest }: LeadIn, part: BlockPart): Named | null {
  if (!isCategory(name)) return null;
  return { text: name, range, below: rest.map((each) => itemsOf(part, each.text, each.range)) };
}

function defined({ name, range, rest }: LeadIn, part: BlockPart): readonly Named[] {
  if (!isCategory(name)) return [];
  // What is struck out is asked of nobody.
  const asked = rest.filter(({ text }) => !(text.startsWith('~~') && text.trimEnd().endsWith('~~')));
  const items = asked.map((each) => readText(withoutMarkup(each.text), each.range, null, part));
  return [{ text: name, range, below: [partOf(part, items, part.block.range, 'table')] }];
}

/** The sentences of a text as competencies. */
function itemsOf(part: PagePart, text: string, range: Range, kind: CompetencyList['kind'] = 'table'): PagePart {
  const sentences = sentencesOf(text, range, part.page);
  const items = sentences.map((sentence) => readText(sentence.text, sentence.range, null, part));
  return partOf(part, items, range, kind);
}

function partOf(
  { page, via }: PagePart,
  items: CompetencyList['items'],
  range: Range,
  kind: CompetencyList['kind'],
): PagePart {
  return { kind: 'items', page, via, list: { kind, page, range, via, items, struck: [] }, texts: [] };
}
