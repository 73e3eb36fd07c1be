import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { PersistentMap } from '../../lib/persistent-map.ts';
import type { ContainerCell } from './container-cell.ts';
import type { LogEntry } from './log-buffer.ts';

/** What a container owned beside its record, at one moment. */
export interface ContainerMoment {
  readonly tree: FrozenTree;
  readonly log: readonly LogEntry[];
}

/** By ID. A map that shares what did not change with the moment before: among thousands of containers few do. */
export type ContainerMoments = PersistentMap<string, ContainerMoment>;

/** The data planes of all containers, by ID. It knows which changed since it was frozen last, so that freezing costs what changed. */
export class CellTable extends Map<string, ContainerCell> {
  #moments: ContainerMoments = PersistentMap.empty();
  readonly #changed = new Set<string>();

  override set(id: string, cell: ContainerCell): this {
    this.#changed.add(id);
    return super.set(id, cell);
  }

  override delete(id: string): boolean {
    this.#changed.add(id);
    return super.delete(id);
  }

  /** Takes cells that are, all together, what these moments hold. */
  restore(cells: Iterable<readonly [string, ContainerCell]>, moments: ContainerMoments): void {
    for (const [id, cell] of cells) super.set(id, cell);
    this.#moments = moments;
  }

  /** What a cell's files and log tell their first change after a freeze to. */
  markOf(id: string): ChangeMark {
    return new ChangeMark(this.#changed, id);
  }

  /** How many a freeze would look at. */
  get changes(): number {
    return this.#changed.size;
  }

  /** All of them at this very moment. */
  freeze(): ContainerMoments {
    for (const id of this.#changed) {
      const cell = this.get(id);
      this.#moments = cell
        ? this.#moments.set(id, { tree: cell.fs.freeze(), log: cell.log.freeze() })
        : this.#moments.delete(id);
    }
    this.#changed.clear();
    return this.#moments;
  }
}

class ChangeMark {
  readonly #changed: Set<string>;
  readonly #id: string;

  constructor(changed: Set<string>, id: string) {
    this.#changed = changed;
    this.#id = id;
  }

  mark(): void {
    this.#changed.add(this.#id);
  }
}
