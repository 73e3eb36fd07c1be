# step locked
# unmet: user powerless
docker run -d --name safe --read-only --cap-drop NET_RAW -p 8080:8080 python:3.12-alpine python -m http.server 8080
sleep 2
curl -s localhost:8080
