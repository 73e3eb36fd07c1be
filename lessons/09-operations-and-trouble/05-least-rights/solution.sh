# step socket
docker run --rm --user 0 -v /var/run/docker.sock:/var/run/docker.sock curlimages/curl -s -X POST --unix-socket /var/run/docker.sock http://localhost/containers/bank/stop
# step locked
docker run -d --name safe --user 1000 --read-only --cap-drop ALL -p 8080:8080 python:3.12-alpine python -m http.server 8080
sleep 2
curl -s localhost:8080
