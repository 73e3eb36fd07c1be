# Builds the image, and notes when.
date >> build.log
docker build -t pack .
