import { compareTexts } from '../../../../collections/order.ts';

/** What a value in a template may be. */
export type Value = string | number | boolean | null | readonly Value[] | Fields | typeof UNKNOWN;

/** An object: what a field of it is, or what a method of it returns for its arguments. */
export interface Fields {
  field(name: string, args: readonly Value[]): Value;
  /** Of a `dict`, its values by their keys. */
  readonly entries?: ReadonlyMap<string, Value>;
  /** Whether there may be entries besides. No when absent. */
  readonly mayHaveMore?: boolean;
}

/** Whether a value is an object. */
export function isFields(value: Value | undefined): value is Fields {
  return typeof value === 'object' && value !== null && 'field' in value;
}

/** What nobody can know before the site is built. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** Where the value of a template that is not known shows in what it prints. */
export const UNKNOWN_TEXT = '\0';

/** Whether a value counts as true in a condition; `null` when that is not known. */
export function isTrue(value: Value): boolean | null {
  if (value === UNKNOWN || isPartlyUnknown(value)) return null;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Whether a value is a text that holds something unknown. */
export function isPartlyUnknown(value: Value): boolean {
  return typeof value === 'string' && value.includes(UNKNOWN_TEXT);
}

/** A value as it is printed. */
export function printed(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object' || typeof value === 'symbol') return UNKNOWN_TEXT;
  return String(value);
}

/** What `range` takes in turn, each with its number or its key; `null` when that is not known. */
export function itemsOf(list: Value): readonly (readonly [Value, Value])[] | null {
  if (list === null) return [];
  if (Array.isArray(list)) return [...(list as readonly Value[]).entries()];
  const entries = isFields(list) ? list.entries : undefined;
  return entries === undefined ? null : [...entries].sort(([a], [b]) => compareTexts(a, b));
}

/** Letters of a text, or values of a list, above which it is not followed: a template can double what it has at each step. */
const MOST = 4096;

/** A value that is not too long. */
export function bounded(value: Value): Value {
  return (typeof value === 'string' || Array.isArray(value)) && value.length > MOST ? UNKNOWN : value;
}

/** What a site answers to templates. */
export interface TemplateSite {
  /** The address of the page that a path means on the page that is built; `null` when there is none. */
  pageAt(path: string): string | null;
  /** The address of the page at a path from the top; `null` when there is none. */
  pageFromTop(path: string): string | null;
  /** What `ref` makes of a path, its fragment included; `null` when it finds nothing. */
  reference(path: string): string | null;
  /** The address of a file in the page's folder, or among the assets; `undefined` where nobody can know. */
  resourceAt(path: string): string | null;
  assetAt(path: string): string | null | undefined;
  /** The address of a file in the folder of the page's section; `undefined` where no file makes the section. */
  sectionResourceAt(path: string): string | null | undefined;
  /** `leaf`, `branch` or `''`. */
  readonly bundleType: string;
  /** A parameter of the site by its path, `a.b`: `null` when nobody sets it. */
  param(path: string): Value;
  /** The text of a partial template; `null` for one that is not here. */
  partial(name: string): string | null;
  /** The address of the page that is built, that of the home page, and what stands before both: the path of `baseURL`, or nothing. */
  readonly page: string;
  readonly home: string;
  readonly basePath: string;
  /** What full URLs begin with, `https://example.org/base`, on a site where they lead elsewhere than paths do; else `null`. */
  readonly base: string | null;
  /** The language that stands before addresses, or `''`. */
  readonly language: string;
}

/** A function of templates. */
export type Call = (args: readonly Value[], site: TemplateSite) => Value;

const none = () => null;
/** A site without pages and files. */
export const EMPTY_SITE: TemplateSite = {
  ...{ pageAt: none, pageFromTop: none, reference: none, resourceAt: none, assetAt: none },
  ...{
    param: none,
    partial: none,
    sectionResourceAt: none,
    bundleType: '',
    page: '/',
    home: '/',
    basePath: '',
    base: null,
    language: '',
  },
};
