/** Where CPython keeps its library in the official images; ours is laid over it. */
export const LIBRARY_FOLDER = '/usr/local/lib/python3.12';

/** Where pip puts packages. */
export const SITE_PACKAGES = `${LIBRARY_FOLDER}/site-packages`;

/** Where pip puts commands, and where python itself is. */
export const SCRIPTS = '/usr/local/bin';
