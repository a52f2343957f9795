package io.driftline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the features says what the code says; see its first line for how it is made. */
class FeatureDocTest {

  private static final Path PAGE = Path.of("..", "docs", "features.md");

  private static final String INTRODUCTION =
      """
      <!-- Generated from io.driftline.feature.Feature. To bring it up to date:
      ./mvnw -q test -Dtest='*DocTest' -Dsurefire.failIfNoSpecifiedTests=false \
      -Ddriftline.docs.update=true -->
      # Features

      What the detectors see of an action: one number each, all in **bits of surprise**, finite and
      at least 0. Ten bits are one in a thousand. They are measured against what was known *before*
      the action, which is learnt from only afterwards.

      | feature | forest | measured | high when the agent … |
      |---|---|---|---|
      """;

  private static final String EXPLANATION =
      """

      ## How they are computed

      **Rarity** is −log2 t, where t is the *tail mass* of the value: how much of what is usual is at
      least as rare as it. With decayed counts c of n observations and T distinct values,

      - t = (T + Σ c over all values no more frequent than this one) / (n + T), for a new value T / (n + T);
      - mixed with the agent's peers: t = λ·t(agent) + (1 − λ)·t(cohort), λ = n / (n + max(1, T)).

      So a new resource costs one bit where every resource is new, and many where none ever is; and an
      agent without a history is judged by its peers. A value *given* another one is counted apart in
      each context and backed off as far as neither the agent nor its peers have met that one, with n
      observations of both: t = μ·t(given) + (1 − μ)·t(parent), μ = n / (n + 1). The parent of a
      resource or scope is the action, that of a step given others is the step by itself, and that of
      all else is 1: so what is done for the first time is done to something for the first time, too.
      Co-occurrence takes the least rarity of this step given each of the recent steps of its session:
      the step belongs if it goes with any of them. For sensitive actions the very resource is looked at in
      the same way, too.

      **Probation.** A resource that is new to a sensitive action (w > 0) stays as rare as any new one until
      it has recurred on five different days; so the second payment to a thief surprises like the first. It
      is counted meanwhile, since how often anything new turns up says how rare new things are. That holds
      for the agent and, separately, for its peers: an instruction injected into many agents is new to each
      of them, and no more harmless because others follow it. In the first three days nothing is put on
      probation.

      **Risk** is a rarity times the sensitivity w of the permission used. The risk of a session is the
      greatest resource risk of its earlier actions, a fifth of which fades with each further one.

      **Levels** (rate, bytes and silence) are log2(e^z) for the logarithm of a value z > 0 standard
      deviations above the agent's own decayed mean, as if the share beyond it were e^−z (an exponential
      tail). Below ten observations they say nothing, 0. The rate is noted once a minute, so that a
      burst does not pass for usual by its own many actions. Bytes are compared with those of the same
      action, or of all actions while there are fewer than ten of the same. Silence is the pause before
      an action, where it is longer than ten minutes.

      **Session load** is what the surprises of a session add up to, fading by a tenth with each action:
      load = 0.9·load before + 2·(permission, resource and co-occurrence risk) + system, requester,
      credential, network and hour rarity + rate + bytes + silence. **Session volume** adds up bytes
      alone, fading by a tenth; **session reach** the rarity of each system when the session first turns
      to it, fading by a twentieth. **Session total** adds up what the load does but for requester and
      credential, and fades by 1.5 %% only, so that the length of a session counts: an odd hour or network
      is no odder for being told twice, but the odder the more is done meanwhile. No forest looks at these
      sums; each has a detector of its own, which judges what is news: a sum that falls is none, and the
      total is told once each time it passes a power of two.

      The rarity of a right is looked at once: of permission and action, which mostly go together, the
      behaviour forest sees the action's risk, and the sums of the session the permission's.

      ## Sensitivity

      How much harm a permission (`mail:send`, `s3:GetObject`, `calendar.events.delete`) can do, as w
      from 0 to 1; of the action where no permission is stated. It comes from a table of lines, each a
      pattern and a level. To change it, write such lines into a file and name it as
      `driftline.sensitivity`; they come before the shipped ones:

      ```
      # ours
      s3:GetObjectAcl   0.75
      s3:Get*           0.25
      *:delete*         1
      reconcile         0.5
      ```

      - **A pattern** is compared with the whole permission, upper and lower case alike. `*` stands for
        any characters, also none, and `\\*` for a star. The first that matches decides: put the special
        before the general.
      - **A verb** (letters, `_` and `-` alone) speaks where no pattern matches. The parts of the
        permission are tried from the last to the first, in each the first word: `send` is the verb of
        `mail:send` and `gmail.messages.send`, `get` that of `s3:GetObject`. A verb in your file
        replaces the shipped one.
      - A permission that neither decides has w = %s.

      A line that is not valid stops the job at its start, with file, line and what to write. The shipped
      verbs:

      | w | verbs |
      |---|---|
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
    return INTRODUCTION
        + Arrays.stream(Feature.values()).map(FeatureDocTest::row).collect(Collectors.joining())
        + EXPLANATION.formatted(SensitivityTable.UNKNOWN)
        + verbsByLevel().entrySet().stream()
            .map(level -> "| %s | %s |\n".formatted(level.getKey(), level.getValue()))
            .collect(Collectors.joining());
  }

  private static Map<Double, String> verbsByLevel() {
    Map<Double, String> byLevel = new TreeMap<>();
    SensitivityTable.shipped()
        .verbs()
        .forEach(
            (verb, level) ->
                byLevel.merge(level, "`" + verb + "`", (all, next) -> all + ", " + next));
    return byLevel;
  }

  private static String row(Feature feature) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(feature.code(), forest(feature), measured(feature), feature.sentence());
  }

  private static String forest(Feature feature) {
    return feature.family() == null ? "–" : feature.family().code();
  }

  private static String measured(Feature feature) {
    if (SessionSum.of(feature) != null) {
      return "sum over the session";
    }
    if (feature == Feature.SYSTEM_ENTRY) {
      return "rarity: system, where it is new in the session";
    }
    if (feature.dimension() == null) {
      return feature.weighted() ? "risk of the session so far" : "level";
    }
    return (feature.weighted() ? "risk: " : "rarity: ") + feature.dimension().text();
  }
}
