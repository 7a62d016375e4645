#!/bin/sh
# Puts the frontend's info into its cache under the Pod's name, and reads it back six times.
set -eu
key="$(hostname)"
info="$(curl --fail --silent --show-error "${FRONTEND_URL}/api/info")"
curl --fail --silent --show-error --request POST --data "$info" "${FRONTEND_URL}/cache/${key}"
for round in 1 2 3 4 5 6; do
  found="$(curl --fail --silent --show-error "${FRONTEND_URL}/cache/${key}")"
  if [ "$found" != "$info" ]; then
    echo "round $round: the cache holds something else: $found" >&2
    exit 1
  fi
  echo "round $round: the cache holds the info"
  sleep 10
done
