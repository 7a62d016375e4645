#!/usr/bin/env bash
# Makes a change of release.yaml, renders it, and pushes both as one branch:
#
#   bash ci/change.sh bump/dev/shop-web bump shop web=IMAGE:TAG@DIGEST --env dev
#   bash ci/change.sh promote/prod/shop promote shop --from staging --to prod
#
# The first word names the branch; what follows are the words of cdk8s-eks. change.md is what a reviewer reads: the whole
# branch against its base. The last line on standard output says `changed`, or `unchanged` where nothing was added to the
# branch. A branch that is still open is built upon, so that a job which comes late takes no newer image back.
set -euo pipefail

branch="$1"
shift
base="${BASE_BRANCH:-main}"

git fetch --quiet origin "$base"
if git fetch --quiet origin "$branch" 2>/dev/null; then
  before="$(git rev-parse FETCH_HEAD)"
  git switch --quiet --force-create "$branch" "$before"
  npx cdk8s-eks merge "origin/$base" >&2
else
  before="$(git rev-parse "origin/$base")"
  git switch --quiet --force-create "$branch" "$before"
fi

npx cdk8s-eks "$@" >&2
npx cdk8s-eks synth >&2
git add -- environments dist
git diff --cached --quiet || git commit --quiet --message "$(printf '%s ' "$@" | sed 's/@sha256:[0-9a-f]*//g; s/ $//')"

{
  echo '```diff'
  git diff --no-color --no-ext-diff --unified=0 "origin/$base" HEAD -- environments | grep '^[-+]' || true
  printf '```\n\n'
  npx cdk8s-eks diff --base "origin/$base" --format markdown || [ $? -eq 1 ]
} >change.md
[ "$(git rev-parse HEAD)" = "$before" ] && { echo unchanged; exit 0; }
git push --quiet origin "HEAD:refs/heads/$branch"
echo changed
