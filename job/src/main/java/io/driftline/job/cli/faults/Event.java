package io.driftline.job.cli.faults;

/**
 * One record of the activity topic.
 *
 * @param partition where it is to go, always the same for the same agent
 * @param time when it happened, epoch milliseconds
 * @param value the record's bytes, not copied
 */
record Event(int partition, long time, byte[] value) {}
