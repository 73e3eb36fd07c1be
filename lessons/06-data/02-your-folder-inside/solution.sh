# step loop
docker run -d --name dev -p 8080:80 -v .:/usr/share/nginx/html nginx:alpine
sed -i 's/Draft/Ready/' index.html
sleep 1
curl localhost:8080

# step both
docker exec dev sh -c 'date > /usr/share/nginx/html/time.txt'

# step safe
docker run -d --name safe -p 8081:80 -v .:/usr/share/nginx/html:ro nginx:alpine
