/**
 * Reading what is raised on the command line: {@link io.driftline.job.cli.alerts.AlertsCommand}
 * follows it, {@link io.driftline.job.cli.alerts.ExplainCommand} tells all about one of it.
 */
package io.driftline.job.cli.alerts;
