# step database
docker logs db
docker rm db
docker run -d --name db -e POSTGRES_PASSWORD=secret postgres:18
sleep 4
# step counter
docker rm count
docker run -d --name count -m 64m -v ./count.py:/count.py python:3.12-alpine python /count.py
sleep 2
# step greeter
docker rm greeter
docker run -d --name greeter alpine sh -c 'while true; do echo hello; sleep 1; done'
sleep 1
