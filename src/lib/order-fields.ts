/** Names of fields in their order; `true` for a value whose own fields stay as they are. */
export interface FieldOrder {
  readonly [name: string]: FieldOrder | true;
}

/** A JSON value with its fields in this order, as a struct of Go is written; of a list each item. What the order does not name comes last. */
export function orderFields<T>(value: T, order: FieldOrder | true): T {
  if (order === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => orderFields(item, order)) as T;
  const ordered: Record<string, unknown> = {};
  const fields = value as Record<string, unknown>;
  for (const [name, below] of Object.entries(order))
    if (name in fields) ordered[name] = orderFields(fields[name], below);
  return {
    ...ordered,
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in order))),
  } as T;
}
