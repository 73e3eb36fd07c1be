import { number, text } from '../../support/wasm/host-arguments.ts';
import type { HostCall } from './host-call.ts';

/** The generators of Python's random module, by number: a seed gives the same numbers as in CPython. @see Lib/random.py, Matsumoto and Nishimura */
export function randomCalls(): Record<string, HostCall> {
  const generators = new Map<number, MersenneTwister>();
  const generator = (id: unknown): MersenneTwister => {
    const found = generators.get(number(id as number)) ?? new MersenneTwister([0]);
    generators.set(number(id as number), found);
    return found;
  };
  return {
    /** `words`: the seed's 32-bit words, the lowest first. */
    seedRandom: (id, words) => {
      generators.set(number(id), new MersenneTwister(text(words).split(',').map(Number)));
      return null;
    },
    /** As digits: numbers that travel have 31 bits. */
    randomBits: (id, bits) => String(generator(id).next() >>> (32 - number(bits))),
    randomFloat: (id) => {
      const [high, low] = [generator(id).next() >>> 5, generator(id).next() >>> 6];
      return (high * 67108864 + low) / 9007199254740992;
    },
    randomState: (id) => generator(id).state(),
    setRandomState: (id, state) => (generators.set(number(id), MersenneTwister.from(text(state))), null),
  };
}

const SIZE = 624;
const SHIFT = 397;

/** MT19937. */
class MersenneTwister {
  #state = new Uint32Array(SIZE);
  #at = SIZE;

  constructor(seed: readonly number[]) {
    const state = this.#state;
    this.#initialize(19650218);
    let [i, j] = [1, 0];
    for (let step = Math.max(SIZE, seed.length); step > 0; step--) {
      state[i] = (at(state, i) ^ Math.imul(mixed(state, i), 1664525)) + (seed[j] ?? 0) + j;
      if (++i >= SIZE) {
        state[0] = at(state, SIZE - 1);
        i = 1;
      }
      if (++j >= seed.length) j = 0;
    }
    for (let step = SIZE - 1; step > 0; step--) {
      state[i] = (at(state, i) ^ Math.imul(mixed(state, i), 1566083941)) - i;
      if (++i >= SIZE) {
        state[0] = at(state, SIZE - 1);
        i = 1;
      }
    }
    state[0] = 0x80000000;
  }

  static from(text: string): MersenneTwister {
    const words = text.split(',').map(Number);
    const made = new MersenneTwister([0]);
    made.#state = Uint32Array.from(words.slice(0, SIZE));
    made.#at = words[SIZE] ?? SIZE;
    return made;
  }

  state(): string {
    return [...this.#state, this.#at].join(',');
  }

  next(): number {
    if (this.#at >= SIZE) this.#generate();
    let value = at(this.#state, this.#at++);
    value ^= value >>> 11;
    value ^= (value << 7) & 0x9d2c5680;
    value ^= (value << 15) & 0xefc60000;
    return (value ^ (value >>> 18)) >>> 0;
  }

  #initialize(seed: number): void {
    this.#state[0] = seed;
    for (let i = 1; i < SIZE; i++) this.#state[i] = Math.imul(mixed(this.#state, i), 1812433253) + i;
  }

  #generate(): void {
    const state = this.#state;
    for (let i = 0; i < SIZE; i++) {
      const both = (at(state, i) & 0x80000000) | (at(state, (i + 1) % SIZE) & 0x7fffffff);
      state[i] = at(state, (i + SHIFT) % SIZE) ^ (both >>> 1) ^ (both & 1 ? 0x9908b0df : 0);
    }
    this.#at = 0;
  }
}

function at(state: Uint32Array, index: number): number {
  return state[index] ?? 0;
}

function mixed(state: Uint32Array, index: number): number {
  const before = at(state, index - 1);
  return before ^ (before >>> 30);
}
