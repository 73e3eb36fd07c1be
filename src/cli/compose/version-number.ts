/** The version of Compose whose behaviour and words these are: it came with Docker 28.2.2. */
export const COMPOSE_VERSION = '2.36.2';
