import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';
import type { HttpHeaders } from '../http/http-headers.ts';
import type { HeaderChange } from './settings.ts';

/** Carries out `Header` and `RequestHeader`. Simplified: of the format, `%%` alone is known. @see httpd mod_headers */
export function changeHeaders(headers: HttpHeaders, changes: readonly HeaderChange[]): void {
  for (const { action, name, value, replacement } of changes) {
    const text = value.replaceAll('%%', '%');
    const old = headers.get(name);
    switch (action) {
      case 'set':
        headers.set(name, text);
        break;
      case 'setifempty':
        if (old === undefined) headers.append(name, text);
        break;
      case 'add':
        headers.append(name, text);
        break;
      case 'append':
        headers.set(name, old === undefined ? text : `${old}, ${text}`);
        break;
      case 'merge':
        if (!old?.split(/,\s*/).includes(text))
          headers.set(name, old === undefined ? text : `${old}, ${text}`);
        break;
      case 'unset':
        headers.delete(name);
        break;
      case 'edit':
      case 'edit*':
        if (old !== undefined)
          headers.set(name, old.replace(boundedRegExp(value, action === 'edit*' ? 'g' : ''), replacement));
        break;
      default:
        break;
    }
  }
}
