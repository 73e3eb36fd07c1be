import type { Flavour } from '../flavour.ts';
import type { ArithmeticError } from './arithmetic-number.ts';

/** How each shell says what is wrong with an expression. @see bash expr.c evalerror, dash arith_yacc.c, busybox math.c */
export function arithmeticMessage(
  flavour: Flavour,
  { message, token }: ArithmeticError,
  text: string,
): string {
  switch (flavour) {
    case 'dash': {
      const reason = message.startsWith('division') ? 'division by zero' : 'expecting primary';
      return `arithmetic expression: ${reason}: "${text}"`;
    }
    case 'ash':
      return message.startsWith('division') ? 'divide by zero' : 'arithmetic syntax error';
    case 'bash': {
      const rest = message.startsWith('attempted')
        ? text.slice(text.indexOf(token))
        : token || text.slice(-1);
      return `${text}: ${message} (error token is "${rest}")`;
    }
  }
}
