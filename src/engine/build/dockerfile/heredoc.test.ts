import { describe, expect, it } from 'vitest';
import { chompHeredoc, findHeredocs, parseHeredoc } from './heredoc.ts';

describe('heredocs', () => {
  it('are opened by one word', () => {
    expect(parseHeredoc('3<<-"EOF"')).toEqual({
      name: 'EOF',
      content: '',
      expand: false,
      chomp: true,
      fileDescriptor: 3,
    });
    expect(['<<', '<<-', 'EOF', '<<A b'].map(parseHeredoc)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(findHeredocs('RUN <<A cat << -B "<<C"').map(({ name }) => name)).toEqual(['A', '-B']);
  });

  it('lose their tabs with <<-', () => {
    expect(chompHeredoc('\t\ta\n b\n\tc')).toBe('a\n b\nc');
  });
});
