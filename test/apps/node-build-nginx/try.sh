docker build --progress=plain -t site . 2>&1 | grep -o 'built .*'
docker run -d --name site -p 8080:80 site > /dev/null; sleep 1
curl -s localhost:8080; curl -s localhost:8080/cranes.html | head -2
# Node stayed in the first stage.
docker run --rm site sh -c 'command -v node || echo no node here'
docker build -q --build-arg TITLE=Harbour -t site:harbour . > /dev/null
docker run --rm site:harbour head -1 /usr/share/nginx/html/index.html
docker build -q --target build -t site:build . > /dev/null; docker run --rm site:build node -p '6 * 7'
docker history --format '{{.CreatedBy}}' site | head -1
