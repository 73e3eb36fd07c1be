'use strict';
/*
 * Shows one page of the simulated machine. The workbench gives it a port and the request to begin with; everything the page asks for travels
 * through that port. Following a link makes a new frame, so this one never shows a second page.
 */
(() => {
  const MAX_REDIRECTS = 20;
  const REDIRECTS = [301, 302, 303, 307, 308];
  const waiting = new Map();
  let port;
  let nextId = 1;
  let base;

  const tell = (message) => port.postMessage(message);

  function ask(request) {
    return new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      tell({ type: 'request', id, request });
    });
  }

  const onMachine = (url) =>
    url.protocol === 'http:' && /^((.*\.)?localhost|node\d+|(127|10|172|192)\..*)$/.test(url.hostname);
  const toRequest = (url, parts = {}) => ({
    method: 'GET',
    headers: [],
    ...parts,
    host: url.host,
    target: url.pathname + url.search,
  });

  /** A response of the machine, or undefined: outside of it, not found, nothing there. */
  async function load(url) {
    if (!onMachine(url)) return undefined;
    const answer = await ask(toRequest(url));
    return 'failed' in answer || answer.status >= 400 ? undefined : answer;
  }

  async function send(url, parts) {
    if (!onMachine(url)) return undefined;
    const answer = await ask(toRequest(url, parts));
    return 'failed' in answer ? undefined : answer;
  }

  /** The answer to the first request, redirects followed as a browser does. */
  async function follow(first) {
    let request = first;
    for (let hops = 0; ; hops += 1) {
      const url = new URL(`http://${request.host}${request.target}`);
      const answer = await ask(request);
      const to = 'failed' in answer ? undefined : previewRewrite.header(answer.headers, 'location');
      if (!to || !REDIRECTS.includes(answer.status)) return { url, answer };
      if (hops === MAX_REDIRECTS)
        return { url, answer: { failed: 'redirects', message: `The last of ${hops} leads to ${to}.` } };
      const next = new URL(to, url);
      if (!onMachine(next))
        return {
          url,
          answer: {
            failed: 'outside',
            message: `${url.host} redirects to ${next.href}, outside of the simulated machine.`,
          },
        };
      const keep = answer.status === 307 || answer.status === 308;
      request = toRequest(
        next,
        keep ? { method: request.method, headers: request.headers, body: request.body } : {},
      );
    }
  }

  function plainPage(answer, type) {
    const page = document.implementation.createHTMLDocument('');
    if (/^image\//.test(type)) {
      const image = page.createElement('img');
      image.src = previewRewrite.blobUrl(answer);
      page.body.append(image);
      return page;
    }
    const text = page.createElement('pre');
    text.style.whiteSpace = 'pre-wrap';
    text.textContent = /^(text\/|application\/(json|javascript|xml))|^$/.test(type)
      ? previewRewrite.textOf(answer)
      : `A file of type ${type}, ${answer.body.length} bytes.`;
    page.body.append(text);
    return page;
  }

  async function show(first) {
    const { url, answer } = await follow(first);
    if ('failed' in answer)
      return tell({ type: 'failed', failure: answer.failed, host: url.hostname, message: answer.message });
    const type = previewRewrite.header(answer.headers, 'content-type') ?? '';
    const isPage = /html/.test(type);
    const page = isPage
      ? new DOMParser().parseFromString(previewRewrite.textOf(answer), 'text/html')
      : plainPage(answer, type);
    const rewriter = previewRewrite.createRewriter(load);
    base = isPage ? await rewriter.page(page, url) : url;
    // Told first: a script of the page may rename it at once.
    tell({
      type: 'shown',
      host: url.host,
      target: url.pathname + url.search,
      title: page.title,
      status: answer.status,
    });
    write(page, rewriter);
  }

  function write(page, rewriter) {
    const doctype = page.doctype ? '<!doctype html>' : '';
    document.open();
    previewShims({
      resolve: (reference) => new URL(String(reference), base),
      send,
      located: (reference) => {
        const url = new URL(String(reference), base);
        tell({ type: 'located', host: url.host, target: url.pathname + url.search });
      },
    });
    watchLinks();
    watchImages(rewriter);
    document.write(doctype + page.documentElement.outerHTML);
    document.close();
  }

  function go(url, parts) {
    if (onMachine(url)) tell({ type: 'navigate', request: toRequest(url, parts) });
    else tell({ type: 'outside', url: url.href });
  }

  function watchLinks() {
    window.addEventListener('click', (event) => {
      const link = event
        .composedPath()
        .find((element) => element instanceof Element && element.matches('a[href], area[href]'));
      const reference = link?.getAttribute('href');
      if (
        !reference ||
        event.defaultPrevented ||
        reference.startsWith('#') ||
        reference.startsWith('javascript:')
      )
        return;
      event.preventDefault();
      go(new URL(reference, base));
    });
    window.addEventListener('submit', async (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      const form = event.target;
      const url = new URL(
        event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '',
        base,
      );
      const data = new FormData(form, event.submitter);
      if (form.method !== 'post') {
        url.search = new URLSearchParams(data).toString();
        return go(url);
      }
      const body = new Response(form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data));
      go(url, {
        method: 'POST',
        headers: [['content-type', body.headers.get('content-type')]],
        body: new Uint8Array(await body.arrayBuffer()),
      });
    });
  }

  /** Images a script adds later are fetched too. */
  function watchImages(rewriter) {
    const fill = async (image) => {
      const source = image.getAttribute('src');
      if (source && !/^(blob:|data:)/.test(source))
        image.setAttribute('src', await rewriter.media(source, base));
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'attributes') void fill(target);
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          for (const image of [node, ...node.querySelectorAll('img')])
            if (image.matches('img[src]')) void fill(image);
        }
      }
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['src'] });
  }

  window.addEventListener('message', function begin({ data, source, ports }) {
    if (source !== window.parent || data?.type !== 'begin' || !ports[0]) return;
    window.removeEventListener('message', begin);
    port = ports[0];
    port.onmessage = ({ data: { id, answer } }) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    };
    show(data.request).catch((error) =>
      tell({ type: 'failed', message: `The page could not be shown: ${error}` }),
    );
  });
})();
