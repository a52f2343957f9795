#!/usr/bin/env bash
# Makes the data of this folder again: what happened, and what this version of Driftline says of it.
# Then run notebooks-data/run.sh --update, since the notebooks show their results.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
driftline=../driftline
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$driftline" simulate @simulate.args --out "$folder"
"$driftline" evaluate --activity "$folder/activity.jsonl" --registry "$folder/registry.jsonl" \
  --declared "$folder/declared.jsonl" --labels "$folder/labels.jsonl" \
  --scores "$folder/scores.jsonl" --anomalies "$folder/anomalies.jsonl" --drift "$folder/drift.jsonl" \
  --findings "$folder/findings.jsonl" --incidents "$folder/incidents.jsonl"

mkdir -p data
# Without -n the header would hold the time, and the same data would be other bytes.
for file in "$folder"/*.jsonl; do gzip -9 -n <"$file" >"data/$(basename "$file").gz"; done
