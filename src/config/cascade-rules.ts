/** What a section, or the configuration, says about the pages below. */
export interface Cascade {
  /** A pattern of content paths; all pages when absent. */
  readonly target?: string;
  /** `page`, `section` or `home`; all when absent. */
  readonly kind?: string;
  readonly lang?: string;
  readonly draft?: true;
  readonly unrendered?: true;
  readonly url?: string;
  /** It is built from or until this moment only, in ms. */
  readonly from?: number;
  readonly until?: number;
}

/** The rules of a `cascade`, as far as pages move or vanish by them. */
export function cascadesOf(cascade: unknown): readonly Cascade[] {
  if (cascade === undefined) return [];
  return (Array.isArray(cascade) ? cascade : [cascade]).flatMap((one): readonly Cascade[] => {
    const values = valuesOf(one);
    const params = valuesOf(values.get('params'));
    const draft = isTrue(values.get('draft')) || isTrue(params.get('draft'));
    const unrendered = renders(values) === false || isTrue(values.get('headless'));
    const url = text(values.get('url'));
    const from = momentOf(values, 'publishdate');
    const until = momentOf(values, 'expirydate');
    const effect = {
      ...(draft ? { draft } : {}),
      ...(unrendered ? { unrendered } : {}),
      ...(url === '' ? {} : { url }),
      ...(from === null ? {} : { from }),
      ...(until === null ? {} : { until }),
    };
    if (Object.keys(effect).length === 0) return [];
    const written = values.get('target') ?? values.get('_target');
    if (written === undefined) return [effect];
    const target = valuesOf(written);
    // A target may also name environments and sites; whom those mean cannot be known here.
    if ([...target.keys()].some((key) => !['path', 'kind', 'lang', 'environment'].includes(key))) return [];
    const environment = text(target.get('environment'));
    if (environment !== '' && environment !== 'production') return [];
    const [path, kind, lang] = ['path', 'kind', 'lang'].map((key) => text(target.get(key)));
    if (/[*{?[]/.test(`${kind}${lang}`)) return [];
    return [{ ...(path ? { target: path } : {}), ...(kind ? { kind } : {}), ...(lang ? { lang } : {}), ...effect }];
  });
}

function momentOf(values: ReadonlyMap<string, unknown>, key: string): number | null {
  const value = values.get(key);
  const moment = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

/** Whether `build` (once `_build`) has a page rendered; `undefined` when it says nothing of it. */
export function renders(values: ReadonlyMap<string, unknown>): boolean | undefined {
  const render = valuesOf(values.get('build') ?? values.get('_build')).get('render');
  if (render === undefined) return undefined;
  return !(render === false || ['never', 'false', 'link'].includes(String(render).toLowerCase()));
}

/** True, or the word. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** A table by its keys in lower case; nothing for what is none. */
function valuesOf(value: unknown): ReadonlyMap<string, unknown> {
  if (value instanceof Map) return value as ReadonlyMap<string, unknown>;
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value);
  return new Map(isTable ? Object.entries(value).map(([key, below]) => [key.toLowerCase(), below]) : []);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
