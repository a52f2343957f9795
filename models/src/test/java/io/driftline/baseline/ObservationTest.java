package io.driftline.baseline;

import static io.driftline.baseline.SampleAction.bare;
import static io.driftline.baseline.SampleAction.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.AgentAction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTest {

  @Test
  void tellsEveryAgentDimensionOnce() {
    EnumSet<Dimension> expected =
        EnumSet.complementOf(
            EnumSet.of(
                Dimension.CO_OCCURRENCE,
                Dimension.RESOURCE_CO_OCCURRENCE,
                Dimension.PEER,
                Dimension.DAY));

    assertThat(labels(sample().observe())).containsOnlyKeys(expected);
  }

  @Test
  void labelsAreTheValuesInClear() {
    assertThat(labels(sample().observe()))
        .containsEntry(Dimension.SYSTEM, "mail")
        .containsEntry(Dimension.ACTION, "read_mail")
        .containsEntry(Dimension.SCOPE, "/inbox/ann")
        .containsEntry(Dimension.REQUESTER, "ann")
        .containsEntry(Dimension.CREDENTIAL, "key-1")
        .containsEntry(Dimension.NETWORK, "10.1.2.0/24")
        .containsEntry(Dimension.OUTCOME, "success")
        .containsEntry(Dimension.STEP, null)
        .containsEntry(Dimension.NEXT_STEP, null);
  }

  @Test
  void whatIsAbsentIsCountedAsAbsent() {
    Map<Dimension, Long> values = new EnumMap<>(Dimension.class);
    bare().observe().values((dimension, context, value, label) -> values.put(dimension, value));

    assertThat(values)
        .containsEntry(Dimension.PERMISSION, Hash64.ABSENT)
        .containsEntry(Dimension.RESOURCE, Hash64.ABSENT)
        .containsEntry(Dimension.SCOPE, Hash64.ABSENT)
        .containsEntry(Dimension.REQUESTER, Hash64.ABSENT)
        .containsEntry(Dimension.CREDENTIAL, Hash64.ABSENT)
        .containsEntry(Dimension.NETWORK, Hash64.ABSENT)
        .containsEntry(Dimension.OUTCOME, Hash64.ABSENT);
  }

  @Test
  void theSameActionInAnotherSystemIsAnother() {
    assertThat(Observation.actionKeyOf(sample().system("crm").build()))
        .isNotEqualTo(Observation.actionKeyOf(sample().system("mail").build()));
  }

  @Test
  void aStepIsTheActionAndItsScope() {
    AgentAction action = sample().resource("/inbox/ann/1").build();

    assertThat(Observation.stepKeyOf(action))
        .isEqualTo(sample().observe().stepKey())
        .isEqualTo(Observation.stepKeyOf(sample().resource("/inbox/ann/2").build()))
        .isNotEqualTo(Observation.stepKeyOf(sample().resource("/inbox/bob/1").build()));
  }

  @Test
  void aStepIsCountedByItselfAndGivenTheOneBefore() {
    Map<Dimension, Long> contexts = new EnumMap<>(Dimension.class);
    Map<Dimension, Long> values = new EnumMap<>(Dimension.class);
    Observation seen =
        Observation.of(sample().build(), new SessionContext("s", new long[] {5}, false));

    seen.values(
        (dimension, context, value, label) -> {
          contexts.put(dimension, context);
          values.put(dimension, value);
        });

    assertThat(values)
        .containsEntry(Dimension.STEP, seen.stepKey())
        .containsEntry(Dimension.NEXT_STEP, seen.stepKey());
    assertThat(contexts)
        .containsEntry(Dimension.STEP, 0L)
        .containsEntry(Dimension.NEXT_STEP, seen.session().previousStep());
  }

  @Test
  void coOccursWithEveryRecentStep() {
    Observation seen =
        Observation.of(sample().build(), new SessionContext("s", new long[] {5, 6, 7}, false));
    StringBuilder contexts = new StringBuilder();

    seen.coOccurrences((dimension, context, value, label) -> contexts.append(context));

    assertThat(contexts).hasToString("567");
  }

  @Test
  void aResourceCoOccursWithEveryRecentStep() {
    Observation seen =
        Observation.of(sample().build(), new SessionContext("s", new long[] {5, 6}, false));
    StringBuilder contexts = new StringBuilder();

    seen.resourceCoOccurrences(
        (dimension, context, value, label) ->
            contexts.append(value == seen.thingKey() ? context : "another value"));

    assertThat(contexts).hasToString("56");
    assertThat(seen.thingKey())
        .as("a thing is an action on one resource")
        .isNotEqualTo(sample().resource("/inbox/ann/2").observe().thingKey())
        .isNotEqualTo(sample().action("delete_mail").observe().thingKey());
  }

  @Test
  void daysAreCountedFromTheEpochInUtc() {
    assertThat(sample().at(Instant.parse("1970-01-02T23:59:59Z")).observe().day()).isEqualTo(1);
    assertThat(sample().at(Instant.parse("1969-12-31T23:00:00Z")).observe().day()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T00:00:00Z, weekday 00:00–00:59 UTC",
    "2026-01-05T09:59:59.999Z, weekday 09:00–09:59 UTC",
    "2026-01-09T23:59:59.999Z, weekday 23:00–23:59 UTC",
    "2026-01-10T00:00:00Z, weekend 00:00–00:59 UTC",
    "2026-01-11T23:59:59.999Z, weekend 23:00–23:59 UTC",
    "1970-01-01T00:00:00Z, weekday 00:00–00:59 UTC",
    "1969-12-28T13:00:00Z, weekend 13:00–13:59 UTC",
  })
  void tellsWorkingFromFreeHours(Instant time, String hour) {
    assertThat(labels(sample().at(time).observe())).containsEntry(Dimension.HOUR, hour);
  }

  private static Map<Dimension, String> labels(Observation seen) {
    Map<Dimension, String> labels = new EnumMap<>(Dimension.class);
    seen.values(
        (dimension, context, value, label) ->
            assertThat(labels)
                .doesNotContainKey(dimension)
                .satisfies(m -> m.put(dimension, label)));
    return labels;
  }
}
