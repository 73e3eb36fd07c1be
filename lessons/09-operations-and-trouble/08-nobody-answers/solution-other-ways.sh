# step shop
docker run -d --name shop2 -p 8080:80 nginx:alpine
sleep 1
curl -s http://127.0.0.1:8080/
# step api
sed -i 's/"127.0.0.1"/"0.0.0.0"/' api.py
docker restart -t 1 api
sleep 1
wget -qO- localhost:8081
