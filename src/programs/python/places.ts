/**
 * Where the library is to the code that the image holds compiled, whatever the version: tracebacks show the folder of the version that runs.
 * @see PythonVersion
 */
export const IMAGE_LIBRARY = '/usr/local/lib/python3';

/** Where pip puts commands, and where python itself is. */
export const SCRIPTS = '/usr/local/bin';
