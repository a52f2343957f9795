/** The simulated enterprise as files and as a Kafka topic. */
package io.driftline.job.cli.simulation;
