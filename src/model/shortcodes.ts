import type { HandbookConfig } from '../config/config.ts';
import type { ShortcodeCall } from '../markdown/facts.ts';
import { paramAt } from '../markdown/shortcodes/calls-in.ts';

/** What a shortcode prints that a link's fragment can meet. */
export interface ShortcodeEffect {
  /** Ids that it always prints. */
  readonly ids: readonly string[];
  /** Parameters that are printed as an id, by position or name. */
  readonly parameters: readonly (number | string)[];
  /** Parameters that are printed as an id in another shape: `Hash slot` as `hash-slot`. */
  readonly shaped?: { readonly parameters: readonly (number | string)[]; readonly shape: (words: string) => string };
  /** It prints headings or ids that nobody can know before the site is built. */
  readonly isGenerating: boolean;
}

const silent: ShortcodeEffect = { ids: [], parameters: [], isGenerating: false };
/** Of a shortcode that nothing is known of but handbook.yaml's word that unknown ones print no ids. */
export const assumedSilent: ShortcodeEffect = { ids: [], parameters: [], isGenerating: false };
const generating: ShortcodeEffect = { ids: [], parameters: [], isGenerating: true };

/** Hugo's own shortcodes, and those of the Docsy theme, that print no id which a page could link to. */
const wellKnown = new Set(
  (
    'comment details figure gist highlight instagram param qr ref relref tweet twitter twitter_simple vimeo vimeo_simple x x_simple youtube ' +
    'alert pageinfo panel card cardpane card-code tabpane tab note blocks/section blocks/cover blocks/lead blocks/feature ' +
    'blocks/link-down imgproc iframe readfile conditional-text'
  ).split(' '),
);

/** Says of each shortcode what it prints: by handbook.yaml first, then by its template, then by what is well known. */
export class ShortcodeEffects {
  readonly #listed = new Map<string, ShortcodeEffect>();
  readonly #templates: (name: string) => ShortcodeEffect | null;
  readonly #by: HandbookConfig['includes']['by'];
  readonly #unknown: HandbookConfig['shortcodes']['unknown'];

  constructor(config: HandbookConfig, templates: (name: string) => ShortcodeEffect | null) {
    this.#templates = templates;
    this.#by = config.includes.by;
    this.#unknown = config.shortcodes.unknown;
    const { anchors, generating: makers, silent: quiet } = config.shortcodes;
    for (const name of config.includes.shortcodes) this.#listed.set(name, silent);
    for (const name of quiet) this.#listed.set(name, silent);
    for (const name of makers) this.#listed.set(name, generating);
    for (const [name, parameter] of Object.entries(anchors)) {
      this.#listed.set(name, { ids: [], parameters: [parameter], isGenerating: makers.includes(name) });
    }
  }

  /** Whether nothing of it shows in the text around it: listed as silent, and not one that prints words of its own. */
  printsNothing(call: ShortcodeCall): boolean {
    return this.#listed.get(call.name) === silent;
  }

  of(call: ShortcodeCall): ShortcodeEffect {
    // What a template brings in another way than it is called shows as nobody can know.
    const by = this.#by[call.name];
    if (by !== undefined && by.delimiter !== call.delimiter) return generating;
    const known = this.#listed.get(call.name) ?? this.#templates(call.name);
    if (known) return known;
    if (wellKnown.has(call.name)) return silent;
    // One that wraps text of the page mostly decorates it; one that stands alone brings text from elsewhere.
    if (call.inner !== null) return silent;
    return this.#unknown === 'generating' ? generating : assumedSilent;
  }
}

/** The ids that a call prints. `anchor name` with parameter 0 prints `name`. */
export function printedIds(call: ShortcodeCall, effect: ShortcodeEffect): readonly string[] {
  const { ids, parameters, shaped } = effect;
  const others = shaped ? valuesOf(call, shaped.parameters).map(shaped.shape) : [];
  return [...ids, ...valuesOf(call, parameters), ...others];
}

function valuesOf(call: ShortcodeCall, parameters: readonly (number | string)[]): readonly string[] {
  return parameters.flatMap((parameter) => {
    const value = paramAt(call.params, parameter)?.value ?? '';
    return value === '' ? [] : [value];
  });
}
