import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';

/** Names of nodes and services by their IDs, each looked up once; what is not found keeps its ID. @see docker/cli v28.2.2 cli/command/idresolver/idresolver.go */
export class NameResolver {
  readonly #engine: EngineApi;
  readonly #asked: boolean;
  readonly #names = new Map<string, string>();

  /** Without `asked` an ID is its own name. */
  constructor(engine: EngineApi, asked: boolean) {
    this.#engine = engine;
    this.#asked = asked;
  }

  node(id: string): Promise<string> {
    return this.#resolve(id, async () => {
      const { Spec, Description } = await this.#engine.NodeInspect(id);
      return Spec.Name || Description.Hostname;
    });
  }

  service(id: string): Promise<string> {
    return this.#resolve(id, async () => (await this.#engine.ServiceInspect(id)).Spec.Name);
  }

  async #resolve(id: string, find: () => Promise<string>): Promise<string> {
    if (!this.#asked || id === '') return id;
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = await find().catch((error: unknown) => {
      if (error instanceof ApiError) return id;
      throw error;
    });
    this.#names.set(id, name || id);
    return name || id;
  }
}
