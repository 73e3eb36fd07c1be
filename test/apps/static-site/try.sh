docker build -q -t news . > /dev/null
docker run -d --name news -p 8080:80 news > /dev/null; sleep 1
curl -s localhost:8080 | tail -1
curl -s -o page -w '%{http_code}\n' localhost:8080/nowhere; cat page
curl -s -o /dev/null -w '%{http_code} %{redirect_url}\n' localhost:8080/old
curl -sI localhost:8080/style.css | grep -i -e '^content-type' -e '^cache-control'
docker exec news sh -c 'echo "<h1>Changed inside</h1>" > /usr/share/nginx/html/index.html'
curl -s localhost:8080
# What was changed inside is gone with the container.
docker rm -f news > /dev/null; docker run -d --name news -p 8080:80 news > /dev/null; sleep 1
curl -s localhost:8080 | tail -1
# A bind mount shows what is edited outside, at once.
docker rm -f news > /dev/null
docker run -d --name news -p 8080:80 -v "$PWD/site:/usr/share/nginx/html:ro" news > /dev/null; sleep 1
sed -i 's/Harbour/Dock/' site/index.html
curl -s localhost:8080 | tail -1
docker exec news sh -c 'echo no > /usr/share/nginx/html/index.html'
docker logs news 2>&1 | grep -c 'GET / '
