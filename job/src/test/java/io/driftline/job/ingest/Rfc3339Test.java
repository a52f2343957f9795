package io.driftline.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T09:30:00Z, 2026-03-01T09:30:00Z",
    "2026-03-01t09:30:00z, 2026-03-01T09:30:00Z",
    "2026-03-01T09:30:00+05:30, 2026-03-01T04:00:00Z",
    "2026-03-01T00:30:00-08:00, 2026-03-01T08:30:00Z",
    "2026-03-01T00:30:00-00:00, 2026-03-01T00:30:00Z",
    "2026-03-01T00:00:00+23:59, 2026-02-28T00:01:00Z",
    "2026-03-01T09:30:00.1Z, 2026-03-01T09:30:00.100Z",
    "2026-03-01T09:30:00.0009999Z, 2026-03-01T09:30:00Z",
    "2026-03-01T09:30:00.12345678901234567890+00:00, 2026-03-01T09:30:00.123Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999Z",
    "2016-12-31T23:59:60.5Z, 2016-12-31T23:59:59.999Z",
    "1990-12-31T15:59:60-08:00, 1990-12-31T23:59:59.999Z",
    "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z"
  })
  void readsDateTimes(String text, Instant expected) {
    assertThat(Instant.ofEpochMilli(Rfc3339.epochMilli(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "1772357400000",
        "2026-03-01",
        "2026-03-01T09:30Z",
        "2026-03-01T09:30:00",
        "2026-03-01T09:30:00.Z",
        "2026-03-01T09:30:00,5Z",
        "2026-03-01T09:30:00.5",
        "2026-03-01 09:30:00Z",
        "2026-03-01T09:30:00ZZ",
        "2026-03-01T09:30:00+0100",
        "2026-03-01T09:30:00+01",
        "2026-03-01T09:30:00+24:00",
        "2026-03-01T09:30:00+01:60",
        "2026-13-01T09:30:00Z",
        "2026-00-01T09:30:00Z",
        "2026-02-29T09:30:00Z",
        "2026-04-31T09:30:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T09:60:00Z",
        "2026-03-01T09:30:61Z",
        "2026-03-01T09:30:60Z",
        "2016-12-30T23:59:60Z",
        "2016-12-31T23:59:60+01:00",
        "-026-03-01T09:30:00Z",
        "+2026-03-01T09:30:00Z",
        "２０２６-03-01T09:30:00Z"
      })
  void refusesEverythingElse(String text) {
    assertThat(Rfc3339.epochMilli(text)).isEqualTo(Rfc3339.MALFORMED);
  }

  @Property(tries = 2000, seed = "20260301")
  void agreesWithJavaOnEveryInstantAndOffset(
      @ForAll @LongRange(min = 0, max = 253402300799999L) long millis,
      @ForAll @IntRange(min = -1079, max = 1079) int offsetMinutes) {
    OffsetDateTime time =
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    if (time.getYear() <= 9999) {
      // Java leaves out seconds that are zero; RFC 3339 does not.
      String text = time.toString().replaceFirst("T(\\d\\d:\\d\\d)(?=[Z+-])", "T$1:00");
      assertThat(Rfc3339.epochMilli(text)).as(text).isEqualTo(millis);
    }
  }
}
