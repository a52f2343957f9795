/** Commands that tune the running job. */
package io.driftline.job.cli.control;
