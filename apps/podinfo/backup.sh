#!/bin/sh
# Stands in for a backup: asks the replica whether it is ready, takes a while, and ends as BACKUP_EXIT says.
set -eu
echo "backup starts"
podcli check http database-replica:3306/readyz
sleep 60
echo "backup ends"
exit "${BACKUP_EXIT:-0}"
