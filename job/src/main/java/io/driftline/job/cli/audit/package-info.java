/**
 * The audit trail on the command line: {@link io.driftline.job.cli.audit.AuditVerifyCommand} tells
 * whether it is whole.
 */
package io.driftline.job.cli.audit;
