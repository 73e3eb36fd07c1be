'use strict';
/*
 * Makes a page of the simulated machine one that needs nothing more from anywhere: what it names is fetched through `load` and put into it.
 * The frame has an origin of its own and a policy that lets nothing in or out, so what is left out here simply stays empty.
 */
const previewRewrite = (() => {
  const CSS_REFERENCE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g;
  const CSS_IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)["']?\s*\)?([^;]*);/g;
  const MAX_IMPORTS = 5;
  const MEDIA = 'img[src],source[src],video[src],audio[src],track[src],input[type=image][src],video[poster]';

  /** Text of a response, in the character set it names. */
  function textOf({ headers, body }) {
    const charset = /charset=["']?([\w-]+)/i.exec(header(headers, 'content-type') ?? '')?.[1];
    try {
      return new TextDecoder(charset ?? 'utf-8').decode(body);
    } catch {
      return new TextDecoder().decode(body);
    }
  }

  function header(headers, name) {
    return headers.find(([key]) => key.toLowerCase() === name)?.[1];
  }

  function blobUrl({ headers, body }) {
    return URL.createObjectURL(new Blob([body], { type: header(headers, 'content-type') ?? '' }));
  }

  async function replaceAll(text, pattern, replacement) {
    const parts = await Promise.all(
      [...text.matchAll(pattern)].map(async (match) => [match, await replacement(match)]),
    );
    let result = '';
    let end = 0;
    for (const [match, by] of parts) {
      result += text.slice(end, match.index) + by;
      end = match.index + match[0].length;
    }
    return result + text.slice(end);
  }

  /** Rewrites one page. `load(url)` resolves to a response, or undefined where there is none to be had. */
  function createRewriter(load) {
    const media = async (reference, base) => {
      if (!reference || /^(data:|blob:|#)/.test(reference)) return reference;
      const response = await load(new URL(reference, base));
      return response ? blobUrl(response) : 'data:,';
    };

    async function css(text, base, depth = 0) {
      const imported = await replaceAll(text, CSS_IMPORT, async ([, reference, condition]) => {
        const url = new URL(reference, base);
        const response = depth < MAX_IMPORTS ? await load(url) : undefined;
        if (!response) return '';
        const inner = await css(textOf(response), url, depth + 1);
        return condition.trim() ? `@media ${condition} {${inner}}` : inner;
      });
      return replaceAll(imported, CSS_REFERENCE, async ([whole, double, single, bare]) => {
        const reference = double ?? single ?? bare;
        if (/^(data:|blob:|#|$)/.test(reference)) return whole;
        return `url("${await media(reference, base)}")`;
      });
    }

    async function stylesheet(link, base) {
      const url = new URL(link.getAttribute('href'), base);
      const response = await load(url);
      if (!response) return link.remove();
      const style = link.ownerDocument.createElement('style');
      if (link.media) style.media = link.media;
      style.textContent = await css(textOf(response), url);
      link.replaceWith(style);
    }

    async function script(element, base) {
      const response = await load(new URL(element.getAttribute('src'), base));
      const late = element.defer || element.async;
      for (const name of ['src', 'defer', 'async', 'integrity', 'crossorigin']) element.removeAttribute(name);
      element.textContent = response ? textOf(response).replace(/<\/script/gi, '<\\/script') : '';
      // An inline script can't wait for the page, so it goes to where the page is complete.
      if (late) element.ownerDocument.body.append(element);
    }

    async function mediaElement(element, base) {
      for (const name of ['src', 'poster']) {
        if (element.hasAttribute(name))
          element.setAttribute(name, await media(element.getAttribute(name), base));
      }
    }

    async function candidates(element, base) {
      const parts = element
        .getAttribute('srcset')
        .split(',')
        .map((part) => part.trim().split(/\s+/));
      const urls = await Promise.all(
        parts.map(async ([reference, size]) => `${await media(reference, base)} ${size ?? ''}`.trim()),
      );
      element.setAttribute('srcset', urls.join(', '));
    }

    async function page(document, url) {
      const named = document.querySelector('base[href]');
      const base = named ? new URL(named.getAttribute('href'), url) : url;
      const all = (selector) => [...document.querySelectorAll(selector)];
      for (const element of all('base, link[rel~=icon], link[rel~=preload], link[rel~=manifest]'))
        element.remove();
      await Promise.all([
        ...all('link[rel~=stylesheet][href]').map((element) => stylesheet(element, base)),
        ...all('style').map(
          async (element) => void (element.textContent = await css(element.textContent, base)),
        ),
        ...all('[style*="url("]').map(async (element) =>
          element.setAttribute('style', await css(element.getAttribute('style'), base)),
        ),
        ...all('script[src]').map((element) => script(element, base)),
        ...all(MEDIA).map((element) => mediaElement(element, base)),
        ...all('[srcset]').map((element) => candidates(element, base)),
        ...all('image[href]').map(async (element) =>
          element.setAttribute('href', await media(element.getAttribute('href'), base)),
        ),
      ]);
      return base;
    }

    return { page, media };
  }

  return { createRewriter, textOf, header, blobUrl };
})();
