# step slim
# unmet: pages without seen
printf 'FROM node:22-alpine AS build\nWORKDIR /src\nCOPY . .\nRUN npm run build\nFROM nginx:alpine\nCOPY pages /usr/share/nginx/html\n' > Dockerfile
docker build -t site:slim .
docker run -d -p 8080:80 site:slim
sleep 1
curl localhost:8080/cranes.html

# step target
# unmet: stage
docker tag site:slim site:build
