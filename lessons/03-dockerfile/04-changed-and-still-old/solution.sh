# step stale
sed -i 's/Hello/Welcome aboard/' index.html
curl localhost:8080

# step rebuild
docker build -t site .
docker rm -f site
docker run -d --name site -p 8080:80 site
sleep 1
curl localhost:8080

# step order
printf 'FROM nginx:alpine\nRUN apk add --no-cache curl\nCOPY index.html /usr/share/nginx/html/\n' > Dockerfile
docker build -t site .
echo '<p>Mind the step.</p>' >> index.html
docker build -t site .
