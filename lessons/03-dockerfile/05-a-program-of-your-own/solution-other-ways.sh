# step build
printf 'FROM python:3.12-slim\nENV X=1\nEXPOSE 8000/tcp\nWORKDIR /app\nCOPY . .\nCMD ["python", "app.py"]\n' > Dockerfile
docker build -t friendlyhello:latest .

# step reach
sed -i 's/"127.0.0.1"/"0.0.0.0"/' app.py
docker build -t hi .
docker run -d -p 4000:8000 hi
sleep 2
wget -qO- localhost:4000/anything

# step env
echo NAME=Ada > env
docker run -d --env-file env -p 127.0.0.1:4001:8000 friendlyhello
sleep 2
curl -s 127.0.0.1:4001
