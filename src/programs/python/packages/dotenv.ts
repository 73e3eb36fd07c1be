/** python-dotenv */
export const DOTENV = String.raw`
import os, re
def find_dotenv(filename='.env', raise_error_if_not_found=False, usecwd=False):
    d = os.getcwd()
    while True:
        p = os.path.join(d, filename)
        if os.path.isfile(p): return p
        if d == '/': break
        d = os.path.dirname(d)
    if raise_error_if_not_found: raise IOError('File not found')
    return ''
def _parse(text, known):
    out = {}
    for line in text.split('\n'):
        line = line.strip()
        if line.startswith('export '): line = line[7:]
        if not line or line[:1] == '#': continue
        k, eq, v = line.partition('=')
        k, v = k.strip(), v.strip()
        if not eq:
            out[k] = None
            continue
        q = v[:1]
        if q in ('"', "'") and v.find(q, 1) > 0:
            v = v[1:v.find(q, 1)]
            if q == '"': v = v.replace('\\n', '\n').replace('\\"', '"')
        else: v = re.sub(r'\s+#.*', '', v)
        if q != "'":
            v = re.sub(r'\$\{([^}:]*)(?::-([^}]*))?\}', lambda m: str(out.get(m.group(1)) or known.get(m.group(1)) or m.group(2) or ''), v)
        out[k] = v
    return out
def dotenv_values(dotenv_path=None, stream=None, verbose=False, interpolate=True, encoding='utf-8'):
    if stream is not None: return _parse(stream.read(), os.environ)
    p = dotenv_path or find_dotenv()
    if not p or not os.path.isfile(p): return {}
    with open(p) as f: return _parse(f.read(), os.environ)
def load_dotenv(dotenv_path=None, stream=None, verbose=False, override=False, interpolate=True, encoding='utf-8'):
    all = dotenv_values(dotenv_path, stream)
    for k, v in all.items():
        if v is not None and (override or k not in os.environ): os.environ[k] = v
    return bool(all)
def get_key(path, key): return dotenv_values(path).get(key)
def set_key(path, key, value, quote_mode='always'):
    lines = open(path).read().split('\n') if os.path.exists(path) else []
    lines = [l for l in lines if l.split('=')[0].strip() != key and l] + ["%s='%s'" % (key, value)]
    with open(path, 'w') as f: f.write('\n'.join(lines) + '\n')
    return True, key, value
`;
