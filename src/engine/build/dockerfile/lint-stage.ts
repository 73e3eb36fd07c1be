import { formatQuoted } from '../../../lib/go-format.ts';
import { tryExpand } from './lint-from.ts';
import { lintSecret, type Report } from './lint-text.ts';
import { nearestName } from '../../../lib/suggest.ts';
import type { ArgInstruction, Instruction, Stage } from './types.ts';

/** What is known of a stage while its instructions are looked at; a stage begins with what its base ended with. */
export interface StageState {
  readonly environment: ReadonlyMap<string, string>;
  /** Names that ARG declared, with or without value. */
  readonly args: ReadonlySet<string>;
  readonly hasShell: boolean;
  readonly hasWorkdir: boolean;
}

export interface StageLintOptions {
  readonly buildArgs: Readonly<Record<string, string>>;
  /** Variables of FROM lines, which ARG without value takes over. */
  readonly globals: ReadonlyMap<string, string>;
  readonly isLatest: boolean;
  /** Whether `.dockerignore` excludes a path of the build context. */
  readonly isIgnored: (path: string) => boolean;
}

/** Looks at a stage's instructions in order. @returns what a stage built on it begins with */
export function lintStage(
  stage: Stage,
  before: StageState,
  options: StageLintOptions,
  report: Report,
): StageState {
  const linter = new StageLinter(before, options, report);
  for (const instruction of stage.instructions) linter.look(instruction);
  return linter.state();
}

class StageLinter {
  readonly #options: StageLintOptions;
  readonly #report: Report;
  readonly #environment: Map<string, string>;
  readonly #args: Set<string>;
  readonly #last = new Map<string, Instruction>();
  #hasShell: boolean;
  #hasWorkdir: boolean;

  constructor(before: StageState, options: StageLintOptions, report: Report) {
    this.#options = options;
    this.#report = report;
    this.#environment = new Map(before.environment);
    this.#args = new Set(before.args);
    this.#hasShell = before.hasShell;
    this.#hasWorkdir = before.hasWorkdir;
  }

  state(): StageState {
    const [environment, args] = [this.#environment, this.#args];
    return { environment, args, hasShell: this.#hasShell, hasWorkdir: this.#hasWorkdir };
  }

  look(instruction: Instruction): void {
    this.#lintVariables(instruction);
    const { node } = instruction;
    switch (instruction.kind) {
      case 'arg':
        this.#declare(instruction);
        break;
      case 'env':
        for (const { key, value } of instruction.env) {
          lintSecret(node, 'ENV', key, this.#options.isLatest, this.#report);
          this.#environment.set(key, value);
        }
        break;
      case 'cmd':
      case 'entrypoint':
        if (instruction.shell && !this.#hasShell) {
          const reason = 'to prevent unintended behavior related to OS signals';
          this.#report('JSONArgsRecommended', node, `JSON arguments recommended for ${node.name} ${reason}`);
        }
        this.#lintUsedOnce(instruction);
        break;
      case 'healthcheck':
        this.#lintUsedOnce(instruction);
        break;
      case 'shell':
        this.#hasShell = true;
        break;
      case 'workdir':
        this.#lintWorkdir(instruction.path, instruction);
        break;
      case 'add':
      case 'copy':
        this.#lintIgnored(instruction);
        break;
      case 'expose':
        for (const port of instruction.ports) this.#lintPort(port, instruction);
        break;
      default:
    }
  }

  #declare({ args, node }: ArgInstruction): void {
    for (const { key, value } of args) {
      lintSecret(node, 'ARG', key, this.#options.isLatest, this.#report);
      this.#args.add(key);
      const given = this.#options.buildArgs[key] ?? value ?? this.#options.globals.get(key);
      if (given !== undefined) this.#environment.set(key, given);
    }
  }

  /** Only the last one counts: the one before is reported. */
  #lintUsedOnce(instruction: Instruction): void {
    const { name } = instruction.node;
    const before = this.#last.get(instruction.kind);
    if (before) {
      const reason = 'should not be used in the same stage because only the last one will be used';
      this.#report('MultipleInstructionsDisallowed', before.node, `Multiple ${name} instructions ${reason}`);
    }
    this.#last.set(instruction.kind, instruction);
  }

  #lintWorkdir(path: string, { node }: Instruction): void {
    if (!this.#hasWorkdir && !path.startsWith('/')) {
      const reason = 'can have unexpected results if the base image changes';
      this.#report('WorkdirRelativePath', node, `Relative workdir ${formatQuoted(path)} ${reason}`);
    }
    this.#hasWorkdir = true;
  }

  #lintIgnored(instruction: Extract<Instruction, { kind: 'add' | 'copy' }>): void {
    if (instruction.kind === 'copy' && instruction.from !== '') return;
    const verb = instruction.kind === 'add' ? 'Add' : 'Copy';
    for (const source of instruction.sources) {
      const path = tryExpand(source, this.#environment)?.value ?? source;
      if (/^(?:https?|git):/.test(path) || !this.#options.isIgnored(path)) continue;
      const detail = `Attempting to ${verb} file ${formatQuoted(path)} that is excluded by .dockerignore`;
      this.#report('CopyIgnoredFile', instruction.node, detail);
    }
  }

  #lintPort(port: string, { node }: Instruction): void {
    const protocol = port.split('/')[1] ?? '';
    if (protocol !== protocol.toLowerCase()) {
      this.#report(
        'ExposeProtoCasing',
        node,
        `Defined protocol '${port}' in EXPOSE instruction should be lowercase`,
      );
    }
    if (port.includes(':')) {
      const rule = 'EXPOSE instruction should not define an IP address or host-port mapping';
      this.#report('ExposeInvalidFormat', node, `${rule}, found '${port}'`);
    }
  }

  #lintVariables(instruction: Instruction): void {
    const names = new Set<string>();
    for (const text of expandedTexts(instruction)) {
      for (const name of tryExpand(text, this.#environment)?.unmatched ?? []) names.add(name);
    }
    for (const name of names) {
      if (this.#args.has(name)) continue;
      const near = nearestName(name, [...this.#environment.keys()], true);
      const hint = near === undefined ? '' : ` (did you mean $${near}?)`;
      this.#report('UndefinedVar', instruction.node, `Usage of undefined variable '$${name}'${hint}`);
    }
  }
}

/** The texts of an instruction in which variables are expanded at once. RUN, CMD and ENTRYPOINT leave them to the shell. */
export function expandedTexts(instruction: Instruction): readonly string[] {
  switch (instruction.kind) {
    case 'env':
      return instruction.env.flatMap(({ key, value }) => [key, value]);
    case 'label':
      return instruction.labels.flatMap(({ key, value }) => [key, value]);
    case 'arg':
      return instruction.args.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]));
    case 'add':
    case 'copy': {
      const { sources, dest, chown, chmod } = instruction;
      return [chown, chmod, ...sources, dest];
    }
    case 'user':
      return [instruction.user];
    case 'volume':
      return instruction.volumes;
    case 'workdir':
      return [instruction.path];
    case 'stopsignal':
      return [instruction.signal];
    default:
      return [];
  }
}
