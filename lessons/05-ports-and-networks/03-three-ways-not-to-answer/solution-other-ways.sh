# step loopback
sed -i 's/"127.0.0.1")/"0.0.0.0")/' app.py
docker build -q -t api .
docker stop one
docker run -d --env HOST=0.0.0.0 -p 8001:8000 api
sleep 1
wget -qO- localhost:8001/x

# step number
docker stop two
docker rm two
echo HOST=0.0.0.0 > env
docker run -d --name two --env-file env -p 8002:8000/tcp api
sleep 1
curl -s http://127.0.0.1:8002

# step closed
docker run -d -p 8003:8000 -e HOST=0.0.0.0 api
sleep 1
curl localhost:8003
