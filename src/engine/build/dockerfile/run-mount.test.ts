import { describe, expect, it } from 'vitest';
import { checkRunMount, parseRunMount } from './run-mount.ts';

const parse = (text: string): unknown => parseRunMount(text, (value) => value.replace('$X', 'x'));

describe('parseRunMount', () => {
  it('reads a cache and a secret', () => {
    expect(parse('type=cache,target=/$X,sharing=locked,uid=5')).toEqual({
      type: 'cache',
      from: '',
      source: '',
      target: '/x',
      readOnly: false,
      id: '',
      sharing: 'locked',
      required: false,
      sizeBytes: 0,
      uid: 5,
    });
    expect(parse('type=secret,id=token,required')).toMatchObject({
      type: 'secret',
      id: 'token',
      required: true,
      readOnly: true,
    });
  });

  it.each([
    ['type=cach', 'unsupported mount type "cach" (did you mean cache?)'],
    ['tpye=bind', "unexpected key 'tpye' in 'tpye=bind' (did you mean type?)"],
    ['type', "invalid field 'type' must be a key=value pair"],
    ['type=bind,required', "unexpected key 'required' for mount type 'bind'"],
    ['type=secret', 'invalid secret mount. one of source, target required'],
    ['type=bind,uid=1', 'uid not allowed for "bind" type mounts'],
    ['sharing=shared', 'invalid cache sharing set for bind mount'],
  ])('refuses %s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describe('checkRunMount', () => {
  it('allows no variable in from', () => {
    expect(() => checkRunMount('type=bind,from=$X')).toThrow(
      "'from' doesn't support variable expansion, define alias stage instead",
    );
    expect(checkRunMount('type=$X')).toBeUndefined();
  });
});
