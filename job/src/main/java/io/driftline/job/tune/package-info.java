/** What people tell the stages while the job runs: policies, and verdicts on anomalies. */
package io.driftline.job.tune;
