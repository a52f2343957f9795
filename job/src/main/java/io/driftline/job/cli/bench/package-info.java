/** How fast the pipeline is, beside the least a job of its kind can do on the same machine. */
package io.driftline.job.cli.bench;
