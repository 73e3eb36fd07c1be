"""Runs every program of programs.txt (separated by lines of %%) with each version of CPython that the simulated Python knows, and writes what they
printed to recorded.json. Versions are looked for where pyenv has them. Programs that show files of the standard library are not for here: its lines are its own.
"""
import json, pathlib, shutil, subprocess

RELEASES = {'3.10': '3.10.13', '3.11': '3.11.7', '3.12': '3.12.1', '3.13': '3.13.0'}
here = pathlib.Path(__file__).parent
scratch = pathlib.Path('/tmp/python-judge')


def run(release, program):
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    (scratch / 'app.py').write_text(program + '\n')
    home = f'/root/.pyenv/versions/{release}'
    env = {'PATH': '/usr/bin:/bin', 'HOME': '/root', 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'PYTHONDONTWRITEBYTECODE': '1'}
    done = subprocess.run([f'{home}/bin/python3', 'app.py'], stdin=subprocess.DEVNULL, capture_output=True, cwd=scratch, env=env, timeout=20)
    return {'stdout': done.stdout.decode(), 'stderr': done.stderr.decode().replace(home, '/usr/local'), 'status': done.returncode}


rows = []
for program in (here / 'programs.txt').read_text().split('\n%%\n'):
    program = program.strip('\n')
    rows.append({'script': program, 'outcomes': {version: run(release, program) for version, release in RELEASES.items()}})
(here / 'recorded.json').write_text(json.dumps(rows, indent=2, ensure_ascii=False) + '\n')
shutil.rmtree(scratch, ignore_errors=True)
