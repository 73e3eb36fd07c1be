import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Mirror, MirrorStore } from '../../../state/mirror-store.ts';
import type { Seats } from './area-cells.ts';
import { ghostModel, isEmpty } from './ghosts.ts';
import { layoutScene, type Sheet } from './layout-scene.ts';
import { sceneModel } from './scene-model.ts';
import type { Scene } from './scene-types.ts';

/** The picture as it is, and of what it would be while there is nothing. */
export interface Pictured {
  readonly scene: Scene;
  /** There is nothing yet: the picture shows where things will be. */
  readonly isGhost: boolean;
}

/** A crowd takes time to lay out; no more than about one part in so many is spent on it. */
const SHARE = 8;
const KINDS = ['machine', 'node', 'container', 'image', 'volume', 'network', 'service'] as const;

const isOther = (now: Mirror, before: Mirror): boolean => KINDS.some((kind) => now[kind] !== before[kind]);

/** Lays the world out again whenever it changed, as often as that can be afforded. */
export class SceneKeeper {
  readonly pictured: StoreApi<Pictured | undefined> = createStore<Pictured | undefined>(() => undefined);
  readonly #mirror: MirrorStore;
  readonly #seats: Seats = new Map();
  #sheet: Sheet | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBeforeMs = 0;

  constructor(mirror: MirrorStore) {
    this.#mirror = mirror;
  }

  /** Follows the world until the returned function is called. */
  follow(): () => void {
    const leave = this.#mirror.subscribe((now, before) => {
      if (isOther(now, before)) this.#soon();
    });
    this.#soon();
    return () => {
      leave();
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  /** Another size or zoom: at once, as somebody waits for it. */
  setSheet(sheet: Sheet): void {
    this.#sheet = sheet;
    this.#draw();
  }

  #soon(): void {
    if (this.#timer !== undefined || !this.#sheet) return;
    this.#timer = setTimeout(() => this.#draw(), Math.max(0, this.#notBeforeMs - performance.now()));
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#sheet) return;
    const beginMs = performance.now();
    const model = sceneModel(this.#mirror.getState());
    const isGhost = isEmpty(model);
    const scene = layoutScene(
      isGhost ? ghostModel(model) : model,
      this.#sheet,
      isGhost ? new Map() : this.#seats,
    );
    this.pictured.setState({ scene, isGhost }, true);
    const endMs = performance.now();
    this.#notBeforeMs = endMs + (endMs - beginMs) * SHARE;
  }
}
