# step fat
docker build -q -t x .
docker tag x site:fat

# step slim
printf 'FROM node:22-alpine\nWORKDIR /src\nCOPY build.js package.json ./\nCOPY pages pages\nRUN node build.js\nFROM nginx:latest\nCOPY --from=0 /src/dist/ /usr/share/nginx/html/\n' > Dockerfile.two
docker build -f Dockerfile.two -t site:slim .
docker run -d --name shown -p 127.0.0.1:8080:80 site:slim
sleep 1
wget -qO- localhost:8080/cranes.html

# step target
docker build -q --target=build --tag site:build .
