import * as z from 'zod';
import { globProblem } from './glob.ts';

/** A list of globs in handbook.yaml; what cannot be compared in bounded time is refused. */
export const globsSchema = z.array(
  z
    .string()
    .min(1)
    .max(1000)
    .superRefine((glob, context) => {
      const message = globProblem(glob);
      if (message !== null) context.addIssue({ code: 'custom', message });
    }),
);
