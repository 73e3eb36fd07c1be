import { escapeHtml } from './escape-html.ts';

export const APACHE_VERSION = '2.4.65';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK', 201: 'Created', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 307: 'Temporary Redirect',
  308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 408: 'Request Timeout', 410: 'Gone',
  413: 'Request Entity Too Large', 414: 'Request-URI Too Long', 416: 'Requested Range Not Satisfiable', 500: 'Internal Server Error', 501: 'Not Implemented',
  502: 'Proxy Error', 503: 'Service Unavailable', 504: 'Gateway Timeout',
}; // prettier-ignore

/** The reason phrase of httpd; undefined for what it does not word itself. */
export function reasonOf(status: number): string | undefined {
  return REASONS[status];
}

/** What a page tells besides its status. */
export interface PageFacts {
  readonly method: string;
  /** Of a redirect. */
  readonly location?: string;
  /** Behind the first sentence of some pages. */
  readonly notes?: string;
  readonly admin: string;
  readonly reason?: string;
  /** The address line at the end, where ServerSignature is on. */
  readonly signature?: string;
  /** The ErrorDocument itself failed with this status. */
  readonly alsoFailed?: number;
}

/** The page for a status where no ErrorDocument says otherwise. @see httpd http_protocol.c get_canned_error_string */
export function errorPage(status: number, facts: PageFacts): string {
  const reason = facts.reason ?? REASONS[status] ?? '';
  const also =
    facts.alsoFailed === undefined
      ? ''
      : `<p>Additionally, a ${facts.alsoFailed} ${REASONS[facts.alsoFailed] ?? ''}\nerror was encountered while trying to use an ErrorDocument to handle the request.</p>\n`;
  return `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${reason}</title>\n</head><body>\n<h1>${reason}</h1>\n${sentence(status, facts)}${also}${facts.signature ?? ''}</body></html>\n`;
}

function sentence(status: number, { method, location = '', notes = '', admin }: PageFacts): string {
  const shownMethod = escapeHtml(method);
  switch (status) {
    case 301: case 302: case 307: case 308:
      return `<p>The document has moved <a href="${escapeHtml(location)}">here</a>.</p>\n`;
    case 303: return `<p>The answer to your request is located <a href="${escapeHtml(location)}">here</a>.</p>\n`;
    case 400: return `<p>Your browser sent a request that this server could not understand.<br />\n${notes}</p>\n`;
    case 401: return "<p>This server could not verify that you\nare authorized to access the document\nrequested.  Either you supplied the wrong\ncredentials (e.g., bad password), or your\nbrowser doesn't understand how to supply\nthe credentials required.</p>\n";
    case 403: return `<p>You don't have permission to access this resource.${notes}</p>\n`;
    case 404: return '<p>The requested URL was not found on this server.</p>\n';
    case 405: return `<p>The requested method ${shownMethod} is not allowed for this URL.</p>\n`;
    case 408: return '<p>Server timeout waiting for the HTTP request from the client.</p>\n';
    case 410: return '<p>The requested resource is no longer available on this server and there is no forwarding address.\nPlease remove all references to this resource.</p>\n';
    case 413: return `The requested resource does not allow request data with ${shownMethod} requests, or the amount of data provided in\nthe request exceeds the capacity limit.\n`;
    case 416: return '<p>None of the range-specifier values in the Range\nrequest-header field overlap the current extent\nof the selected resource.</p>\n';
    case 501: return `<p>${shownMethod} not supported for current URL.<br />\n${notes}</p>\n`;
    case 502: return `<p>The proxy server received an invalid\nresponse from an upstream server.<br />\n${notes}</p>\n`;
    case 503: return '<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>\n';
    case 504: return '<p>The gateway did not receive a timely response\nfrom the upstream server or application.</p>\n';
    default: return notes !== '' ? notes : `<p>The server encountered an internal error or\nmisconfiguration and was unable to complete\nyour request.</p>\n<p>Please contact the server administrator at \n ${escapeHtml(admin)} to inform them of the time this error occurred,\n and the actions you performed just before this error.</p>\n<p>More information about this error may be available\nin the server error log.</p>\n`;
  }
} // prettier-ignore
