# step slow
sed -i 's/Welcome/Hello/' server.js
docker build -t shop .

# step order
printf 'FROM node:22-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nCMD ["node", "server.js"]\n' > Dockerfile
docker build -t shop .
sed -i 's/Hello/Good day/' server.js
docker build -t shop .

# step works
sed -i 's/Good day/Ahoy/' server.js
docker build -t shop .
docker run -d -p 3000:3000 shop
sleep 2
curl localhost:3000
