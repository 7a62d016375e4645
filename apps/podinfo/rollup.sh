#!/bin/sh
# Stands in for a roll-up: ROLLUP_STEPS rounds of ten seconds against the replica.
set -eu
podcli check http database-replica:3306/readyz
step=0
while [ "$step" -lt "${ROLLUP_STEPS:-6}" ]; do
  step=$((step + 1))
  echo "round $step"
  sleep 10
done
