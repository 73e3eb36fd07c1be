# step fat
# unmet: built
docker tag nginx:alpine site:fat

# step slim
# unmet: smaller without
printf 'FROM node:22-alpine\nWORKDIR /src\nCOPY . .\nRUN npm run build && mkdir -p /usr/share/nginx && cp -r dist /usr/share/nginx/html\nCMD ["npm", "start"]\n' > Dockerfile
docker build -t site:slim .
docker run -d -p 8080:80 site:slim
sleep 2
curl localhost:8080/cranes.html

# step target
# unmet: node
docker tag site:fat site:build
