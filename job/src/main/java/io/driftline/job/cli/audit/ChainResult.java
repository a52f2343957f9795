package io.driftline.job.cli.audit;

import io.driftline.audit.AuditSeal;
import io.driftline.audit.ChainReport;
import io.driftline.job.ingest.SourcePosition;

/**
 * What was found out about one chain.
 *
 * @param chain which one
 * @param report what is wrong with it, if anything
 * @param lastTime time of its last record; {@code null} if it has none
 */
record ChainResult(ChainName chain, ChainReport<SourcePosition> report, String lastTime) {

  /** How the chain ends, to be compared with when it is verified again; it is intact. */
  AuditSeal head() {
    return new AuditSeal(chain.agentId(), chain.began(), report.end(), report.lastHash(), lastTime);
  }
}
