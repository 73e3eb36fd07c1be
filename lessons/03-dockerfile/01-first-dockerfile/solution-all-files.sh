# step write
echo 'FROM nginx:alpine' > Dockerfile
echo 'COPY . /usr/share/nginx/html' >> Dockerfile

# step build
cd / && docker build --tag page:1 /root/site

# step run
docker run -d --name web -p 127.0.0.1:8080:80 page:1
wget -qO- http://localhost:8080/index.html
