#!/bin/sh
# Creates the topics that are missing, and leaves those that are there as they are.
#
# BOOTSTRAP_SERVERS   brokers, host:port, comma-separated (required)
# REPLICATION_FACTOR  copies of each partition; not set, the brokers' default
# OUTPUT_PREFIX       as driftline.kafka.output-prefix; not set, driftline
# ACTIVITY_PARTITIONS at least the parallelism of the job; not set, 8
# COMMAND_CONFIG      file with settings of the client, for brokers that ask who it is
# KAFKA_TOPICS        the command; not set, the one of the image apache/kafka
set -eu

: "${BOOTSTRAP_SERVERS:?must name Kafka brokers, for example kafka:9092}"
kafka_topics=${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}
prefix=${OUTPUT_PREFIX:-driftline}

week=604800000
month=2592000000
quarter=7776000000
year=31536000000

# create NAME PARTITIONS CONFIG...
create() {
  name=$1
  partitions=$2
  shift 2
  for setting in "$@"; do
    set -- "$@" --config "$setting"
    shift
  done
  if [ -n "${REPLICATION_FACTOR:-}" ]; then
    set -- "$@" --replication-factor "$REPLICATION_FACTOR"
  fi
  if [ -n "${COMMAND_CONFIG:-}" ]; then
    set -- "$@" --command-config "$COMMAND_CONFIG"
  fi
  "$kafka_topics" --bootstrap-server "$BOOTSTRAP_SERVERS" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" "$@"
}

# What is read. Retention of the activity is how long the job may be down without losing any.
create agent-activity "${ACTIVITY_PARTITIONS:-8}" retention.ms=$week
create agent-registry 1 cleanup.policy=compact
create people-registry 1 cleanup.policy=compact
create driftline-control 1 retention.ms=-1

# What is written. Retention is how long the readers may be down.
create "$prefix.incidents" 2 retention.ms=$quarter
create "$prefix.anomalies" 2 retention.ms=$month
create "$prefix.drift" 1 retention.ms=$quarter
create "$prefix.findings" 1 retention.ms=$quarter
create "$prefix.audit" 8 retention.ms=$year
create "$prefix.dead-letter" 1 retention.ms=$month
create "$prefix.hidden" 1 cleanup.policy=compact
create "$prefix.audit-seals" 2 cleanup.policy=compact
create "$prefix.relationships" 2 cleanup.policy=compact
create "$prefix.credentials" 1 cleanup.policy=compact
