# step run
docker container run --name hi hello-world:latest

# step build
cd /
docker build --tag friendlyhello:latest /root/site

# step publish
docker run -d -p 127.0.0.1:4000:80 friendlyhello
sleep 1
wget -qO- 127.0.0.1:4000/index.html
