# step slow
touch another-file.txt
docker build --tag shop:latest .

# step order
printf 'FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json .\nRUN npm install --omit=dev\nCOPY server.js ./\nCMD ["node", "server.js"]\n' > Dockerfile
docker build -t shop .
echo '// more' >> server.js
docker build -t shop .

# step works
sed -i 's/Good day/Ahoy there/' server.js
docker build -t other .
docker run -d --name mine -p 3000:3000 other
sleep 2
wget -qO- 127.0.0.1:3000
