/** The fields of an image's configuration as the client's type has them where the JSON has none. */
const EMPTY_CONFIG = {
  User: '',
  Env: null,
  Cmd: null,
  Volumes: null,
  WorkingDir: '',
  Entrypoint: null,
  OnBuild: null,
  Labels: null,
} as const;

/** An inspected image as templates see it; anything else as it is. @see docker/cli v28.2.2 cli/command/inspect/inspector.go tryRawInspectFallback */
export function toTypedImage(value: unknown): unknown {
  if (!isImage(value)) return value;
  const config = { ...value.Config };
  // Where the whole is shown as JSON, what is empty is left out.
  for (const [name, empty] of Object.entries(EMPTY_CONFIG))
    if (!(name in config)) Object.defineProperty(config, name, { value: empty, enumerable: false });
  return { ...value, Config: config };
}

function isImage(value: unknown): value is { readonly Config: object } {
  return typeof value === 'object' && value !== null && 'RootFS' in value && 'Config' in value;
}
