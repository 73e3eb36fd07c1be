import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBytes } from '../../lib/bytes.ts';
import { compress } from '../shelf/compress.ts';
import { encodeBase64 } from '../../lib/base64.ts';
import { fromFragment, toFragment } from './share-link.ts';
import { unzipFiles, zipFiles } from './zip.ts';

const FILES = [
  { path: 'Dockerfile', bytes: toBytes('FROM nginx\n') },
  { path: 'bin/run', bytes: toBytes('#!/bin/sh\n'), executable: true },
];

describe('a project as a zip', () => {
  it('comes back with its modes, without the folder around it or what computers add', () => {
    expect(unzipFiles(zipFiles(FILES))).toEqual(FILES);
    const text = toBytes('x');
    const others = zipSync({
      'site-main/a.txt': text,
      'site-main/src/b.txt': text,
      'site-main/.git/config': text,
      '__MACOSX/site-main/._a.txt': text,
      'site-main/empty/': new Uint8Array(0),
    });
    expect(unzipFiles(others).map(({ path }) => path)).toEqual(['a.txt', 'src/b.txt']);
  });

  it('is refused where it leads out, holds too much, or is none', () => {
    expect(() => unzipFiles(zipSync({ '../../etc/passwd': toBytes('x') }))).toThrow('can’t be used here');
    expect(() => unzipFiles(toBytes('not a zip at all'))).toThrow('not a zip file');
    expect(() => unzipFiles(zipFiles(FILES).subarray(0, 90))).toThrow('not a zip file');
    expect(() => unzipFiles(zipSync({}))).toThrow('no files');
    const zeros = new Uint8Array(65 * 1024 * 1024);
    expect(() => unzipFiles(zipSync({ bomb: zeros }))).toThrow('holds too much');
  });
});

describe('a link', () => {
  const share = { title: 'T', files: FILES, commands: [{ line: 'docker ps' }], machines: 1 };

  it('carries a share in its fragment', async () => {
    const fragment = await toFragment(share);
    expect(fragment).toMatch(/^share=[\w-]+$/);
    expect(await fromFragment(fragment)).toEqual(share);
  });

  it('is refused where it was cut, is none, or would unpack to too much', async () => {
    const fragment = await toFragment(share);
    const bomb = encodeBase64(await compress(new Uint8Array(8e6), 'deflate-raw'));
    const wrong = [fragment.slice(0, -6), 'share=', 'share=%%%', 'other', `share=${'A'.repeat(200_000)}`];
    for (const text of [...wrong, `share=${bomb.replace(/\+/g, '-').replace(/\//g, '_')}`])
      await expect(fromFragment(text), text.slice(0, 40)).rejects.toThrow('damaged');
    const noise = crypto.getRandomValues(new Uint8Array(60_000));
    await expect(toFragment({ ...share, files: [{ path: 'noise', bytes: noise }] })).rejects.toThrow(
      'too much for a link',
    );
  });
});
