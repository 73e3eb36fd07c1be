import { expect, it } from 'vitest';
import { KeptVolumes } from './kept-volumes.ts';

const ID = 'a'.repeat(64);

it('leaves out of ours what only the older engine pruned', () => {
  const kept = new KeptVolumes();
  const prune = 'docker system prune -f --volumes';
  kept.note(prune, `Deleted Volumes:\nold\n${ID}\n\nTotal`, `Deleted Volumes:\n${ID}\n\nTotal`);
  expect(kept.withoutKept('docker volume ls -q', 'used\n', 'old\nused\n')).toBe('used\n');
  expect(kept.withoutKept('docker volume ls', 'local     used\n', 'local     old\nlocal     used\n')).toBe(
    'local     used\n',
  );
  expect(
    kept.withoutKept('docker system df', 'Local Volumes   1  1\n', 'Local Volumes   2  1\nBuild Cache   0\n'),
  ).toBe('Local Volumes   1  1\nBuild Cache   0\n');
});

it('hides nothing else', () => {
  const kept = new KeptVolumes();
  expect(kept.withoutKept('docker volume ls -q', '', 'old\n')).toBe('old\n');
  kept.note('docker volume prune -f', 'Deleted Volumes:\nold\n\n', 'Total reclaimed space: 0B\n');
  expect(kept.withoutKept('docker volume ls -q', 'old\n', 'old\nmore\n')).toBe('old\nmore\n');
  expect(kept.withoutKept('docker ps', '', 'old\n')).toBe('old\n');
});
