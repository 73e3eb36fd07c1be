# step killed
# unmet: oom
docker run -d --name hog -v ./hog.py:/hog.py python:3.12-alpine python /hog.py
docker kill hog
# step room
# unmet: fits limited
docker run --name roomy -v ./hog.py:/hog.py python:3.12-alpine python /hog.py
docker run -d --name web nginx:alpine
