# step fat
docker build -t site:fat .

# step slim
printf 'FROM node:22-alpine AS build\nWORKDIR /src\nCOPY . .\nRUN npm run build\n\nFROM nginx:alpine\nCOPY --from=build /src/dist /usr/share/nginx/html\n' > Dockerfile
docker build -t site:slim .
docker run -d -p 8080:80 site:slim
sleep 1
curl localhost:8080/cranes.html

# step target
docker build --target build -t site:build .
