/**
 * The job, through what goes wrong in production, on a cluster of processes: whoever reads what is
 * committed must see the same records as without.
 */
package io.driftline.job.cli.faults;
