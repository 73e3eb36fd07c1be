/**
 * What Python asks of the machine: `_host.call(name, …)`. Arguments and results are numbers and strings; bytes travel as hexadecimal digits. A call that has
 * to wait returns a promise. Errors are thrown as SysError.
 */
export type HostArgument = string | number | null;
export type HostResult = string | number | null;
export type HostCall = (...args: readonly HostArgument[]) => HostResult | Promise<HostResult>;
