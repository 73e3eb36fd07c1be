# step build
# unmet: image
printf 'FROM python:3.12-slim\nCOPY app.py .\nEXPOSE 8000\nCMD python app.py\n' > Dockerfile
docker build -t friendlyhello .

# step reach
# unmet: seen
sed -i 's/127.0.0.1/0.0.0.0/' app.py
docker run -d --name hello -p 4000:8000 friendlyhello
sleep 2
curl localhost:4000

# step env
# unmet: ada greeted
docker run -d -p 4001:8000 friendlyhello NAME=Ada
sleep 2
curl localhost:4001

# step reach
# unmet: fixed seen
docker run -d --name hello --network host friendlyhello
sleep 2
curl localhost:8000
curl localhost:4000
