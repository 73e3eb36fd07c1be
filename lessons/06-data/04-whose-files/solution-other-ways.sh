# step root
touch out/report.txt
docker run --name mine -u 1000:1000 --mount type=bind,src="$PWD/out",dst=/out busybox touch /out/mine.txt

# step denied
mkdir -p logs
docker run -v ./logs:/data logger
docker run --rm -v ./logs:/l alpine chmod 777 /l
docker run --name logger -v /root/site/logs:/data logger

# step volume
docker volume create fresh
docker run -d -v fresh:/data logger
sleep 1
