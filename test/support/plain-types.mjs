// `node --import ./test/support/plain-types.mjs FILE.ts`: runs TypeScript with nothing but its types taken away, as the built page has it. tsx notes
// every function's name whenever it makes one, which costs a measured program up to half of its time and memory.
import { register } from 'node:module';

register('./plain-types-hooks.mjs', import.meta.url);
