# step killed
docker run --name hog -m 24m -v ./hog.py:/hog.py python:3.12-alpine python /hog.py # fails
# step room
docker run --name roomy -m 128m -v ./hog.py:/hog.py python:3.12-alpine python /hog.py
docker run -d --name web -m 128m nginx:alpine
