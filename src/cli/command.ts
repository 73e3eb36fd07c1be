import type { EngineApi, Filters } from '../api/engine-api.ts';
import type { Process } from '../kernel/process.ts';
import type { Flag, FlagValues } from './flags/flag.ts';

/** How many arguments a command takes. */
export type Arity =
  | { readonly kind: 'none' }
  | { readonly kind: 'exact' | 'min' | 'max'; readonly count: number }
  | { readonly kind: 'range'; readonly least: number; readonly most: number }
  | { readonly kind: 'any' };

export const NO_ARGUMENTS: Arity = { kind: 'none' };
export const ANY_ARGUMENTS: Arity = { kind: 'any' };
export const exactly = (count: number): Arity => ({ kind: 'exact', count });
export const atLeast = (count: number): Arity => ({ kind: 'min', count });
export const atMost = (count: number): Arity => ({ kind: 'max', count });
export const between = (least: number, most: number): Arity => ({ kind: 'range', least, most });

/** What a running command has. */
export interface CommandContext {
  readonly proc: Process;
  readonly flags: FlagValues;
  readonly args: readonly string[];
  /** Connects to the daemon when first called. @throws CliError where there is none */
  api(): Promise<EngineApi>;
}

/** One command: from this declaration come parsing, help and completion. */
export interface Command {
  readonly name: string;
  /** After `docker NAME`: `[OPTIONS] IMAGE [COMMAND] [ARG...]`; further forms follow, each on a line of its own from `docker` on. */
  readonly use: string;
  readonly short: string;
  readonly aliases?: readonly string[];
  readonly args: Arity;
  readonly flags: readonly Flag[];
  /** False where the first argument ends the flags (`run`, `exec`). */
  readonly interspersed?: boolean;
  /** Not simulated: it may answer as a daemon without it does, and otherwise only says so beside the terminal. */
  readonly refused?: boolean;
  /** Refused, as every daemon without experimental features does. */
  readonly experimental?: boolean;
  /** Without flags it shows its help. */
  readonly helpWithoutFlags?: boolean;
  readonly run?: (context: CommandContext) => Promise<number>;
}

export interface CommandGroup {
  readonly name: string;
  readonly short: string;
  readonly commands: readonly Command[];
  readonly groups?: readonly CommandGroup[];
}

/** `--filter a=b --filter a=c` → the API's filters. */
export function toFilters(list: readonly string[]): Filters {
  const filters: Filters = {};
  for (const item of list.filter((text) => text !== '')) {
    const equals = item.indexOf('=');
    const [key, value] = [item.slice(0, equals).trim().toLowerCase(), item.slice(equals + 1).trim()];
    (filters[key] ??= []).push(value);
  }
  return filters;
}
