import type { Tick } from '../../lib/work.ts';

/** What loading a project needs of the machine: paths are absolute, texts are UTF-8. */
export interface ComposeHost {
  readonly cwd: string;
  /** Variables of the process. */
  readonly env: Readonly<Record<string, string>>;
  readonly home: string;
  /** @throws CliError in Go's words: `open PATH: no such file or directory` */
  readFile(path: string): string;
  kindOf(path: string): 'file' | 'directory' | undefined;
  readStdin(): Promise<string>;
  /** Charges work; where there is nobody else who waits for a turn, there is none. */
  readonly tick?: Tick;
  /** A warning as Compose logs it, without the level and the time. */
  warn(message: string): void;
}

/** The flags of `docker compose` itself, and how far loading goes. @see docker/compose v2.36.2 cmd/compose/compose.go ProjectOptions */
export interface LoadOptions {
  readonly host: ComposeHost;
  /** `-f`, in order; none means COMPOSE_FILE, or the nearest compose.yaml upwards with its override. */
  readonly files?: readonly string[];
  /** `-p` */
  readonly projectName?: string;
  /** `--project-directory` */
  readonly projectDirectory?: string;
  /** `--profile`; none means COMPOSE_PROFILES. */
  readonly profiles?: readonly string[];
  /** `--env-file`; none means COMPOSE_ENV_FILES, or `.env` of the project's folder. */
  readonly envFiles?: readonly string[];
  /** Only these services and what they depend on; none means all. Their profiles become active. */
  readonly services?: readonly string[];
  /** Leaves `${VAR}` as it is. */
  readonly skipInterpolation?: boolean;
  /** Without default network, implied dependencies and names. */
  readonly skipNormalization?: boolean;
  readonly skipConsistencyCheck?: boolean;
  /** Leaves relative paths as they are. */
  readonly skipPathResolution?: boolean;
  /** Leaves `env_file` and variables without a value as they are. */
  readonly skipEnvironmentResolution?: boolean;
  /** Keeps networks, volumes, secrets and configs that no service uses. */
  readonly keepUnusedResources?: boolean;
}
