/**
 * What MicroPython says when something fails, and what CPython 3.12 says. Values stand in the same order. What needs more than the words
 * (names of functions and parameters, of operators) is completed afterwards.
 * @see explain-error.ts
 */
export const WORDS: readonly (readonly [micropython: string, cpython: string])[] = [
  ['divide by zero', 'division by zero'],
  ["name '%q' isn't defined", "name '%q' is not defined"],
  ["'%s' object isn't callable", "'%s' object is not callable"],
  ["'%s' object isn't iterable", "'%s' object is not iterable"],
  ["'%s' object isn't subscriptable", "'%s' object is not subscriptable"],
  ["'%s' object isn't an iterator", "'%s' object is not an iterator"],
  ["'%s' object doesn't support item assignment", "'%s' object does not support item assignment"],
  ["'%s' object doesn't support item deletion", "'%s' object doesn't support item deletion"],
  ["can't convert %s to int", "int() argument must be a string, a bytes-like object or a real number, not '%s'"],
  ["can't convert %s to float", "float() argument must be a string or a real number, not '%s'"],
  ["can't convert inf to int", 'cannot convert float infinity to integer'],
  ["can't convert NaN to int", 'cannot convert float NaN to integer'],
  ['invalid syntax for integer with base %d: ', 'invalid literal for int() with base %d: '],
  ['int() arg 2 must be >= 2 and <= 36', 'int() base must be >= 2 and <= 36, or 0'],
  ["unsupported types for %q: '%s', '%s'", "unsupported operand type(s) for %q: '%s' and '%s'"],
  ["unsupported type for %q: '%s'", "bad operand type for unary %q: '%s'"],
  ["no module named '%q'", "No module named '%q'"],
  ["can't import name %q", "cannot import name '%q'"],
  ['need more than %d values to unpack', 'not enough values to unpack (got %d)'],
  ['%q indices must be integers, not %s', '%q indices must be integers or slices, not %s'],
  ['string indices must be integers, not %s', "string indices must be integers, not '%s'"],
  ["unknown format code '%c' for object of type '%s'", "Unknown format code '%c' for object of type '%s'"],
  ['format string needs more arguments', 'not enough arguments for format string'],
  ["format string didn't convert all arguments", 'not all arguments converted during string formatting'],
  ['no active exception to reraise', 'No active exception to reraise'],
  ["type '%q' isn't an acceptable base type", "type '%q' is not an acceptable base type"],
  ["slice step can't be zero", 'slice step cannot be zero'],
  ['zero step', 'range() arg 3 must not be zero'],
  ['char not in range(0x110000)', 'chr() arg not in range(0x110000)'],
  ['invalid format specifier', 'Invalid format specifier'],
  ["single '}' encountered in format string", "Single '}' encountered in format string"],
  ["unmatched '{' in format", "Single '{' encountered in format string"],
  ["unindent doesn't match any outer indent level", 'unindent does not match any outer indentation level'],
  ['I/O operation on closed file', 'I/O operation on closed file.'],
  // The beginning of this text is written apart, with the name of the class's module.
  ['%s object at %p>', '%s object at 0x%08x>'],
  ['<generator object \'%q\' at %p>', '<generator object %q at 0x%08x>'],
]; // prettier-ignore
