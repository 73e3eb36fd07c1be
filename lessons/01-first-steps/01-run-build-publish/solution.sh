docker run hello-world
docker build -t friendlyhello .
docker run -d -p 4000:80 --name web friendlyhello
