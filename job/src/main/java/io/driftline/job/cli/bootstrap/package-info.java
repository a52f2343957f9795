/** Makes a savepoint of what history teaches, so that a job need not begin knowing nothing. */
package io.driftline.job.cli.bootstrap;
