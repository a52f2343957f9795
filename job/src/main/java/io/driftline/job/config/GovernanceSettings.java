package io.driftline.job.config;

import static io.driftline.job.config.DriftlineOptions.AGENT_DORMANT_AFTER;
import static io.driftline.job.config.DriftlineOptions.AUDIT;
import static io.driftline.job.config.DriftlineOptions.CREDENTIAL_DORMANT_AFTER;
import static io.driftline.job.config.DriftlineOptions.RELATIONSHIPS;
import static io.driftline.job.config.DriftlineOptions.REVIEW_AFTER;
import static io.driftline.job.config.DriftlineOptions.UNUSED_AFTER;

import io.driftline.job.audit.AuditSettings;
import io.driftline.job.authority.AuthoritySettings;
import io.driftline.job.relation.RelationSettings;
import io.driftline.posture.CredentialSettings;
import io.driftline.posture.PostureSettings;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How authority, posture, the audit trail and relationships are handled.
 *
 * @param authority how the question is spread who may do what
 * @param posture how long is too long
 * @param credentials how long is too long for credentials
 * @param audit how the trail is kept; {@code null} if it is not
 * @param relations how relationships are told; {@code null} if they are not
 */
public record GovernanceSettings(
    AuthoritySettings authority,
    PostureSettings posture,
    CredentialSettings credentials,
    AuditSettings audit,
    RelationSettings relations) {

  /** Whether the audit trail is kept. */
  public boolean isAudited() {
    return audit != null;
  }

  /** Whether relationships are told. */
  public boolean hasRelations() {
    return relations != null;
  }

  static GovernanceSettings of(ReadableConfig config) {
    return new GovernanceSettings(
        AuthoritySettings.defaults(),
        posture(config),
        credentials(config),
        config.get(AUDIT) ? AuditSettings.defaults() : null,
        config.get(RELATIONSHIPS) ? RelationSettings.defaults() : null);
  }

  private static PostureSettings posture(ReadableConfig config) {
    return new PostureSettings(
        config.get(REVIEW_AFTER).toMillis(),
        config.get(UNUSED_AFTER).toMillis(),
        config.get(AGENT_DORMANT_AFTER).toMillis(),
        PostureSettings.defaults().quietAfterMillis());
  }

  private static CredentialSettings credentials(ReadableConfig config) {
    CredentialSettings defaults = CredentialSettings.defaults();
    return new CredentialSettings(
        defaults.sharedMillis(),
        config.get(CREDENTIAL_DORMANT_AFTER).toMillis(),
        defaults.quietMillis());
  }
}
