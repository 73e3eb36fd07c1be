/** The one builder that there is: the daemon's own. @see moby v28.2.2 vendor.mod */
export const BUILDER = {
  name: 'default',
  driver: 'docker',
  buildkit: 'v0.22.0',
  platforms: 'linux/amd64',
} as const;
