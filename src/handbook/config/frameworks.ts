import { z } from 'zod';

/** The key `frameworks` of handbook.yaml. */
export const frameworksSchema = z.array(z.record(z.string(), z.unknown()));

/** The key `frameworks` of handbook.yaml. */
export type FrameworksConfig = Readonly<z.infer<typeof frameworksSchema>>;
