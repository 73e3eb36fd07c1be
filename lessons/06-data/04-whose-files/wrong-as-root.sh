# step root
# unmet: mine written
docker run --name mine -v ./out:/out alpine sh -c 'echo done > /out/report.txt; echo done > /out/mine.txt'
chown -R 1000:1000 out

# step denied
# unmet: works log
docker run --name first -v ./logs:/data logger
docker run --name logger -u 0 -v ./logs:/data logger

# step volume
# unmet: fresh
docker run --rm -v fresh:/data alpine true
docker run --rm -v ./fresh:/data logger

# step root
# unmet: theirs mine written
docker run --rm alpine sh -c 'mkdir /out; echo done > /out/report.txt'
docker run --name mine --user 1000:1000 alpine true

# step denied
# unmet: failed works log
mkdir logs
chown 1000 logs
docker run --name logger -v ./logs:/data logger
