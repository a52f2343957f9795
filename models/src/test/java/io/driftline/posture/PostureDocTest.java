package io.driftline.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about posture says what the code says; see its first line for how it is made. */
class PostureDocTest {

  private static final Path PAGE = Path.of("..", "docs", "posture.md");

  private static final String INTRODUCTION =
      """
      <!-- Generated from io.driftline.posture.PostureRule. To bring it up to date:
      ./mvnw -q test -Dtest='*DocTest' -Dsurefire.failIfNoSpecifiedTests=false \
      -Ddriftline.docs.update=true -->
      # Posture

      What is wrong by the registry, whether or not anybody has done anything odd: agents without an
      owner, grants that nobody looks at, permissions used without one, people who get done through an
      agent what they may not do themselves. Nothing has to be learnt for that, so it is judged from the
      first minute. What is wrong is a *finding*: it opens, may get worse, and is resolved when it has
      been put right.

      A registry that does not say something holds nothing against anybody: where grants, systems,
      invokers or entitlements are not declared, everything is allowed. Where they are declared and
      empty, nothing is. Of an agent that is not registered at all that alone is told, not what
      follows from it.

      ## The rules

      | rule | what is wrong | severity | what to do |
      |---|---|---|---|
      """;

  private static final String EXPLANATION =
      """

      **Severity** is the rule's own, as in the table, one step higher if the agent's grants reach *vast*,
      and one lower if it is a personal agent whose grants reach *narrow*. *Reach* adds up, over the
      systems an agent has grants on, the [sensitivity](features.md#sensitivity) of the worst that it may
      do there: from 2 it is wide, from 5, or with a grant on every system, vast. Of agents that are not
      registered, or whose grants are not declared, it is unknown, and the severity is the rule's.

      How the rules are meant:

      - A permission that was **refused** (outcome `denied`) was not used: it is no finding that it was not
        granted, or that the requester was not entitled, and no use of a grant.
      - `owner_not_active`: the owner has left, is disabled, or was taken off the registry. An owner of
        whom nothing was ever said is not held against the agent; it may be a team.
      - `expired_grant_used` and `no_grant` exclude each other. It is the first if a grant on record at that
        time would have allowed the use and had expired. Of both for one right, only the later is open.
      - `grant_expired` is told while the grant is on record and no other one that holds covers it.
      - `review_overdue`: %d days after the grant was given or last reviewed.
      - `unused_grant`: %d days after it was last used or given, or the job began to watch the agent,
        whichever is latest. The job watches from the agent's first action on; one that does nothing, from
        the end of the UTC day on which event time passed its record. Anything used under a pattern is use
        of it.
      - `invoker_not_allowed`: where another agent called on behalf of somebody, it is enough that one of
        the two may invoke the agent.
      - `beyond_owner`: a personal agent, whose owner is known and not entitled.
      - `dormant_agent_used`: a silence of %d days or more, and at least three times as long as any before
        it of which is known: an agent that works once a week does not wake every week. Pauses of less than a day are
        none; of the stretches of work between longer ones the latest 32 are known; a limit below three days counts as three. It is told in order
        of event time, whatever the registry says, and withdrawn if a late action shows that it did not sleep.
      - `incomplete_record`: one finding for each system of the agent, not one for each action.
      - `authority_bypass`, `requester_not_active` and `widened_chain` are found where requesters and chains
        of calls are known, the four about credentials where all uses of a credential come together; they live
        like the others.

      ## The life of a finding

      One finding is kept for each agent, rule and subject: a right, a person, a credential.

      - **open**: it is new.
      - **updated**: its severity rose, or twice as many actions showed it as when it was last told, or it
        still goes on a day later. So a thousand actions make ten records, not a thousand.
      - **resolved**, and the summary says why:
        - it was put right: the grant was given, the owner is active again, the agent was registered;
        - it was withdrawn: the registry, or an action, came late and showed that it never was so;
        - it was not seen again for %d days (what an agent does only; what stands in the registry stays);
        - another rule is broken by the same right now;
        - or worse findings needed its place.

      The id stays the same from opening to resolution, and is a function of agent, rule, subject, and how
      often it was open before. One that was withdrawn does not count as having been open: if it
      comes again, it bears the same id.

      Each record is one JSON object, as in
      [`finding-v1.schema.json`](../job/src/main/resources/schemas/finding-v1.schema.json). The latest record of an id is
      what holds, so a table by id shows what is open.

      ## Exact, and at once

      Registry and activity are two streams, and what the registry says of a time may come after what was
      done then. Waiting would make every alert late. So no use waits, and what is told is made right:

      1. A use is judged when it comes, by what is known then of *its* time. If it is fine, that is noted:
         the latest use of each right and for each invoker.
      2. If it is not, it is held back until the watermark has passed its time (that is how far events may
         lag, some seconds), judged again, and told if it is still wrong. A grant and its first use may so
         cross on their way.
      3. When the registry says something of a time that has been judged, the latest uses since are
         judged again: a late revocation accuses, a late grant withdraws.

      Which findings are open in the end depends on what was done and said, and not on the order in which it
      came, nor on restarts (`PostureOrderTest`, `PostureStageTest`). Where findings open and are
      resolved in between may differ. With `driftline.order` EVENT_TIME actions wait for the watermark, and as long as nothing is
      late the same is found with the same evidence. The moment at which something stands out without an action (a
      grant that is not used, a finding that went quiet) may lie a day apart: it depends on how far the watermark
      moved at once.

      An accusation that somebody acted without authority comes to the posture stage from another stage,
      which may be ahead of what the registry says of the agent. It waits until the posture stage's own
      event time has passed it, at most 256 for an agent, so that its finding names kind, owner and reach.

      What needs no action (expiry, review, disuse, an owner who leaves on a day) is found by a timer on
      event time: one per agent, for the earliest thing that is due. Event time comes from activity. Where no
      agent does anything, no grant grows old. A use that is fine costs a look-up in memory, and no timer.

      ## Limits

      - Late news is held against the *latest* use of each right and invoker, since not every use is kept.
        A finding that opens so counts one action; and one that was open in between, had all come in order, may
        never be told.
      - An agent keeps 16 changes of its record and of each of 16 owners, the latest use of 256 rights and
        256 invokers, 256 uses held back, and 256 open findings. When these are full, a worse finding takes the
        place of the mildest, and others are not told. Of 512 subjects it is known how often they were open
        before. With more rights in use than 256, a grant may seem unused.
      - A person's changes go to the 1,024 agents that named the person as owner last.
      - An agent is kept as long as it is registered, otherwise until `driftline.state.expiry` after its last action.
        A finding still open then is not resolved.
      - At the end of bounded input (`driftline posture`) what is held back is judged; nothing falls due any more.
      """;

  @Test
  void thePageIsUpToDate() throws IOException {
    String expected = page();
    if (Boolean.getBoolean("driftline.docs.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE).as("its first line says how to update it").content().isEqualTo(expected);
  }

  private static String page() {
    PostureSettings defaults = PostureSettings.defaults();
    return INTRODUCTION
        + Arrays.stream(PostureRule.values()).map(PostureDocTest::row).collect(Collectors.joining())
        + EXPLANATION.formatted(
            days(defaults.reviewAfterMillis()),
            days(defaults.unusedAfterMillis()),
            days(defaults.dormantAfterMillis()),
            days(defaults.quietAfterMillis()));
  }

  private static long days(long millis) {
    return TimeUnit.MILLISECONDS.toDays(millis);
  }

  private static String row(PostureRule rule) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(rule.id(), rule.title(), rule.severity().code(), rule.remedy());
  }
}
