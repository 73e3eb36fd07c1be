# step loop
# unmet: shown ready
sed -i 's/Draft/Ready/' index.html
docker run -d --name dev -p 8080:80 nginx:alpine
docker cp index.html dev:/usr/share/nginx/html/
sleep 1
curl localhost:8080

# step both
# unmet: back
docker exec dev sh -c 'date > /time.txt'

# step safe
# unmet: only
docker run -d --name safe -p 8081:80 -v .:/usr/share/nginx/html nginx:alpine
chmod 444 index.html
