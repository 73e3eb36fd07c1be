# step write
printf 'from nginx:alpine\ncopy index.html /usr/share/nginx/html/\n' > Dockerfile
