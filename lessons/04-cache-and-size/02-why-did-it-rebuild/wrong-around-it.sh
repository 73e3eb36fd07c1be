# step same
# unmet: touched
echo more >> page.txt
docker build -t pack .

# step culprit
# unmet: out calm
sh build.sh
docker build -t pack .
docker build -t pack .

# step stale
# unmet: anew
echo more >> page.txt
docker build -t pack .

# step culprit
# unmet: again out calm
echo build.log > .dockerignore
docker build -q --no-cache -t other .
