/** A Kafka broker and a Flink cluster inside this JVM. */
package io.driftline.job.cli.local;
