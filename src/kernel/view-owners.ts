import type { OpenOptions, Place } from './files/file-view.ts';
import type { Stat } from './files/inode.ts';
import type { MountTable } from './files/mount-table.ts';
import type { OpenFile } from './files/open-file.ts';
import { ROOT_CREDENTIALS, type Credentials } from './files/permissions.ts';
import type { ViewOwner } from './files/view.ts';
import type { ProcessEntry } from './process-entry.ts';

/** What views need of their machine. */
export interface ViewServices {
  readonly now: () => number;
  /** Opens devices, fifos and sockets; `entry` is who asks, undefined for the machine itself. */
  readonly openSpecial: (
    entry: ProcessEntry | undefined,
    place: Place,
    stat: Stat,
    path: string,
    options: OpenOptions,
  ) => OpenFile;
}

/** A process that looks at files, with its own rights. */
export class ProcessOwner implements ViewOwner {
  readonly #entry: ProcessEntry;
  readonly #services: ViewServices;

  constructor(entry: ProcessEntry, services: ViewServices) {
    this.#entry = entry;
    this.#services = services;
  }

  get mounts(): MountTable {
    return this.#entry.mounts;
  }

  credentials(): Credentials {
    return this.#entry;
  }

  umask(): number {
    return this.#entry.umask;
  }

  now(): number {
    return this.#services.now();
  }

  openSpecial(place: Place, stat: Stat, path: string, options: OpenOptions): OpenFile {
    return this.#services.openSpecial(this.#entry, place, stat, path, options);
  }
}

/** The machine itself, or with `who` somebody who is no process yet. */
export class SystemOwner implements ViewOwner {
  readonly mounts: MountTable;
  readonly #who: Credentials;
  readonly #services: ViewServices;

  constructor(mounts: MountTable, services: ViewServices, who: Credentials = ROOT_CREDENTIALS) {
    this.mounts = mounts;
    this.#services = services;
    this.#who = who;
  }

  credentials(): Credentials {
    return this.#who;
  }

  umask(): number {
    return 0o022;
  }

  now(): number {
    return this.#services.now();
  }

  openSpecial(place: Place, stat: Stat, path: string, options: OpenOptions): OpenFile {
    return this.#services.openSpecial(undefined, place, stat, path, options);
  }
}
