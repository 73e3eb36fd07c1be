# step killed
docker run --name hog -m 64m -v ./hog.py:/hog.py python:3.12-alpine python /hog.py # fails
# step room
docker run --name roomy -m 256m -v ./hog.py:/hog.py python:3.12-alpine python /hog.py
docker run -d --name web -m 128m nginx:alpine
