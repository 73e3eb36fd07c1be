/** What one QuickJS may use, and how its work is counted. */

/** Pages of 64 kB: the memory of make-quickjs.mjs. Nothing of it is used before it is touched. */
export const PAGES = 3072;
/**
 * Native stack that JavaScript may use, in bytes: some 900 calls deep. Simplified: Node has room for about 11,000. Then the room for it when it is put aside,
 * and for the variables that are kept beside it.
 */
export const STACK = 160 * 1024;
export const PUT_ASIDE = 2 << 20;
export const VARIABLES = 2 << 20;
/** Where the C library keeps the end of its heap (sbrk). */
export const HEAP_END = 86864;
/** Memory is charged in steps. */
export const STEP = 1 << 20;
/** Virtual µs of 10,000 turns of a loop, after which QuickJS asks whether to go on. */
export const TICK_MICROS = 1000;
/** Turns of loops in QuickJS itself, within one call of a function of the language, until it asks; virtual µs of them. */
export const FUEL = 200_000;
export const FUEL_MICROS = 5000;
/** Interruptions during a call that must not wait, before it is ended. */
export const PATIENCE = 500;
/** Simplified: where the runtime itself asks the program (a getter of an error that it words), a call that would wait is refused. */
export const NO_WAIT = 'A call that waits is not possible here';
