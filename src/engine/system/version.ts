/** The version of Docker that the daemon is. */
export const ENGINE_VERSION = '28.2.2';
