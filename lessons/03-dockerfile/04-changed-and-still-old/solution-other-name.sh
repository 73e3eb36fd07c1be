# step rebuild
docker build -t site:2 .
docker stop site
docker run -d -p 8080:80 site:2
sleep 1
wget -qO- localhost:8080

# step order
printf 'FROM nginx:alpine\nRUN apk add curl\nCOPY . /usr/share/nginx/html\n' > Dockerfile
docker build --tag site .
touch new.html
docker build --tag site .

# step stale
printf '<h1>Welcome aboard, all of you</h1>\n' > index.html
wget -qO- 127.0.0.1:8080/index.html
