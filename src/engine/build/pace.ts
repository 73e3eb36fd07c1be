/**
 * How fast the builder's own work goes, in bytes a virtual millisecond: as a laptop with an SSD does it, so that a build's times follow from its sizes.
 * What a RUN takes is up to its programs.
 */

/** The context, from the client. */
export const SENT_BYTES_PER_MS = 100_000;

/** Files that are copied into a stage, and layers that are written for an image. */
export const WRITTEN_BYTES_PER_MS = 250_000;
