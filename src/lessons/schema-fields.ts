import type * as z from 'zod/mini';

/** What of zod's own description of a form is looked at here. */
interface Form {
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly getter?: () => Schema;
}
interface Schema {
  readonly _zod: { readonly def: Form };
}

/** Names of the fields that there may be at a place; none where it has no fixed ones. */
export function fieldsAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  return namesAt(schema as unknown as Schema, path);
}

function namesAt({ _zod: { def } }: Schema, path: readonly PropertyKey[]): string[] {
  const inner = def.innerType ?? def.getter?.();
  if (inner) return namesAt(inner, path);
  if (def.options) return def.options.flatMap((option) => namesAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(def.shape ?? {});
  const next = typeof key === 'number' ? def.element : def.shape?.[String(key)];
  return next ? namesAt(next, rest) : [];
}
