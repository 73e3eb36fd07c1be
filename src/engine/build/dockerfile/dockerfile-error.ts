/** Lines of a Dockerfile, 1-based and inclusive. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A Dockerfile can't be built; the message is BuildKit's, `dockerfile parse error on line N: ` included where it has that. */
export class DockerfileError extends Error {
  readonly range: LineRange;

  constructor(message: string, range: LineRange) {
    super(message);
    this.name = 'DockerfileError';
    this.range = range;
  }

  /** The first line concerned; 0 where it is the file as a whole. */
  get line(): number {
    return this.range.start;
  }
}

/** Something is wrong with one instruction; whoever knows its lines makes a DockerfileError of it. */
export class InstructionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InstructionError';
  }
}
