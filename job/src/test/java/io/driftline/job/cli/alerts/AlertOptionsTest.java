package io.driftline.job.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AlertOptionsTest {

  private static String usageError(String... arguments) {
    StringWriter err = new StringWriter();
    int exitCode =
        Driftline.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
    assertThat(exitCode).as(err.toString()).isEqualTo(2);
    return err.toString();
  }

  @Test
  void brokersMustBeNamed() {
    assertThat(usageError("alerts")).contains("--bootstrap-servers");
    assertThat(usageError("explain", "abcd")).contains("--bootstrap-servers");
  }

  @Test
  void aTimeMustBeOne() {
    assertThat(usageError("alerts", "--bootstrap-servers=x:1", "--since=monday"))
        .contains("'monday' is no time: give one as 2026-03-01T09:00:00Z");
  }

  @Test
  void aKindMustBeOne() {
    assertThat(usageError("alerts", "--bootstrap-servers=x:1", "--kind=incident,alarm"))
        .contains("alarm");
  }

  @Test
  void whatIsHiddenIsNotFiltered() {
    assertThat(usageError("alerts", "--bootstrap-servers=x:1", "--hidden", "--agent=a"))
        .contains("--hidden goes with none of --kind, --severity, --agent");
  }

  @Test
  void anIdHasAtLeastFourHexadecimalDigits() {
    assertThat(usageError("explain", "--bootstrap-servers=x:1", "abc")).contains("the first 4");
    assertThat(usageError("explain", "--bootstrap-servers=x:1", "wxyz")).contains("hexadecimal");
  }
}
