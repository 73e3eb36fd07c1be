docker build -q -t notes . > /dev/null
docker run -d --name notes -p 8000:8000 -e NOTES=/home/app/notes notes > /dev/null; sleep 2
docker logs notes 2>&1 | sed -E 's/^\[[^]]*\] \[[0-9]+\] //; s/pid: [0-9]+/pid: N/' | grep -e Listening -e 'Using worker' -e Booting
curl -s -X PUT -d 'all hands on deck' -w '%{http_code}\n' localhost:8000/notes/crew
curl -s localhost:8000/notes/crew; curl -s localhost:8000/notes
curl -s -w '%{http_code}\n' localhost:8000/notes/none
curl -s -X DELETE -w '%{http_code}\n' localhost:8000/notes/crew; curl -s localhost:8000/notes
docker exec notes id -un; docker exec notes ls /
docker stop notes > /dev/null; docker inspect -f '{{.State.ExitCode}}' notes
