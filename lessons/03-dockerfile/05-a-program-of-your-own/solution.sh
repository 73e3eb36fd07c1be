# step build
printf 'FROM python:3.12-slim\nWORKDIR /app\nCOPY app.py .\nEXPOSE 8000\nCMD ["python", "app.py"]\n' > Dockerfile
docker build -t friendlyhello .

# step reach
sed -i 's/127.0.0.1/0.0.0.0/' app.py
docker build -t friendlyhello .
docker run -d --name hello -p 4000:8000 friendlyhello
sleep 2
curl localhost:4000

# step env
docker run -d -e NAME=Ada -p 4001:8000 friendlyhello
sleep 2
curl localhost:4001
