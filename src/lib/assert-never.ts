/** Marks a branch the types rule out; reaching it is a bug of ours. @throws Error always */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
