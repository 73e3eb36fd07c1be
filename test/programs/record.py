"""Runs every script of the .txt files here (separated by lines of %%) with bash and this machine's programs, and writes what
they printed to the .json beside each. Recorded on Debian 12: GNU coreutils 9.1, findutils 4.9, grep 3.8, sed 4.9, diffutils
3.8, tar 1.34, gzip 1.12, mawk 1.3.4, bsdextrautils 2.38, jq 1.6.

Each runs in an empty /tmp/scratch, without input. The curly quotes that messages have in a UTF-8 locale are written as the plain
ones of a container, which has no LANG. Names given as arguments limit the files: `record.py text sed`.
"""
import json, pathlib, shutil, subprocess, sys

here = pathlib.Path(__file__).parent
scratch = pathlib.Path('/tmp/scratch')
def plain(text):
    return text.replace('‘', "'").replace('’', "'")


for source in sorted(here.glob('*.txt')):
    if sys.argv[1:] and source.stem not in sys.argv[1:]:
        continue
    rows = []
    for script in source.read_text().split('\n%%\n'):
        script = script.strip('\n')
        if not script:
            continue
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        env = {'PATH': '/usr/bin:/bin', 'HOME': '/root', 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC'}
        done = subprocess.run(['bash', '-c', script], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              errors='replace', cwd=scratch, env=env, timeout=20)
        rows.append({'script': script, 'stdout': plain(done.stdout), 'stderr': plain(done.stderr), 'status': done.returncode})
    source.with_suffix('.json').write_text(json.dumps(rows, indent=1, ensure_ascii=False) + '\n')
shutil.rmtree(scratch, ignore_errors=True)
