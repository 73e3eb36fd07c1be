/** The version whose manners the simulated Node.js has. */
export const NODE_VERSION = 'v22.21.1';
export const NPM_VERSION = '10.9.4';
export const YARN_VERSION = '1.22.22';
