import type { LineRange } from './dockerfile-error.ts';

/** A here-document of an instruction. */
export interface Heredoc {
  readonly name: string;
  /** The lines between, as written. */
  readonly content: string;
  /** Variables are expanded: no part of the name was quoted. */
  readonly expand: boolean;
  /** `<<-`: leading tabs do not count. */
  readonly chomp: boolean;
  readonly fileDescriptor: number;
}

/** A line `# name=value` at the top of the file. */
export interface Directive {
  readonly name: 'syntax' | 'escape' | 'check';
  readonly value: string;
  readonly line: number;
}

/** One instruction as it is written, its arguments split but not interpreted. */
export interface DockerfileNode {
  /** In the letters of the file. */
  readonly name: string;
  readonly args: readonly string[];
  /** Words `--…` before the arguments. */
  readonly flags: readonly string[];
  /** The arguments were a JSON array. */
  readonly json: boolean;
  /** The instruction on one line, continuations joined. */
  readonly original: string;
  readonly range: LineRange;
  /** Comments directly above, without `#`. */
  readonly comments: readonly string[];
  readonly heredocs: readonly Heredoc[];
  /** What ONBUILD is for. */
  readonly trigger?: DockerfileNode;
}

export interface ParserWarning {
  readonly message: string;
  readonly range: LineRange;
}

/** A Dockerfile split into instructions. */
export interface DockerfileAst {
  readonly nodes: readonly DockerfileNode[];
  readonly escape: string;
  readonly directives: readonly Directive[];
  readonly warnings: readonly ParserWarning[];
}

interface InstructionBase {
  readonly range: LineRange;
  /** The instruction on one line. */
  readonly original: string;
  readonly node: DockerfileNode;
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
  /** Written in the old form, `ENV key value`. */
  readonly noDelimiter: boolean;
}

export interface SourceContent {
  /** The here-document's name, which is the file's. */
  readonly path: string;
  readonly data: string;
  readonly expand: boolean;
}

export interface SourcesAndDestination {
  readonly sources: readonly string[];
  readonly contents: readonly SourceContent[];
  readonly dest: string;
  readonly chown: string;
  readonly chmod: string;
  readonly link: boolean;
  readonly exclude: readonly string[];
}

/** A command: words of its own, or (`shell`) one text for the stage's shell. */
export interface CommandLine {
  readonly cmdline: readonly string[];
  readonly shell: boolean;
  readonly files: readonly Heredoc[];
}

export interface ArgPair {
  readonly key: string;
  /** Undefined where there is no default. */
  readonly value?: string;
  /** From the comment above that begins with the name. */
  readonly comment: string;
}

/** Durations in nanoseconds; 0 means Docker's default. */
export interface HealthCheck {
  readonly test: readonly string[];
  readonly intervalNs: number;
  readonly timeoutNs: number;
  readonly startPeriodNs: number;
  readonly startIntervalNs: number;
  readonly retries: number;
}

export interface RunMount {
  readonly type: 'bind' | 'cache' | 'tmpfs' | 'secret' | 'ssh';
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  readonly id: string;
  readonly sharing: string;
  readonly required: boolean;
  readonly sizeBytes: number;
  /** The variable that a secret becomes. */
  readonly env?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
}

export type AddInstruction = InstructionBase &
  SourcesAndDestination & { readonly kind: 'add'; readonly checksum: string; readonly keepGitDir: boolean };
export type ArgInstruction = InstructionBase & { readonly kind: 'arg'; readonly args: readonly ArgPair[] };
export type CmdInstruction = InstructionBase & CommandLine & { readonly kind: 'cmd' };
export type CopyInstruction = InstructionBase &
  SourcesAndDestination & { readonly kind: 'copy'; readonly from: string; readonly parents: boolean };
export type EntrypointInstruction = InstructionBase & CommandLine & { readonly kind: 'entrypoint' };
export type EnvInstruction = InstructionBase & { readonly kind: 'env'; readonly env: readonly KeyValue[] };
export type ExposeInstruction = InstructionBase & {
  readonly kind: 'expose';
  readonly ports: readonly string[];
};
export type HealthcheckInstruction = InstructionBase & {
  readonly kind: 'healthcheck';
  readonly health: HealthCheck;
};
export type LabelInstruction = InstructionBase & {
  readonly kind: 'label';
  readonly labels: readonly KeyValue[];
};
export type MaintainerInstruction = InstructionBase & {
  readonly kind: 'maintainer';
  readonly maintainer: string;
};
export type OnbuildInstruction = InstructionBase & { readonly kind: 'onbuild'; readonly expression: string };
export type RunInstruction = InstructionBase &
  CommandLine & {
    readonly kind: 'run';
    readonly flagsUsed: readonly string[];
    /** `--mount` values, to be read with `parseRunMount` when variables are known. */
    readonly mounts: readonly string[];
    readonly network: 'default' | 'none' | 'host';
    readonly security: 'sandbox' | 'insecure';
  };
export type ShellInstruction = InstructionBase & {
  readonly kind: 'shell';
  readonly shell: readonly string[];
};
export type StopsignalInstruction = InstructionBase & {
  readonly kind: 'stopsignal';
  readonly signal: string;
};
export type UserInstruction = InstructionBase & { readonly kind: 'user'; readonly user: string };
export type VolumeInstruction = InstructionBase & {
  readonly kind: 'volume';
  readonly volumes: readonly string[];
};
export type WorkdirInstruction = InstructionBase & { readonly kind: 'workdir'; readonly path: string };

/** An instruction inside of a stage. */
export type Instruction =
  | AddInstruction
  | ArgInstruction
  | CmdInstruction
  | CopyInstruction
  | EntrypointInstruction
  | EnvInstruction
  | ExposeInstruction
  | HealthcheckInstruction
  | LabelInstruction
  | MaintainerInstruction
  | OnbuildInstruction
  | RunInstruction
  | ShellInstruction
  | StopsignalInstruction
  | UserInstruction
  | VolumeInstruction
  | WorkdirInstruction;

/** FROM with the instructions that follow it. */
export interface Stage {
  /** Lower-case, empty where it has none. */
  readonly name: string;
  /** As written, with variables. */
  readonly base: string;
  /** `--platform`, as written. */
  readonly platform: string;
  readonly comment: string;
  /** The FROM instruction. */
  readonly range: LineRange;
  readonly original: string;
  readonly node: DockerfileNode;
  readonly instructions: readonly Instruction[];
}

/** A Dockerfile ready to be built. */
export interface ParsedDockerfile {
  /** ARGs before the first FROM. */
  readonly metaArgs: readonly ArgInstruction[];
  readonly stages: readonly Stage[];
  readonly escape: string;
  readonly directives: readonly Directive[];
  readonly warnings: readonly ParserWarning[];
  readonly nodes: readonly DockerfileNode[];
}
