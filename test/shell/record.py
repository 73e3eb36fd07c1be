"""Runs every script of scripts.txt (separated by lines of %%) in real bash and writes recorded.json."""
import json, pathlib, subprocess

here = pathlib.Path(__file__).parent
scripts = [s.strip('\n') for s in (here / 'scripts.txt').read_text().split('\n%%\n') if s.strip()]
rows = []
for script in scripts:
    done = subprocess.run(['bash', '-c', script], stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd='/',
                          env={'PATH': '/usr/bin:/bin', 'HOME': '/root'})
    rows.append({'script': script, 'stdout': done.stdout, 'status': done.returncode})
(here / 'recorded.json').write_text(json.dumps(rows, indent=1, ensure_ascii=False) + '\n')
