/** What every object of a swarm has. Durations are nanoseconds, times RFC 3339. */
/** An object's version: an update names the one it is based on. */
export interface ObjectVersion {
  readonly Index: number;
}

export interface Annotations {
  Name: string;
  Labels: Record<string, string>;
}

export interface SwarmObject {
  ID: string;
  Version: ObjectVersion;
  CreatedAt: string;
  UpdatedAt: string;
}
