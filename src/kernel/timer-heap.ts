/** A callback at a virtual time. */
export interface Timer {
  readonly deadlineMs: number;
  readonly order: number;
  callback: (() => void) | undefined;
}

function before(a: Timer, b: Timer): boolean {
  return a.deadlineMs < b.deadlineMs || (a.deadlineMs === b.deadlineMs && a.order < b.order);
}

/** Timers by deadline, first set first where deadlines are equal. A cancelled one stays until it reaches the top. */
export class TimerHeap {
  readonly #heap: Timer[] = [];
  #order = 0;

  add(deadlineMs: number, callback: () => void): Timer {
    const timer: Timer = { deadlineMs, order: this.#order++, callback };
    this.#heap.push(timer);
    this.#siftUp(this.#heap.length - 1);
    return timer;
  }

  /** The earliest timer that is not cancelled. */
  peek(): Timer | undefined {
    while (this.#heap[0] && !this.#heap[0].callback) this.#pop();
    return this.#heap[0];
  }

  /** Takes the earliest timer if it is due at `nowMs`. */
  takeDue(nowMs: number): Timer | undefined {
    const top = this.peek();
    if (!top || top.deadlineMs > nowMs) return undefined;
    this.#pop();
    return top;
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#siftDown();
  }

  #siftUp(start: number): void {
    const heap = this.#heap;
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(heap[index] as Timer, heap[parent] as Timer)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #siftDown(): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && before(heap[child] as Timer, heap[least] as Timer)) least = child;
      }
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    [heap[a], heap[b]] = [heap[b] as Timer, heap[a] as Timer];
  }
}
