import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('envsubst', () => {
  table([
    [`export A=1 B=2; echo '$A \${B} $C $' | envsubst`, '1 2  $\n'],
    [`export A=1 B=2; echo '$A \${B}' | envsubst '$B'; envsubst -v '$B x \${A}'`, '$A 2\nB\nA\n'],
    [`envsubst a b; echo $?`, 'envsubst: too many arguments\n1\n'],
  ]);
});
