/** What explanations and misconceptions look at: the machine as it is now, and what the learner did on it. Read-only; times in ms. */

/** A command that was typed, and what came of it. */
export interface CommandNote {
  /** Grows with each command. */
  readonly number: number;
  readonly terminal: string;
  readonly machine: string;
  readonly line: string;
  /** Where the shell was when it began. */
  readonly cwd: string;
  /** Undefined while it runs. */
  readonly status?: number;
  /** The end of what the terminal showed, without colours. */
  readonly output: string;
  readonly startedMs: number;
  readonly endedMs?: number;
}

/** A request of the browser panel. */
export interface RequestNote {
  readonly port: number;
  readonly atMs: number;
  /** `answered` whatever the status. */
  readonly outcome: 'answered' | 'refused' | 'reset' | 'timeout' | 'unreachable';
}

/** A port that a container publishes, as it was asked for; `host` undefined: some free one. */
export interface ScenePort {
  readonly host: number | undefined;
  readonly container: number;
}

export interface SceneMount {
  readonly type: 'bind' | 'volume' | 'tmpfs';
  /** Of the volume, or the path on the machine. */
  readonly name: string;
  readonly destination: string;
  readonly readOnly: boolean;
  readonly anonymous: boolean;
}

export interface SceneContainer {
  readonly id: string;
  readonly name: string;
  /** As the learner named it. */
  readonly image: string;
  readonly imageId: string;
  readonly status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly createdMs: number;
  /** 0 is never. */
  readonly startedMs: number;
  readonly finishedMs: number;
  /** Entrypoint and command together. */
  readonly command: readonly string[];
  /** What was given after the image; empty where the image's own runs. */
  readonly args: readonly string[];
  readonly tty: boolean;
  readonly ports: readonly ScenePort[];
  /** TCP ports that the image or the command line exposes. */
  readonly exposed: readonly number[];
  readonly networks: readonly string[];
  readonly mounts: readonly SceneMount[];
  /** `KEY=value` beyond what the image sets. */
  readonly env: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

export interface SceneImage {
  readonly id: string;
  /** As a learner would type them, without `:latest`. */
  readonly names: readonly string[];
  /** Folders that the image declares as volumes. */
  readonly volumes: readonly string[];
}

/** A build that went well, newest first in a scene. */
export interface SceneBuild {
  readonly tags: readonly string[];
  readonly imageId: string;
  readonly startedMs: number;
  readonly endedMs: number;
}

/** A container that the last command removed, and files that only it had. */
export interface RemovedContainer {
  readonly name: string;
  readonly image: string;
  readonly written: readonly string[];
}

export interface Scene {
  readonly nowMs: number;
  /** On this machine, oldest first; the last one is the one at hand. */
  readonly history: readonly CommandNote[];
  /** Oldest first. */
  readonly requests: readonly RequestNote[];
  readonly containers: readonly SceneContainer[];
  readonly images: readonly SceneImage[];
  readonly builds: readonly SceneBuild[];
  readonly volumes: readonly { readonly name: string; readonly project?: string }[];
  readonly removed: readonly RemovedContainer[];
  /** Where programs in a running container listen (TCP); none for one that does not run. */
  listeners(container: string): readonly { readonly address: string; readonly port: number }[];
  /** Paths that a container added or changed, outside of mounts; folders left out. */
  written(container: string): readonly string[];
  /** How many entries the container's image has in this folder. */
  imageEntries(container: string, folder: string): number;
  /** The end of what a container wrote. */
  logTail(container: string): string;
  /** Whether this folder of the machine is there and holds nothing. */
  isEmptyFolder(path: string): boolean;
  /** A file of the machine in or below the folder that changed after that moment; the newest. */
  newerFile(folder: string, sinceMs: number): string | undefined;
}

/** The command at hand. */
export const lastNote = ({ history }: Pick<Scene, 'history'>): CommandNote | undefined => history.at(-1);
