"""Runs every program of the .txt files here (separated by lines of %%) with this machine's Python and writes what it printed
to the .json beside each. Recorded with CPython 3.11.7; the simulated one is 3.12 here, so none asks what the two do differently: for that see versions/.

Files named library-… ask for the standard library, the others for the language. Each runs as /tmp/python-judge/app.py in an empty folder, without input. Names given as arguments limit the files: `record.py errors`.
"""
import json, pathlib, shutil, subprocess, sys

here = pathlib.Path(__file__).parent
scratch = pathlib.Path('/tmp/python-judge')

for source in sorted(here.glob('*.txt')):
    if sys.argv[1:] and source.stem not in sys.argv[1:]:
        continue
    rows = []
    for program in source.read_text().split('\n%%\n'):
        program = program.strip('\n')
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        (scratch / 'app.py').write_text(program + '\n')
        env = {'PATH': '/usr/bin:/bin', 'HOME': '/root', 'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'PYTHONDONTWRITEBYTECODE': '1'}
        done = subprocess.run([sys.executable, 'app.py'], stdin=subprocess.DEVNULL, capture_output=True,
                              cwd=scratch, env=env, timeout=20)
        rows.append({'script': program, 'stdout': done.stdout.decode(), 'stderr': done.stderr.decode(), 'status': done.returncode})
    source.with_suffix('.json').write_text(json.dumps(rows, indent=2, ensure_ascii=False) + '\n')
shutil.rmtree(scratch, ignore_errors=True)
