import { isSysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { sha256Digest } from '../../lib/sha256.ts';

/**
 * Blobs by their content and the links that name them, in the folders that a real registry keeps: a volume of one can be looked into.
 * @see distribution registry/storage/paths.go
 */
export class RegistryStorage {
  readonly #files: FileView;
  readonly #root: string;

  constructor(files: FileView, root: string) {
    this.#files = files;
    this.#root = `${root}/docker/registry/v2`;
  }

  // Repositories

  /** Names of all repositories, in order. */
  repositories(): string[] {
    const found: string[] = [];
    const visit = (name: string): void => {
      const folder = `${this.#root}/repositories${name && `/${name}`}`;
      for (const entry of this.#list(folder)) {
        if (entry === '_manifests') found.push(name);
        else if (!entry.startsWith('_')) visit(name ? `${name}/${entry}` : entry);
      }
    };
    visit('');
    return found.sort();
  }

  hasRepository(name: string): boolean {
    return this.#files.exists(`${this.#repository(name)}/_manifests`);
  }

  /** Tags in order; undefined for a repository that is not there. */
  tags(name: string): string[] | undefined {
    return this.hasRepository(name)
      ? this.#list(`${this.#repository(name)}/_manifests/tags`).sort()
      : undefined;
  }

  // Manifests

  /** The digest a tag or digest stands for, if there is such a manifest. */
  manifestDigest(name: string, reference: string): string | undefined {
    const folder = `${this.#repository(name)}/_manifests`;
    return reference.includes(':')
      ? this.#link(`${folder}/revisions/${reference.replace(':', '/')}/link`)
      : this.#link(`${folder}/tags/${reference}/current/link`);
  }

  /** Keeps a manifest, and names it where `tag` is given. Returns its digest. */
  putManifest(name: string, tag: string | undefined, bytes: Uint8Array): string {
    const digest = this.#putBlob(bytes);
    const folder = `${this.#repository(name)}/_manifests`;
    this.#write(`${folder}/revisions/${digest.replace(':', '/')}/link`, digest);
    if (tag !== undefined) {
      this.#write(`${folder}/tags/${tag}/current/link`, digest);
      this.#write(`${folder}/tags/${tag}/index/${digest.replace(':', '/')}/link`, digest);
    }
    return digest;
  }

  /** Forgets a manifest and the tags that mean it; its blobs stay, as they do until a garbage collection. */
  deleteManifest(name: string, digest: string): void {
    const folder = `${this.#repository(name)}/_manifests`;
    this.#files.removeAll(`${folder}/revisions/${digest.replace(':', '/')}`);
    for (const tag of this.#list(`${folder}/tags`))
      if (this.#link(`${folder}/tags/${tag}/current/link`) === digest)
        this.#files.removeAll(`${folder}/tags/${tag}`);
  }

  // Blobs

  hasBlob(name: string, digest: string): boolean {
    return this.#link(`${this.#repository(name)}/_layers/${digest.replace(':', '/')}/link`) !== undefined;
  }

  /** A blob or manifest that is known to be here. */
  readBlob(digest: string): Uint8Array {
    return this.#files.readFile(this.#blobPath(digest));
  }

  blobSize(digest: string): number {
    return this.#files.stat(this.#blobPath(digest)).size;
  }

  /** A blob for a repository. */
  putLayer(name: string, bytes: Uint8Array): string {
    const digest = this.#putBlob(bytes);
    this.#write(`${this.#repository(name)}/_layers/${digest.replace(':', '/')}/link`, digest);
    return digest;
  }

  /** A blob of one repository becomes one of another. */
  mountLayer(name: string, digest: string): void {
    this.#write(`${this.#repository(name)}/_layers/${digest.replace(':', '/')}/link`, digest);
  }

  deleteLayer(name: string, digest: string): void {
    this.#files.removeAll(`${this.#repository(name)}/_layers/${digest.replace(':', '/')}`);
  }

  // Uploads

  beginUpload(name: string, id: string): void {
    this.#write(this.#upload(name, id), '');
  }

  /** Bytes that came so far; undefined for an upload that is not known. */
  uploadSize(name: string, id: string): number | undefined {
    return this.#files.statIfAny(this.#upload(name, id))?.size;
  }

  appendUpload(name: string, id: string, bytes: Uint8Array): void {
    this.#files.writeFile(this.#upload(name, id), bytes, { append: true });
  }

  readUpload(name: string, id: string): Uint8Array {
    return this.#files.readFile(this.#upload(name, id));
  }

  endUpload(name: string, id: string): void {
    this.#files.removeAll(dirName(this.#upload(name, id)));
  }

  #putBlob(bytes: Uint8Array): string {
    const digest = sha256Digest(bytes);
    if (!this.#files.exists(this.#blobPath(digest))) this.#write(this.#blobPath(digest), bytes);
    return digest;
  }

  #repository(name: string): string {
    return `${this.#root}/repositories/${name}`;
  }

  #upload(name: string, id: string): string {
    return `${this.#repository(name)}/_uploads/${id}/data`;
  }

  #blobPath(digest: string): string {
    const [algorithm = '', hex = ''] = digest.split(':');
    return `${this.#root}/blobs/${algorithm}/${hex.slice(0, 2)}/${hex}/data`;
  }

  #link(path: string): string | undefined {
    return this.#files.statIfAny(path)?.type === 'file' ? this.#files.readText(path) : undefined;
  }

  #list(folder: string): string[] {
    try {
      return this.#files.readDir(folder).map(({ name }) => name);
    } catch (error) {
      if (isSysError(error)) return [];
      throw error;
    }
  }

  #write(path: string, content: string | Uint8Array): void {
    this.#files.mkdirAll(dirName(path));
    this.#files.writeFile(path, content);
  }
}
