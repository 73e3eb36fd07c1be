# step shop
# unmet: shop-answers
docker restart shop
docker exec shop curl -s localhost
# step api
# unmet: api-answers
docker rm -f api
docker run -d --name api -e HOST=localhost -p 8081:8000 -v ./api.py:/api.py python:3.12-alpine python /api.py
sleep 1
docker exec api wget -qO- localhost:8000
curl -s localhost:8081
