# step loop
# unmet: shown ready
sed -i 's/Draft/Ready/' index.html
docker run -d --name dev -p 8080:80 -v site:/usr/share/nginx/html nginx:alpine
sleep 1
curl localhost:8080

# step safe
# unmet: only
docker run -d --name safe -v site:/usr/share/nginx/html:ro nginx:alpine
