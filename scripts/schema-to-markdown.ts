/** The part of JSON Schema that zod writes. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** A bullet per key, nested where a key holds further keys. */
export function describeKeys(
  schema: JsonSchema,
  top: JsonSchema = schema,
  depth = 0,
  open: readonly string[] = [],
): string {
  const lines: string[] = [];
  for (const [key, written] of Object.entries(schema.properties ?? {})) {
    const value = follow(written, top);
    const words = [describeType(value, top), value.description ?? written.description].filter(Boolean).join('. ');
    const fallback = written.default ?? value.default;
    const standard = fallback === undefined ? '' : ` Default: \`${JSON.stringify(fallback)}\`.`;
    lines.push(`${'  '.repeat(depth)}- \`${key}\`: ${sentence(words)}${standard}\n`);
    const inner = innerKeys(value, top);
    if (inner !== null && written.$ref !== undefined && open.includes(written.$ref)) continue;
    if (inner !== null) {
      const seen = written.$ref === undefined ? open : [...open, written.$ref];
      lines.push(describeKeys(inner, top, depth + 1, seen));
    }
  }
  return lines.join('');
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function follow(schema: JsonSchema, top: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const target = top.$defs?.[schema.$ref.replace('#/$defs/', '')];
  return target === undefined ? schema : { ...target, ...schema };
}

/** The keys below a value, looked for in lists, records and alternatives as well. */
function innerKeys(schema: JsonSchema, top: JsonSchema, bound = 8): JsonSchema | null {
  if (bound === 0) return null;
  if (schema.properties !== undefined) return schema;
  const below = [
    ...(schema.items ? [schema.items] : []),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
    ...(schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []),
  ];
  for (const each of below) {
    const inner = innerKeys(follow(each, top), top, bound - 1);
    if (inner !== null) return inner;
  }
  return null;
}

/** A schema's kind of value in a few words: `list of texts`. */
function describeType(schema: JsonSchema, top: JsonSchema, bound = 6): string {
  const inner = (each: JsonSchema) => (bound === 0 ? 'a value' : describeType(follow(each, top), top, bound - 1));
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return [...new Set(alternatives.map(inner))].join(', or ');
  if (schema.prefixItems !== undefined) return `a list of ${schema.prefixItems.map(inner).join(' and ')}`;
  switch (schema.type) {
    case 'string':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'integer':
    case 'number':
      return 'a number';
    case 'array':
      return schema.items ? `a list, each ${inner(schema.items)}` : 'a list';
    case 'object':
      return schema.properties === undefined && typeof schema.additionalProperties === 'object'
        ? `names, each with ${inner(schema.additionalProperties)}`
        : 'keys';
    default:
      return 'any value';
  }
}
