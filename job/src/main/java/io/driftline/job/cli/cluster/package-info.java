/**
 * A cluster of processes on this machine: a Kafka broker, ZooKeeper, a JobManager and TaskManagers,
 * each a JVM of its own that can be killed and started again. The job reaches it as the jar that is
 * deployed, beside no other libraries than Flink's.
 */
package io.driftline.job.cli.cluster;
