/** An argument of a call out of a language's runtime that has to be a text. */
export function text(argument: unknown): string {
  return typeof argument === 'string' ? argument : String(argument ?? '');
}

/** An argument that has to be a number. */
export function number(argument: unknown): number {
  return Number(argument ?? 0);
}
