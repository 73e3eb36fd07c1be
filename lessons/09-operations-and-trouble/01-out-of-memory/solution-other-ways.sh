# step killed
docker create --name hog --memory 24m python:3.12-alpine python /hog.py
docker cp hog.py hog:/hog.py
docker start -a hog
# step room
docker run -d --name roomy --memory=134217728 -v "$PWD":/app python:3.12-alpine python /app/hog.py
docker run -d --name web nginx:alpine
docker update --memory 128m --memory-swap 256m web
sleep 10
