declare const HANDBOOK_LINT_BUILD: string | undefined;

/** Names this build of the code; `null` where it runs unbuilt, and so may change at any time. */
export const build: string | null = typeof HANDBOOK_LINT_BUILD === 'string' ? HANDBOOK_LINT_BUILD : null;
