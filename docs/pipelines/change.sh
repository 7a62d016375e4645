#!/usr/bin/env bash
# Makes a change of release.yaml, renders it, and pushes both as one branch:
#
#   bash ci/change.sh bump/dev/shop-web bump shop web=IMAGE:TAG@DIGEST --env dev
#   bash ci/change.sh promote/prod/shop promote shop --from staging --to prod
#
# The first word names the branch; what follows are the words of cdk8s-eks. change.md is what a reviewer reads, and the
# last line on standard output says `changed` or `unchanged`. A branch that is still open is built upon, so that a job
# which comes late takes no newer image back.
set -euo pipefail

branch="$1"
shift
base="${BASE_BRANCH:-main}"

git fetch --quiet origin "$base"
if git fetch --quiet origin "$branch" 2>/dev/null; then
  git switch --quiet --force-create "$branch" FETCH_HEAD
  npx cdk8s-eks merge "origin/$base" >&2
else
  git switch --quiet --force-create "$branch" "origin/$base"
fi

npx cdk8s-eks "$@" --format markdown >change.md
npx cdk8s-eks synth >&2
git add -- environments dist
if git diff --cached --quiet; then
  [ "$(git rev-parse HEAD)" = "$(git rev-parse "origin/$base")" ] && { echo unchanged; exit 0; }
else
  git commit --quiet --message "$(printf '%s ' "$@" | sed 's/@sha256:[0-9a-f]*//g; s/ $//')"
fi
git push --quiet origin "HEAD:refs/heads/$branch"
echo changed
