"""Runs every script of bash.txt and dash.txt (separated by lines of %%) in the real shell and writes bash.json and dash.json.

Each runs in an empty /tmp/scratch, without input.
"""
import json, pathlib, shutil, subprocess

here = pathlib.Path(__file__).parent
scratch = pathlib.Path('/tmp/scratch')
for shell, name in (('bash', 'bash'), ('dash', 'sh')):
    rows = []
    for script in (here / f'{shell}.txt').read_text().split('\n%%\n'):
        script = script.strip('\n')
        if not script:
            continue
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        env = {'PATH': '/usr/bin:/bin', 'HOME': '/root', 'LC_ALL': 'C.UTF-8'}
        done = subprocess.run([name, '-c', script], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              cwd=scratch, env=env, timeout=20)
        rows.append({'script': script, 'stdout': done.stdout, 'stderr': done.stderr, 'status': done.returncode})
    (here / f'{shell}.json').write_text(json.dumps(rows, indent=1, ensure_ascii=False) + '\n')
shutil.rmtree(scratch, ignore_errors=True)
