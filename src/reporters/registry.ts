import type { Reporter } from './report.ts';

/** The formats of `--format`, in the order of help, each loaded when it is asked for. A new one is a file and a line here. */
export const reporters = {
  text: () => import('./text.ts'),
  json: () => import('./json.ts'),
  gitlab: () => import('./gitlab.ts'),
  sarif: () => import('./sarif.ts'),
  junit: () => import('./junit.ts'),
  github: () => import('./github.ts'),
  markdown: () => import('./markdown.ts'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly default: Reporter }>>>;

export type ReportFormat = keyof typeof reporters;
export const reportFormats = Object.keys(reporters) as readonly ReportFormat[];
