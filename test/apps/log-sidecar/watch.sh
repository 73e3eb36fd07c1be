#!/bin/sh
# Writes a line every so many seconds, until it is told to stop.
trap 'echo "last entry" >> /log/watch.log; exit 0' TERM
count=0
while :; do
    count=$((count + 1))
    echo "entry $count by $(id -un)" >> /log/watch.log
    sleep "$1" &
    wait $!
done
