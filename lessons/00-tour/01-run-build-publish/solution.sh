# step run
docker run hello-world

# step build
docker build -t friendlyhello .

# step publish
docker run -d -p 4000:80 --name web friendlyhello
curl localhost:4000
