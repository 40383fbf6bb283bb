import type { Block, ListItem, Range, TableBlock } from '../markdown/facts.ts';
import { query } from '../model/query.ts';
import { roleWordsOf } from './names/role-words.ts';
import { nearestName } from './names/spelling.ts';
import { boldLeadIns, definitionsIn } from './outline/lead-ins.ts';
import { labelDepth, type Outline, type OutlineEvent, outlineOf, type Piece, type Source } from './outline/outline.ts';
import { readOutline } from './outline/read-outline.ts';
import { type CompiledSection, type CompiledType, pageTypeOf } from './page-type.ts';

/** A name that is no heading, and what stands behind or below it. */
interface Label {
  readonly text: string;
  readonly range: Range;
  /** A line of its own, words before a text, an item of a list, a row of a table. */
  readonly form: 'line' | 'lead' | 'item' | 'row';
  readonly below: readonly Block[];
}

/** With fewer labels than this, bold words could be a slip. */
const fewestLabels = 3;

/**
 * The sections that pages of a type mostly have as labels instead of headings: lines of bold words, words before a text or a list,
 * terms with definitions, first cells of a table.
 */
export const labelledSections = query(
  'sections that are labels',
  (handbook, type: CompiledType): ReadonlySet<CompiledSection> => {
    const counts = new Map(type.sections.map((section) => [section, { headed: 0, labelled: 0 }]));
    for (const page of handbook.pages) {
      const own = pageTypeOf(page, handbook);
      if (own?.kind !== 'type' || own.type !== type) continue;
      const outline = readOutline(page, handbook);
      const around = roleWordsOf([page.title]);
      const labels = labelsOf([outline.lead, ...outline.sections.map(({ pieces }) => pieces)].flat());
      for (const [section, count] of counts) {
        const isName = (text: string) => section.names.isSure(text, around);
        count.headed += outline.sections.filter(({ text }) => isName(text)).length;
        count.labelled += labels.filter(({ text }) => isName(text)).length;
      }
    }
    const usual = [...counts].filter(([, { headed, labelled }]) => labelled >= fewestLabels && labelled > headed);
    return new Set(usual.map(([section]) => section));
  },
  { keep: 16 },
);

/** The labels in what stands below a heading. */
export function labelsOf(pieces: readonly Piece[]): readonly Label[] {
  const parts = pieces.flatMap((piece) => (piece.kind === 'block' ? partsOf(piece.block, piece.source) : []));
  return parts.flatMap(({ label }) => label ?? []);
}

/** The outline with the labels of these sections, well spelt or not, as headings below all others. */
export function withLabels(outline: Outline, sections: ReadonlySet<CompiledSection>, title: string): Outline {
  if (sections.size === 0) return outline;
  const around = roleWordsOf([title]);
  const isNamed = ({ text }: Label) =>
    [...sections].some(({ names }) => names.isSure(text, around) || nearestName(text, names.plain, around) !== null);
  const events = outline.sections.flatMap((section): OutlineEvent[] => [
    { kind: 'heading', ...section },
    ...unfold(section.pieces, isNamed),
  ]);
  return { ...outlineOf([...unfold(outline.lead, isNamed), ...events]), unknown: outline.unknown };
}

