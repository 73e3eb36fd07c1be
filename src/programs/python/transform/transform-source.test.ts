import { describe, expect, it } from 'vitest';
import { transformSource } from './transform-source.ts';

describe('transformSource', () => {
  it.each([
    ['while a < 3: a += 1', 'while (__tick() or (a < 3)): a += 1'],
    ['for i, j in a, b:\n    pass', 'for i, j in __titer((a, b)):\n    pass'],
    ['x = [y * 2 for y in z if y]', 'x = [y * 2 for y in __titer((z)) if y]'],
    ['x = {k: v for k, v in d.items()}', 'x = {k: v for k, v in __titer((d.items()))}'],
    ['s = sum(x for x in y for z in x)', 's = sum(x for x in __titer((y)) for z in __titer((x)))'],
    ['def f(a, /, b):\n  return a', 'def f(a, b):\n  __tick(); return a'],
    ['def f(a, /):\n  if a: return 1', 'def f(a):\n  if (__tick() or (a)): return 1'],
    ['def f():\n  with x: pass', 'def f():\n  with x: pass'],
    ['x = {**a, "b": 1, **c}', 'x = __dict_of(a, {"b": 1}, c)'],
    ['x = [*a, 1]; y = (*a, b); z = {1, *b}', 'x = __list_of(a, (1,)); y = __tuple_of(a, (b,)); z = __set_of((1,), b)'],
    ['x = [[*a], [1, 2]]', 'x = [__list_of(a), [1, 2]]'],
    ['async def f():\n  async for x in y: pass', 'async def f():\n  async for x in y: pass'],
    ['f"{[x for x in y]}"', 'f"{[x for x in __titer((y))]}"'],
    ['a[::-1] + b[1:][c:d:2]', '__step(a, None, None, -1) + __step(b[1:], c, d, 2)'],
    ['a.b().title() + c.lower()', '__method(a.b(), "title")() + c.lower()'],
    ['a[::2] = b', 'a[::2] = b'],
    ['for x in [y for y in z]: pass', 'for x in __titer(([y for y in __titer((z))])): pass'],
  ])('%j', (source, expected) => {
    expect(transformSource(source)).toBe(expected);
  }); // prettier-ignore
});
