package io.driftline.posture;

import io.driftline.explain.PlainText;
import io.driftline.registry.Right;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Says in one sentence who is concerned, on which system, and what is missing or too much. */
final class FindingSentence {

  private final String agent;
  private final FindingSubject subject;
  private final LocalDate since;

  private FindingSentence(String agentId, FindingSubject subject, long since) {
    this.agent = PlainText.of(agentId);
    this.subject = subject;
    this.since = Instant.ofEpochMilli(since).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * The sentence.
   *
   * @param since when it was first so, epoch milliseconds
   */
  static String of(FindingKey key, long since) {
    return new FindingSentence(key.agentId(), key.subject(), since).of(key.rule());
  }

  private String of(PostureRule rule) {
    return switch (rule) {
      case OWNERLESS_AGENT -> agent + " has no owner.";
      case OWNER_NOT_ACTIVE ->
          user() + ", who owns " + agent + ", has left, is disabled, or is known no longer.";
      case UNREGISTERED_AGENT -> agent + " acts without being registered.";
      case NO_GRANT, EXPIRED_GRANT_USED, UNUSED_GRANT, GRANT_EXPIRED, REVIEW_OVERDUE -> grant(rule);
      case OUTSIDE_PURPOSE ->
          agent + " acted on " + system() + ", which its purpose does not need.";
      case INCOMPLETE_RECORD ->
          "Actions of " + agent + " on " + system() + " are logged without requester or result.";
      case DORMANT_AGENT_USED -> agent + " acts again after it had been silent for long.";
      case AUTHORITY_BYPASS,
          REQUESTER_NOT_ACTIVE,
          INVOKER_NOT_ALLOWED,
          BEYOND_OWNER,
          WIDENED_CHAIN ->
          authority(rule);
      case UNKNOWN_CREDENTIAL,
          SHARED_CREDENTIAL,
          ROTATED_CREDENTIAL_USED,
          DORMANT_CREDENTIAL_USED ->
          credential(rule);
    };
  }

  private String grant(PostureRule rule) {
    return switch (rule) {
      case NO_GRANT -> agent + " used " + right() + ", which was not granted to it.";
      case EXPIRED_GRANT_USED -> agent + " used " + right() + " after its grant had expired.";
      case UNUSED_GRANT -> agent + " was granted " + right() + " and has long not used it.";
      case GRANT_EXPIRED ->
          "The grant of "
              + right()
              + " to "
              + agent
              + " expired on "
              + since
              + " and is still on record.";
      default ->
          "The grant of " + right() + " to " + agent + " is due for review since " + since + ".";
    };
  }

  private String authority(PostureRule rule) {
    return switch (rule) {
      case AUTHORITY_BYPASS ->
          user() + ", for whom " + agent + " acted, is not entitled to " + right() + ".";
      case REQUESTER_NOT_ACTIVE ->
          user() + ", for whom " + agent + " acted" + onSystem() + ", has left or is disabled.";
      case INVOKER_NOT_ALLOWED ->
          invoker() + ", who asked " + agent + " to act, may not invoke it.";
      case BEYOND_OWNER ->
          user() + ", who owns " + agent + ", is not entitled to " + right() + ", which it used.";
      default ->
          text(subject.through(), "Another agent")
              + ", for which "
              + agent
              + " acted, may not use "
              + right()
              + " itself.";
    };
  }

  private String credential(PostureRule rule) {
    String credential = text(subject.credential(), "an unnamed credential");
    return switch (rule) {
      case UNKNOWN_CREDENTIAL ->
          agent + " authenticated with " + credential + ", which is not registered for it.";
      case SHARED_CREDENTIAL ->
          agent
              + " authenticated with "
              + credential
              + ", which "
              + text(subject.through(), "another agent")
              + " uses, too.";
      case ROTATED_CREDENTIAL_USED ->
          agent + " authenticated with " + credential + " after it had been rotated.";
      default -> agent + " authenticated with " + credential + ", which had been silent for long.";
    };
  }

  private String invoker() {
    if (subject.user() == null) {
      return text(subject.through(), "Somebody");
    }
    return subject.through() == null
        ? user()
        : user() + ", by way of " + PlainText.of(subject.through());
  }

  private String right() {
    String permission =
        Right.ANY.equals(subject.permission())
            ? "every permission"
            : text(subject.permission(), "a permission");
    return permission + onSystem();
  }

  private String onSystem() {
    return subject.system() == null ? "" : " on " + system();
  }

  private String system() {
    return Right.ANY.equals(subject.system()) ? "every system" : text(subject.system(), "a system");
  }

  private String user() {
    return text(subject.user(), "Somebody");
  }

  private static String text(String text, String otherwise) {
    return text == null ? otherwise : PlainText.of(text);
  }
}
