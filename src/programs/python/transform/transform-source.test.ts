import { describe, expect, it } from 'vitest';
import { transformSource } from './transform-source.ts';

describe('transformSource', () => {
  it.each([
    ['while a < 3: a += 1', 'while (__tick() or (a < 3)): a += 1'],
    ['for i, j in a, b:\n    pass', 'for i, j in __titer((a, b)):\n    pass'],
    ['x = [y * 2 for y in z if y]', 'x = [y * 2 for y in __titer((z)) if y]'],
    ['x = {k: v for k, v in d.items()}', 'x = {k: v for k, v in __titer((d.items()))}'],
    ['s = sum(x for x in y for z in x)', 's = sum(x for x in __titer((y)) for z in __titer((x)))'],
    ['def f(a, /, b):\n  return a', 'def f(__only_a, b):\n  a = __only_a\n  __tick(); return a'],
    ['def f(a, b=2, /): return b', 'def f(__only_a, __only_b=2): a = __only_a; b = __only_b; __tick(); return b'],
    ['def f(a, /):\n  if a: return 1', 'def f(__only_a):\n  a = __only_a\n  if (__tick() or (a)): return 1'],
    ['class A: pass', 'class A: __init__ = __no_init; pass'],
    ['class A(object):\n  x = 1', '@__class()\nclass A(object):\n  __init__ = __no_init\n  x = 1'],
    ['class A:\n  def __new__(cls, *a): pass', 'class A:\n  def __new__(cls, *a): __tick(); pass'],
    ['range(a); bytes(b); x.range(1)', '__range(a); __bytes(b); x.range(1)'],
    ['def f():\n  with x: pass', 'def f():\n  with x: pass'],
    ['x = {**a, "b": 1, **c}', 'x = __dict_of(a, {"b": 1}, c)'],
    ['x = [*a, 1]; y = (*a, b); z = {1, *b}', 'x = __list_of(a, (1,)); y = __tuple_of(a, (b,)); z = __set_of((1,), b)'],
    ['x = [[*a], [1, 2]]', 'x = [__list_of(a), [1, 2]]'],
    ['async def f():\n  async for x in y: pass', 'async def f():\n  async for x in y: pass'],
    ['f"{[x for x in y]}"', '"{}".format([x for x in __titer((y))])'],
    ['f"{a!r:>{w}} {b=}" "c"', '("{} b={}".format(__format(repr(a), \'>{}\'.format(w)), repr(b)) + "c")'],
    ['match a:\n  case [1, *r]: pass\n  case _ if b: pass', 'if ((__m0 := (a)),):\n  if (__is_sequence(__m0, 1, True) and __m0[0] == (1) and ((r := list(__m0[1:len(__m0) - 0])),)): pass\n  elif True and (b): pass'],
    ['class A(B, k=1):\n  "d"\n  __x = 1', '@__class(k=1)\nclass A(B):\n  __doc__ = "d"\n  _A__x = 1'],
    ['raise A from b', 'raise __raise_from(A , b)'],
    ['isinstance(a, B | C)', 'isinstance(a, __union(B , C))'],
    ['a[::-1] + b[1:][c:d:2]', '__step(a, None, None, -1) + __step(b[1:], c, d, 2)'],
    ['a[::2] = b; del a[1::2]', '__set_step(a, None, None, 2, (b)); __del_step(a, 1, None, 2)'],
    ['for x in [y for y in z]: pass', 'for x in __titer(([y for y in __titer((z))])): pass'],
  ])('%j', (source, expected) => {
    expect(transformSource(source).code).toBe(expected);
  }); // prettier-ignore

  it('tells which line each line was', () => {
    const { code, lines } = transformSource('try:\n  a\nexcept B:\n  c\nd');
    expect(code).toBe('try:\n  a\nexcept B as __e:\n with __handling(__e):\n  c\nd');
    expect(lines).toEqual([0, 1, 2, 3, 3, 4, 5]);
  });
});
