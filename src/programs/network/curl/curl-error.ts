/** curl can't go on: its exit status and the text behind `curl: (N)`. @see libcurl-errors(3) */
export class CurlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'CurlError';
    this.status = status;
  }
}
