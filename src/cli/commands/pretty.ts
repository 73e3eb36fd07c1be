import { flag } from '../flags/flag.ts';

/** `--pretty` of the commands that show objects of a swarm. */
export const PRETTY = flag('pretty', '', 'bool', 'Print it in words');
