/** jinja2: where templates come from, and the environment that keeps them. */
export const JINJA_ENVIRONMENT = String.raw`
class BaseLoader: pass
class FileSystemLoader(BaseLoader):
    def __init__(self, searchpath, encoding='utf-8', followlinks=False): self.searchpath = [searchpath] if isinstance(searchpath, str) or hasattr(searchpath, '__fspath__') else list(searchpath)
    def source(self, name):
        import os
        for p in self.searchpath:
            f = os.path.join(p, name)
            if os.path.isfile(f) and '..' not in name.split('/'): return open(f).read(), f
        raise TemplateNotFound(name)
class DictLoader(BaseLoader):
    def __init__(self, mapping): self.mapping = mapping
    def source(self, name):
        if name not in self.mapping: raise TemplateNotFound(name)
        return self.mapping[name], None
class PackageLoader(FileSystemLoader):
    def __init__(self, package, path='templates'): super().__init__(package.replace('.', '/') + '/' + path)
def select_autoescape(enabled_extensions=('html', 'htm', 'xml'), disabled_extensions=(), default_for_string=True, default=False):
    def choose(name):
        if name is None: return default_for_string
        return any([name.lower().endswith('.' + e) for e in enabled_extensions])
    return choose
class Environment:
    def __init__(self, loader=None, autoescape=False, trim_blocks=False, lstrip_blocks=False, undefined=Undefined, keep_trailing_newline=False, extensions=(), **k):
        self.loader, self.autoescape, self.trim_blocks, self.lstrip_blocks, self._undefined = loader, autoescape, trim_blocks, lstrip_blocks, undefined
        self.keep_trailing_newline = keep_trailing_newline
        self.filters, self.tests, self.globals, self._kept = dict(FILTERS), dict(TESTS), dict(GLOBALS), {}
    def undefined(self, name='', owner=None): return self._undefined(name, owner)
    def _escapes(self, name): return self.autoescape(name) if callable(self.autoescape) else self.autoescape
    def from_string(self, source, globals=None): return Template()._set(self, source, None, None, self._escapes(None))
    def get_template(self, name, parent=None, globals=None):
        if isinstance(name, Template): return name
        if self.loader is None: raise TypeError('no loader for this environment specified')
        source, file = self.loader.source(name)
        kept = self._kept.get(name)
        if kept is None or kept[0] != source: self._kept[name] = kept = (source, Template()._set(self, source, name, file, self._escapes(name)))
        return kept[1]
    def select_template(self, names):
        for n in names:
            try:
                return self.get_template(n)
            except TemplateNotFound: pass
        raise TemplateNotFound(names[-1])
    get_or_select_template = lambda self, n: self.select_template(n) if isinstance(n, (list, tuple)) else self.get_template(n)
`;
