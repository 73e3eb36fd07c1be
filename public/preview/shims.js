'use strict';
/*
 * What a page expects of a browser and this frame can't give it: its origin has no storage and no network. Requests go through `send` into the
 * simulated network; storage lasts as long as the page.
 */
const previewShims = (() => {
  function createStorage() {
    const items = new Map();
    const storage = {
      getItem: (key) => items.get(String(key)) ?? null,
      setItem: (key, value) => void items.set(String(key), String(value)),
      removeItem: (key) => void items.delete(String(key)),
      clear: () => items.clear(),
      key: (index) => [...items.keys()][index] ?? null,
    };
    return Object.defineProperty(storage, 'length', { get: () => items.size });
  }

  function define(target, name, value) {
    try {
      Object.defineProperty(target, name, { configurable: true, ...value });
    } catch {
      // A browser that does not let it be replaced keeps its own.
    }
  }

  function installStorage() {
    let cookies = [];
    for (const name of ['localStorage', 'sessionStorage']) define(window, name, { value: createStorage() });
    define(document, 'cookie', {
      get: () => cookies.join('; '),
      set: (text) => {
        const pair = String(text).split(';')[0].trim();
        const name = pair.split('=')[0];
        cookies = [...cookies.filter((cookie) => cookie.split('=')[0] !== name), pair];
      },
    });
  }

  function installHistory(located) {
    for (const name of ['pushState', 'replaceState']) {
      define(window.history, name, {
        value: (_state, _title, url) => void (url !== undefined && located(url)),
      });
    }
  }

  async function bodyBytes(request) {
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > 0 ? bytes : undefined;
  }

  function installFetch(resolve, send) {
    window.fetch = async (input, init) => {
      const target = resolve(input instanceof Request ? input.url : input);
      const request = new Request(target, input instanceof Request ? input : init);
      const body = await bodyBytes(request);
      const answer = await send(target, {
        method: request.method,
        headers: [...request.headers],
        ...(body ? { body } : {}),
      });
      if (!answer) throw new TypeError('Failed to fetch');
      const empty = [101, 204, 205, 304].includes(answer.status);
      return new Response(empty ? null : answer.body, {
        status: answer.status,
        statusText: answer.statusText,
        headers: answer.headers,
      });
    };
  }

  /** The part of XMLHttpRequest that pages use, over fetch; always asynchronous. */
  function installXhr() {
    window.XMLHttpRequest = class extends EventTarget {
      readyState = 0;
      status = 0;
      statusText = '';
      response = '';
      responseText = '';
      responseType = '';
      #open = { method: 'GET', url: '' };
      #headers = [];
      #answer;
      open(method, url) {
        this.#open = { method, url };
        this.#to(1);
      }
      setRequestHeader(name, value) {
        this.#headers.push([name, value]);
      }
      getResponseHeader(name) {
        return this.#answer?.headers.get(name) ?? null;
      }
      getAllResponseHeaders() {
        return [...(this.#answer?.headers ?? [])].map(([name, value]) => `${name}: ${value}\r\n`).join('');
      }
      abort() {}
      send(body) {
        const { method, url } = this.#open;
        window.fetch(url, { method, headers: this.#headers, ...(body == null ? {} : { body }) }).then(
          (answer) => this.#finish(answer),
          () => this.#end('error'),
        );
      }
      async #finish(answer) {
        this.#answer = answer;
        this.status = answer.status;
        this.statusText = answer.statusText;
        const bytes = await answer.arrayBuffer();
        this.responseText = new TextDecoder().decode(bytes);
        if (this.responseType === 'json') this.response = JSON.parse(this.responseText || 'null');
        else this.response = this.responseType === 'arraybuffer' ? bytes : this.responseText;
        this.#end('load');
      }
      #end(type) {
        this.#to(4);
        this.#tell(type);
        this.#tell('loadend');
      }
      #to(state) {
        this.readyState = state;
        this.#tell('readystatechange');
      }
      #tell(type) {
        const event = new Event(type);
        this[`on${type}`]?.call(this, event);
        this.dispatchEvent(event);
      }
    };
  }

  /** `resolve(reference)` → URL of the machine; `send(url, request)` → response or undefined; `located(reference)`: the page renamed itself. */
  return function install({ resolve, send, located }) {
    installStorage();
    installHistory(located);
    installFetch(resolve, send);
    installXhr();
  };
})();
