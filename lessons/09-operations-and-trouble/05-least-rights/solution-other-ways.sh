# step locked
docker create --name safe -u 1000 --tmpfs /tmp --read-only --cap-drop=all --security-opt no-new-privileges -p 127.0.0.1:8080:8080 -w /tmp python:3.12-alpine python -m http.server 8080
docker start safe
sleep 2
wget -qO- http://localhost:8080/
