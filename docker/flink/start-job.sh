#!/bin/sh
# Starts the JobManager with the job in it. Options of the job are the arguments.
#
# The job goes on from the latest checkpoint in STATE_DIR, if there is one: without it a restarted
# container would forget every baseline. RESTORE_FROM names a savepoint to start from instead;
# RESTORE_FROM=none starts from nothing.
set -eu

state=${STATE_DIR:-/opt/flink/state}
restore=${RESTORE_FROM:-}

latest_checkpoint() {
  # Only a complete checkpoint has metadata; of several the one that was completed last.
  if [ -d "$state/checkpoints" ]; then
    find "$state/checkpoints" -path '*/chk-*/_metadata' -printf '%T@ %h\n' |
      sort -n | tail -n 1 | cut -d ' ' -f 2-
  fi
}

if [ -z "$restore" ]; then
  restore=$(latest_checkpoint)
  if [ -n "$restore" ]; then
    # The job's own: deleted when there is a later one. A savepoint that is named stays.
    set -- "$@" --execution.state-recovery.claim-mode CLAIM
  fi
fi
if [ -n "$restore" ] && [ "$restore" != none ]; then
  echo "driftline: goes on from $restore"
  set -- --fromSavepoint "$restore" "$@"
else
  echo "driftline: starts without state"
fi
exec "${FLINK_ENTRYPOINT:-/docker-entrypoint.sh}" standalone-job \
  --job-classname io.driftline.job.AgentAnomalyJob "$@"
