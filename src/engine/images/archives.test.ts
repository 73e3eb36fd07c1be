import { expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';

/** A shell of a fresh world; digests and IDs are left out of what it prints. */
function openShell(): (command: string) => Promise<string> {
  const session = openTestSession('/root', 5);
  return async (command) => {
    const { stdout, stderr } = await session.run({ command });
    return (stdout + stderr).replace(/(?:sha256:)?[0-9a-f]{64}/g, 'ID');
  };
}

it('saved images are archives of real blobs, and come back as they were', async () => {
  const run = openShell();
  await run('docker pull -q alpine; docker tag alpine mine:1; docker save -o a.tar mine:1 alpine');
  expect(
    await run(
      'tar xf a.tar -C /tmp; cd /tmp/blobs/sha256; for f in *; do sha256sum $f | grep -c "^$f"; done',
    ),
  ).toBe('1\n1\n1\n');
  expect(
    await run(
      'cd; docker rmi -f alpine mine:1 > /dev/null; docker load -i a.tar; docker run --rm mine:1 cat /etc/alpine-release',
    ),
  ).toBe('Loaded image: mine:1\nLoaded image: alpine:latest\n3.22.2\n');
  expect(
    await run(
      'echo nonsense > b.tar; docker load -i b.tar; head -c 20480 a.tar > c.tar; docker load -i c.tar',
    ),
  ).toContain('archive/tar: invalid tar header');
});

it('saved archives name their images for older and for newer engines', async () => {
  const run = openShell();
  await run('docker pull -q busybox; docker tag busybox team/box:2; docker save -o a.tar busybox team/box:2');
  expect(await run('tar tf a.tar | grep -v blobs')).toBe(
    'index.json\nmanifest.json\noci-layout\nrepositories\n',
  );
  const layer = '{"mediaType":"application/vnd.oci.image.layer.v1.tar","size":N,"digest":"ID"}';
  expect((await run('tar xf a.tar; cat repositories manifest.json')).replace(/"size":\d+/g, '"size":N')).toBe(
    '{"busybox":{"latest":"ID"},"team/box":{"2":"ID"}}\n' +
      `[{"Config":"blobs/sha256/ID","RepoTags":["busybox:latest","team/box:2"],"Layers":["blobs/sha256/ID"],"LayerSources":{"ID":${layer}}}]\n`,
  );
  expect(
    await run(
      'docker save $(docker images -q busybox) | tar xf -; ls repositories; grep -o manifests.* index.json',
    ),
  ).toContain('manifests":null}');
});

it('archives keep pipes, devices, holes and owners, and are told apart by them', async () => {
  const run = openShell();
  const build = (tag: string, command: string): Promise<string> =>
    run(`printf 'FROM alpine\\nRUN ${command}\\n' | docker build -q -t ${tag} -`);
  await build('odd:pipe', 'mkfifo /odd');
  await build('odd:device', 'mknod /odd c 1 3');
  await build('odd:big', 'truncate -s 100G /odd; chown 4000000000:5 /odd');
  const shown = 'for t in pipe device big; do docker run --rm odd:$t ls -ln /odd | cut -c1-58; done';
  const expected = await run(shown);
  expect(expected.split('\n').map((line) => line.charAt(0))).toEqual(['p', 'c', '-', '']);
  expect(expected).toContain('4000000000 5        107374182400');
  expect(
    await run(
      'docker save odd -o odd.tar; docker rmi -f odd:pipe odd:device odd:big > /dev/null; docker builder prune -af > /dev/null; docker load -i odd.tar | sort',
    ),
  ).toBe('Loaded image: odd:big\nLoaded image: odd:device\nLoaded image: odd:pipe\n');
  expect(await run(shown)).toBe(expected);
  expect(await run('docker tag odd:pipe odd:big; docker load -i odd.tar | grep renaming')).toBe(
    'The image odd:big already exists, renaming the old one with ID ID to empty string\n',
  );
});

it('archives keep further names of a file', async () => {
  const run = openShell();
  await run(
    "docker pull -q alpine; docker run --name made alpine sh -c 'mkdir /d; echo hi > /d/a; ln /d/a /d/b; ln /d/a /c'; docker commit made img",
  );
  const count = (image: string): Promise<string> =>
    run(
      `docker run --rm ${image} sh -c 'stat -c %h /d/a /d/b /c | xargs; echo more >> /c; cat /d/a | xargs'`,
    );
  expect(await run('docker cp made:/d - | tar tv | cut -c 1,48-')).toMatch(
    /^d.*d\/\n-.*d\/a\nh.*d\/b link to d\/a\n$/,
  );
  expect(await run('docker cp made:/d out; stat -c %h out/a; docker cp made:/d/b one; cat one')).toMatch(
    /^2\nhi\n/,
  );
  await run('docker export -o e.tar made; docker import e.tar flat');
  expect(await count('flat')).toBe('3 3 3\nhi more\n');
  await run('docker save -o s.tar img; docker rmi -f img; docker load -i s.tar');
  expect(await count('img')).toBe('3 3 3\nhi more\n');
});

it('what is no image changes nothing', async () => {
  const run = openShell();
  await run('echo "{}" > c.json');
  const load = (manifest: string): Promise<string> =>
    run(
      `echo '${manifest}' > manifest.json; ln -sf loop loop; tar cf x.tar manifest.json c.json loop; docker load -i x.tar`,
    );
  expect(await load('null')).toContain('Error response from daemon: invalid manifest.json');
  expect(await load('{}')).toContain('Error response from daemon: invalid manifest.json');
  expect(await load('[{"Config":"c.json","RepoTags":["BAD!!"],"Layers":[]}]')).toBe(
    'Error response from daemon: invalid reference format: repository name (library/BAD!!) must be lowercase\n',
  );
  expect(await load('[{"Config":"loop","RepoTags":[],"Layers":[]}]')).toContain('no such file or directory');
  expect(await run('docker images -aq')).toBe('');
});
