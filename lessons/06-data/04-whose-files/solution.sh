# step root
docker run --rm -v ./out:/out alpine sh -c 'echo done > /out/report.txt'
docker run --name mine --user 1000:1000 -v ./out:/out alpine sh -c 'echo done > /out/mine.txt'

# step denied
docker run --name first -v ./logs:/data logger # fails
chown 1000 logs
docker run --name logger -v ./logs:/data logger

# step volume
docker run --rm -v fresh:/data logger
