import * as z from 'zod';
import { globProblem } from './glob.ts';

/** Any text but an empty one. */
export const textSchema = z.string().min(1);

/** A list of globs in handbook.yaml; what cannot be compared in bounded time is refused. */
export const globsSchema = z.array(textSchema.max(1000).superRefine(refuse(globProblem)));

/** Refuses a text, for a schema, in the words in which `problemOf` says what is wrong with it. */
export function refuse(problemOf: (text: string) => string | null): (text: string, context: z.RefinementCtx) => void {
  return (text, context) => {
    const message = problemOf(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  };
}

/** Data that nobody changes. */
export type Frozen<T> = T extends readonly unknown[] | object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
