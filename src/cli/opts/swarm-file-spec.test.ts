import { describe, expect, it } from 'vitest';
import { parseSwarmFile } from './swarm-file-spec.ts';

describe('parseSwarmFile', () => {
  it('takes a name, or fields', () => {
    const plain = { source: 'pw', target: 'pw', uid: '0', gid: '0', mode: 0o444 };
    expect(parseSwarmFile('pw', 'secret')).toEqual(plain);
    expect(parseSwarmFile('src=pw', 'config')).toEqual(plain);
    expect(parseSwarmFile('source=pw,target=db,uid=1,gid=2,mode=0400', 'secret')).toEqual({
      source: 'pw',
      target: 'db',
      uid: '1',
      gid: '2',
      mode: 0o400,
    });
  });

  it.each([
    ['a=b', 'invalid field in secret request: a'],
    ['source=x,c', "invalid field 'c' must be a key=value pair"],
    ['target=x', 'source is required'],
    ['source=x,mode=abc', 'invalid mode specified: strconv.ParseUint: parsing "abc": invalid syntax'],
  ])('refuses %s', (text, message) => {
    expect(() => parseSwarmFile(text, 'secret')).toThrow(message);
  });
});
