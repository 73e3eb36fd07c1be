echo "up and running"
