import { tableOf } from '../lib/table.ts';
import type { Assignment, CommandNode, CompoundList } from 'unbash';
import { NAME_PATTERN, scalarOf, UNSET, type Variable } from './variables.ts';
import type { CompletionSpec } from './completion-spec.ts';
import { ExpansionError } from './control-flow.ts';
import type { SourceText } from './run/source-text.ts';

export type FunctionBody = CommandNode | CompoundList;

/** A function as defined: its tree and the text it was parsed from (for line numbers and `declare -f`). */
export interface ShellFunction {
  readonly body: FunctionBody;
  readonly source: SourceText;
  /** What messages name while it runs. */
  readonly name: string | undefined;
  /** `export -f`: child shells get it. */
  readonly exported?: boolean;
}

/** A function, or a sourced file, that is running. */
export interface Call {
  /** `source` for a file. */
  readonly name: string;
  /** Whether it is a function, with variables of its own. */
  readonly isFunction: boolean;
  /** The file its commands are in, as `BASH_SOURCE` has it. */
  readonly file: string;
  /** Line it was called from. */
  readonly line: number;
}

export const SHELL_OPTIONS = tableOf({
  errexit: 'e', nounset: 'u', xtrace: 'x', noglob: 'f', noexec: 'n', verbose: 'v', allexport: 'a', monitor: 'm', noclobber: 'C',
  pipefail: '', posix: '', hashall: 'h', braceexpand: 'B', physical: 'P', vi: '', emacs: '', errtrace: 'E', functrace: 'T', notify: 'b',
  histexpand: 'H', history: '', ignoreeof: '', 'interactive-comments': '', keyword: 'k', nolog: '', onecmd: 't', privileged: 'p',
} as const); // prettier-ignore

export type ShellOption = keyof typeof SHELL_OPTIONS;

/** Options of `shopt`; those named here are on at the start. */
export const DEFAULT_SHOPTS = [
  'checkwinsize', 'cmdhist', 'complete_fullquote', 'extquote', 'force_fignore', 'globasciiranges', 'globskipdots', 'hostcomplete',
  'interactive_comments', 'patsub_replacement', 'progcomp', 'promptvars', 'sourcepath',
] as const; // prettier-ignore

/** Less than this is not worth telling the kernel. */
const CHARGE_STEP = 16 * 1024;

/** Everything a subshell gets a copy of. Values in the maps are immutable, so a copy is shallow. */
export class ShellState {
  variables = new Map<string, Variable>();
  functions = new Map<string, ShellFunction>();
  aliases = new Map<string, string>();
  /** Grows with each change of `aliases`. */
  aliasChanges = 0;
  options = new Set<ShellOption>();
  shopts = new Set<string>(DEFAULT_SHOPTS);
  traps = new Map<string, string>();
  /** Builtins that `enable -n` switched off. */
  disabled = new Set<string>();
  /** Where programs were found, and how often they ran since. */
  hashed = new Map<string, { readonly path: string; hits: number }>();
  /** What `complete` said, by command. */
  completions = new Map<string, CompletionSpec>();
  /** `$0` */
  name = 'bash';
  parameters: readonly string[] = [];
  status = 0;
  pipeStatus: readonly number[] = [0];
  lastBackground = 0;
  /** Directories of pushd, without the current one. */
  directories: string[] = [];
  /** Variables to put back when the innermost function returns, one map a call. */
  scopes: Map<string, Variable | undefined>[] = [];
  /** Functions and sourced files that are running, the innermost last. */
  calls: readonly Call[] = [];
  loopDepth = 0;
  /** Conditions that are running: `set -e` is off in them. */
  tested = 0;
  sourceDepth = 0;
  evalDepth = 0;
  /** Substitutions, evals and sourced files around what runs: `set -x` shows them. */
  indirection = 0;
  /** A login shell says so when it ends. */
  login = false;
  limits = new Map<string, string>();
  line = 1;
  startMs = 0;
  getoptsOffset = 1;
  getoptsIndex = 1;
  subshell = 0;
  /** `$$`, once a subshell has a pid of its own. */
  shellPid: number | undefined;
  interactive = false;
  /** `$_` of bash: the last word of the command before. */
  lastArgument: string | undefined;
  /** What ran when the trap that runs now began. */
  trapped: string | undefined;
  /** Name that decides which shell it is. */
  flavourName = 'bash';
  /** Descriptors of process substitutions of the command that runs. */
  substitutions: number[] = [];
  /** Arrays given to a declaring builtin, by name. */
  pendingArrays = new Map<string, Assignment>();
  /** Where its commands come from. */
  sourceKind: 'command' | 'file' | 'input' = 'command';
  /** Arrays nobody else refers to: they may be changed in place. */
  owned = new WeakSet<object>();

