# step write
printf 'FROM nginx:alpine\nCOPY index.html /usr/share/nginx/html/\n' > Dockerfile

# step build
docker build -t page:1 .

# step run
docker run -d -p 8080:80 page:1
curl localhost:8080
