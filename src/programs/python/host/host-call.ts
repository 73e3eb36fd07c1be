/**
 * What Python asks of the machine: `_host.call(name, …)`. Arguments and results are numbers and strings; bytes travel as hexadecimal digits. A call that has
 * to wait returns a promise. Errors are thrown as SysError.
 */
export type HostArgument = string | number | null;
export type HostResult = string | number | null;
export type HostCall = (...args: readonly HostArgument[]) => HostResult | Promise<HostResult>;

/** An argument that has to be a text. */
export function text(argument: HostArgument | undefined): string {
  return typeof argument === 'string' ? argument : String(argument ?? '');
}

/** An argument that has to be a number. */
export function number(argument: HostArgument | undefined): number {
  return Number(argument ?? 0);
}
