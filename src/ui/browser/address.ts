/** An address as the browser panel uses it. */
export interface Address {
  /** `localhost:4000` */
  readonly host: string;
  /** `/about.html?x=1` */
  readonly target: string;
}

export class AddressError extends Error {
  override name = 'AddressError';
}

/** Reads what was typed into the address bar: `4000`, `:4000/x`, `localhost:4000`, `http://localhost:4000/x#y`. @throws AddressError */
export function parseAddress(typed: string): Address {
  const text = typed.trim();
  if (text === '') throw new AddressError('Type an address of this machine, such as localhost:4000.');
  if (/^https:/i.test(text))
    throw new AddressError(
      'Only http is simulated. Leave out the https:// and give the published port, such as localhost:4000.',
    );
  const full = /^:?\d{1,5}(\/|$)/.test(text)
    ? `localhost:${text.replace(/^:/, '')}`
    : text.replace(/^http:\/\//i, '');
  try {
    const url = new URL(`http://${full}`);
    return { host: url.host, target: url.pathname + url.search };
  } catch {
    throw new AddressError(
      `${text} is not an address. An address of this machine looks like localhost:4000.`,
    );
  }
}

export const formatAddress = ({ host, target }: Address): string => (target === '/' ? host : host + target);
