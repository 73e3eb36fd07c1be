import { expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';

/** A shell of a fresh world, with digests as they are. */
function openShell(): (command: string) => Promise<string> {
  const session = openTestSession('/root', 5);
  return async (command) => {
    const { stdout, stderr } = await session.run({ command });
    return stdout + stderr;
  };
}

interface Described {
  readonly Ref: string;
  readonly Descriptor: { readonly digest: string; readonly platform: object };
  readonly Raw: string;
  readonly OCIManifest: { readonly config: { readonly digest: string } };
}

it("shows the Hub's images as indexes of two platforms, whose manifests are what their digests say", async () => {
  const run = openShell();
  const list = JSON.parse(await run('docker manifest inspect alpine:3.20')) as {
    readonly mediaType: string;
    readonly manifests: readonly { readonly digest: string; readonly platform: object }[];
  };
  expect(list.mediaType).toBe('application/vnd.oci.image.index.v1+json');
  expect(list.manifests.map(({ platform }) => platform)).toEqual([
    { architecture: 'amd64', os: 'linux' },
    { architecture: 'arm64', os: 'linux', variant: 'v8' },
  ]);
  const [first, second] = JSON.parse(await run('docker manifest inspect -v alpine:3.20')) as [Described, Described];
  expect([first, second].map(({ Descriptor }) => Descriptor.digest)).toEqual(list.manifests.map(({ digest }) => digest));
  expect(first.Ref).toBe(`docker.io/library/alpine:3.20@${first.Descriptor.digest}`);
  expect(await run(`printf %s ${first.Raw} | base64 -d | sha256sum | cut -c1-64`)).toBe(`${first.Descriptor.digest.slice(7)}\n`);
  expect(await run('docker pull -q alpine:3.20; docker image inspect -f {{.Id}} alpine:3.20')).toContain(
    `${first.OCIManifest.config.digest}\n`,
  );
}); // prettier-ignore

it('shows what a registry of our own keeps, where it may be asked without TLS', async () => {
  const run = openShell();
  await run('docker run -d --name hub -p 5000:5000 registry:2; sleep 1; docker pull -q alpine');
  await run('docker tag alpine localhost:5000/a:1; docker push -q localhost:5000/a:1');
  expect(await run('docker manifest inspect localhost:5000/a:1')).toBe(
    'no such manifest: localhost:5000/a:1\n',
  );
  expect(await run('docker manifest inspect --insecure localhost:5000/a:1 > shown; head -4 shown')).toBe(
    '{\n\t"schemaVersion": 2,\n\t"mediaType": "application/vnd.docker.distribution.manifest.v2+json",\n\t"config": {\n',
  );
  expect(
    await run(
      'curl -s localhost:5000/v2/a/manifests/1 | jq -S . > kept; jq -S . shown | diff - kept && echo same',
    ),
  ).toBe('same\n');
}, 20_000);

it('says in the words of the client what is not there', async () => {
  const run = openShell();
  const commands = ['alpine:9.99', 'nosuch/repo', 'list image', '--insecure localhost:5001/a', 'Alpine'];
  expect(await run(commands.map((one) => `docker manifest inspect ${one}`).join('; '))).toBe(`\
no such manifest: docker.io/library/alpine:9.99
errors:
denied: requested access to the resource is denied
unauthorized: authentication required

No such manifest: docker.io/library/image:latest
failed to configure transport: error pinging v2 registry: Get "https://localhost:5001/v2/": dial tcp 127.0.0.1:5001: connect: connection refused
invalid reference format: repository name (library/Alpine) must be lowercase
`);
});