  copy(): ShellState {
    const copy = Object.assign(new ShellState(), this);
    copy.owned = new WeakSet();
    copy.variables = new Map(this.variables);
    copy.functions = new Map(this.functions);
    copy.aliases = new Map(this.aliases);
    copy.options = new Set(this.options);
    copy.traps = new Map([...this.traps].filter(([name, action]) => action === '' || this.inherits(name)));
    // Those around are for the functions that a subshell never returns from: only the innermost gets more.
    const [innermost] = this.scopes.slice(-1);
    copy.scopes = innermost ? [...this.scopes.slice(0, -1), new Map(innermost)] : [];
    copy.directories = [...this.directories];
    copy.shopts = new Set(this.shopts);
    copy.disabled = new Set(this.disabled);
    copy.hashed = new Map([...this.hashed].map(([name, found]) => [name, { ...found }]));
    copy.completions = new Map(this.completions);
    copy.substitutions = [];
    copy.pendingArrays = new Map();
    copy.limits = new Map(this.limits);
    copy.subshell = this.subshell + 1;
    copy.loopDepth = 0;
    this.owned = new WeakSet();
    return copy;
  }

  /** The variable a name stands for, through `declare -n`. */
  resolve(name: string): string {
    let resolved = name;
    for (let hops = 0; hops < 8; hops++) {
      const next = this.variables.get(resolved)?.reference;
      if (next === undefined || next === '') return resolved;
      resolved = next;
    }
    return resolved;
  }

  find(name: string): Variable | undefined {
    const variable = this.variables.get(name);
    return variable?.reference === undefined ? variable : this.variables.get(this.resolve(name));
  }

  get(name: string): string | undefined {
    return scalarOf(this.find(name));
  }

  /** @throws ExpansionError for a readonly variable */
  put(name: string, variable: Variable): void {
    const old = this.variables.get(name);
    if (old?.readonly) throw new ExpansionError(this.readonlyMessage(name), 'line');
    this.#forgetPlaces(name);
    this.#charge((variable.value?.length ?? 0) - (old?.value?.length ?? 0));
    this.variables.set(name, this.options.has('allexport') ? { ...variable, exported: true } : variable);
  }

  /** Another PATH, other programs. */
  #forgetPlaces(changed: string): void {
    if (changed === 'PATH') this.hashed.clear();
  }

  /** Charges the process for what its variables take. */
  allocate: (bytes: number) => void = () => undefined;
  #uncharged = 0;

  #charge(bytes: number): void {
    this.#uncharged += bytes;
    if (Math.abs(this.#uncharged) < CHARGE_STEP) return;
    const change = this.#uncharged;
    this.#uncharged = 0;
    this.allocate(change);
  }

  /** How this shell says that a variable can't be set. */
  readonlyMessage: (name: string) => string = (name) => `${name}: readonly variable`;

  set(given: string, text: string): void {
    const name = this.resolve(given);
    const old = this.variables.get(name);
    if (!old) return this.put(name, { ...UNSET, value: text });
    const value = old.letterCase
      ? old.letterCase === 'lower'
        ? text.toLowerCase()
        : text.toUpperCase()
      : text;
    if (old.indexed) this.put(name, { ...old, indexed: new Map(old.indexed).set(0, value) });
    else if (old.keyed) this.put(name, { ...old, keyed: new Map(old.keyed).set('0', value) });
    else this.put(name, { ...old, value });
  }

  /** @throws ExpansionError for a readonly variable */
  unset(name: string): void {
    if (this.variables.get(name)?.readonly)
      throw new ExpansionError(`${name}: cannot unset: readonly variable`);
    this.#forgetPlaces(name);
    const scope = this.scopes.at(-1);
    if (scope?.has(name)) this.variables.set(name, UNSET);
    else this.variables.delete(name);
  }

  /** Makes the variable local to the running function. */
  declareLocal(name: string, keepValue = false): void {
    const scope = this.scopes.at(-1);
    if (scope && !scope.has(name)) {
      this.#forgetPlaces(name);
      scope.set(name, this.variables.get(name));
      const old = this.variables.get(name);
      if (!keepValue || !old) this.variables.set(name, { ...UNSET, exported: old?.exported ?? false });
    }
  }

  leaveFunction(): void {
    for (const [name, variable] of this.scopes.pop() ?? []) {
      this.#forgetPlaces(name);
      if (variable) this.variables.set(name, variable);
      else this.variables.delete(name);
    }
  }

  /** True for the traps that functions and subshells have too: `set -T`, `set -E`. */
  inherits(trap: string): boolean {
    if (trap === 'DEBUG' || trap === 'RETURN') return this.options.has('functrace');
    return trap === 'ERR' && this.options.has('errtrace');
  }

  /** What a child process gets. */
  environment(): Map<string, string> {
    const env = new Map<string, string>();
    for (const [name, variable] of this.variables) {
      if (variable.exported && variable.value !== undefined) env.set(name, variable.value);
    }
    return env;
  }

  importEnvironment(env: ReadonlyMap<string, string>): void {
    for (const [name, value] of env) {
      if (NAME_PATTERN.test(name)) this.variables.set(name, { ...UNSET, value, exported: true });
    }
  }
}
