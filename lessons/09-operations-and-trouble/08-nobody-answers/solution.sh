# step shop
docker port shop
docker rm -f shop
docker run -d --name shop -p 8080:80 nginx:alpine
sleep 1
curl -s localhost:8080
# step api
docker rm -f api
docker run -d --name api -e HOST=0.0.0.0 -p 8081:8000 -v ./api.py:/api.py python:3.12-alpine python /api.py
sleep 1
curl -s localhost:8081
