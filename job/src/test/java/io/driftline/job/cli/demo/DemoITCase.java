package io.driftline.job.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.job.cli.Driftline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class DemoITCase {

  private static final int WANTED = 8;
  private static final Pattern FOUND = Pattern.compile("scripted attacks: (\\d+) of 10 found");

  @Test
  void findsMostAttacksAndEndsByItself() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int exitCode =
        Driftline.run(
            new PrintWriter(out), new PrintWriter(err), "demo", "--duration=45s", "--port=0");

    assertThat(exitCode).as(err.toString()).isZero();
    Matcher found = FOUND.matcher(out.toString());
    assertThat(found.find()).isTrue();
    assertThat(Integer.parseInt(found.group(1))).as(out.toString()).isGreaterThanOrEqualTo(WANTED);
  }
}
