/** Relationships on the command line: {@link io.driftline.job.cli.relation.GraphCommand}. */
package io.driftline.job.cli.relation;
