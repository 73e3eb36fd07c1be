# step slow
# unmet: again
touch server.js
docker build -t shop .

# step order
# unmet: reused
sed -i 's/Hello/Hi/' server.js
docker build -t shop .
docker build -t shop .

# step works
# unmet: seen
printf 'FROM node:22-alpine\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCMD ["node", "server.js"]\n' > Dockerfile
sed -i 's/Good day/Ahoy/' server.js
docker build -t shop .
docker run -d -p 3000:3000 shop
sleep 2
curl localhost:3000
