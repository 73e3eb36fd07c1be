# step registry
docker run -d -p 127.0.0.1:5000:5000 -v layers:/var/lib/registry registry:2
# step push
docker build -q -t localhost:5000/page:1.0 .
docker push -q localhost:5000/page:1.0
# step pull
docker image rm -f $(docker images -q localhost:5000/page)
docker pull -q localhost:5000/page:1.0
docker run -d --name any -p 8080:80 localhost:5000/page:1.0
sleep 1
wget -qO- localhost:8080