/** Pieces, and headings in the place of labels that name sections. */
function unfold(pieces: readonly Piece[], isNamed: (label: Label) => boolean): readonly OutlineEvent[] {
  const events: OutlineEvent[] = [];
  // What follows a list or a table does not belong to its last item or row.
  const own: OutlineEvent[] = [];
  let open: Label['form'] | null = null;
  for (const piece of pieces) {
    if (piece.kind !== 'block') {
      events.push({ kind: 'piece', piece });
      continue;
    }
    const { page, source, call } = piece;
    const parts = partsOf(piece.block, source);
    const isPlain = parts.every(({ label }) => label === null || !(isNamed(label) || label.form === open));
    for (const part of isPlain ? [{ block: piece.block, label: null }] : parts) {
      const label = part.label;
      const isSection = label !== null && isNamed(label);
      // Another name of the form ends a section, but for a line right below its name, which is a part of it.
      const isEnd = label?.form === open && (open !== 'line' || events.at(-1)?.kind === 'piece');
      if (label === null || !(isSection || isEnd)) {
        events.push({ kind: 'piece', piece: { ...piece, block: part.block } });
        continue;
      }
      open = isSection ? label.form : null;
      const { text, range, below } = label;
      const place = { page, range, source, onPage: call ?? range };
      const to = label.form === 'item' || label.form === 'row' ? own : events;
      to.push({ kind: 'heading', level: labelDepth, id: null, text, place });
      to.push(...below.map((block): OutlineEvent => ({ kind: 'piece', piece: { ...piece, block } })));
    }
  }
  return [...events, ...own];
}

/** A part of a block: an item of a list, a row of a table, a line, or all of it. */
interface Part {
  readonly block: Block;
  readonly label: Label | null;
}

function partsOf(block: Block, source: Source): readonly Part[] {
  switch (block.type) {
    case 'paragraph':
      return inParagraph(block, source);
    case 'list': {
      const parts = block.items.map((item) => ({ block: { ...block, items: [item] }, label: ofItem(item, source) }));
      return parts.some(({ label }) => label !== null) ? parts : [{ block, label: null }];
    }
    case 'table': {
      const { header, rows } = block;
      const parts = rows.map(
        (row): Part => ({ block: { ...block, header: [], rows: [row] }, label: ofRow(row, block) }),
      );
      // Of rows that name sections, the header only says so.
      return [{ block: { ...block, rows: [], header: [] }, label: ofRow(header, block) }, ...parts];
    }
    default:
      return [{ block, label: null }];
  }
}

function inParagraph(block: Block & { readonly type: 'paragraph' }, source: Source): readonly Part[] {
  const written = source(block.range);
  const term = definitionsIn(block.range, written);
  const names = boldLeadIns(block.text, block.range, written) ?? (term === null ? [] : [term]);
  if (names.length === 0) return [{ block, label: plainLabel(block.text, block.range, 'lead', []) }];
  return names.map(({ name, range, rest }, at): Part => {
    const end = names[at + 1]?.range[0] ?? block.range[1];
    const below = rest.map((each): Block => ({ type: 'paragraph', ...each }));
    const label =
      name === '' ? null : ({ text: name, range, form: below.length === 0 ? 'line' : 'lead', below } as const);
    return { block: names.length === 1 ? block : { type: 'paragraph', text: name, range: [range[0], end] }, label };
  });
}

function ofItem({ text, textRange, children }: ListItem, source: Source): Label | null {
  const [named] = boldLeadIns(text, textRange, source(textRange)) ?? [];
  if (named === undefined) return plainLabel(text, textRange, 'item', children);
  const said = named.rest.map((each): Block => ({ type: 'paragraph', ...each }));
  return { text: named.name, range: named.range, form: 'item', below: [...said, ...children] };
}

/** `Reports to: …` */
function plainLabel(text: string, range: Range, form: Label['form'], children: readonly Block[]): Label | null {
  const [whole, name] = /^([^:：\n]{1,80})[:：](?:\s+|$)/u.exec(text) ?? [];
  if (whole === undefined || name === undefined) return null;
  const rest = text.slice(whole.length);
  const below: Block[] = rest === '' ? [] : [{ type: 'paragraph', text: rest, range }];
  return { text: name, range, form, below: [...below, ...children] };
}

function ofRow(row: TableBlock['header'], table: TableBlock): Label | null {
  const [first, ...cells] = row;
  if (first === undefined || first.text.trim() === '' || cells.length === 0) return null;
  return { text: first.text, range: first.textRange, form: 'row', below: [{ ...table, header: [], rows: [cells] }] };
}
