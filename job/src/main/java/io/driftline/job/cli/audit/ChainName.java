package io.driftline.job.cli.audit;

import io.driftline.audit.AuditSeal;
import java.util.Comparator;

/**
 * Which chain.
 *
 * @param agentId whose
 * @param began time of its first record
 */
record ChainName(String agentId, String began) implements Comparable<ChainName> {

  private static final Comparator<ChainName> ORDER =
      Comparator.comparing(ChainName::agentId).thenComparing(ChainName::began);

  static ChainName of(AuditSeal seal) {
    return new ChainName(seal.agentId(), seal.began());
  }

  @Override
  public int compareTo(ChainName other) {
    return ORDER.compare(this, other);
  }
}
