import { ASYNCIO_QUEUES } from './asyncio-queues.ts';
import { ASYNCIO_TASKS } from './asyncio.ts';
import { CODECS, FORMATTING } from './formatting.ts';
import { TRACEBACK } from './traceback.ts';

/** abc.py: the prelude tells of derived classes. */
const ABC = String.raw`
def abstractmethod(f):
    if not isinstance(f, (property, classmethod, staticmethod)):
        f.__isabstractmethod__ = True
    return f
abstractproperty = property
abstractclassmethod, abstractstaticmethod = classmethod, staticmethod
def _abstract(cls):
    seen, names = set(), []
    for c in cls.__mro__:
        for name, value in c.__dict__.items() if hasattr(c, '__dict__') else ():
            if name not in seen:
                seen.add(name)
                if getattr(value, '__isabstractmethod__', False):
                    names.append(name)
    return names
class ABCMeta(type): pass
class ABC:
    def __init_subclass__(cls, **options): cls.__abstractmethods__ = _abstract(cls)
    def __new__(cls, *a, **k):
        names = getattr(cls, '__abstractmethods__', ())
        if names:
            import sys
            if sys.version_info < (3, 12):
                raise TypeError("Can't instantiate abstract class %s with abstract method%s %s" % (cls.__name__, 's' if len(names) > 1 else '', ', '.join(sorted(names))))
            listed = ', '.join(["'%s'" % n for n in sorted(names)])
            raise TypeError("Can't instantiate abstract class %s without an implementation for abstract method%s %s" % (cls.__name__, 's' if len(names) > 1 else '', listed))
        return object.__new__(cls)
`;

/** Modules that are part of the language more than of its library, by path below lib/python3.12. */
export const LANGUAGE_MODULES: readonly (readonly [path: string, source: string])[] = [
  ['_codecs.py', CODECS],
  ['_formatting.py', FORMATTING],
  ['abc.py', ABC],
  ['asyncio/__init__.py', ASYNCIO_TASKS + ASYNCIO_QUEUES],
  ['traceback.py', TRACEBACK],
];
