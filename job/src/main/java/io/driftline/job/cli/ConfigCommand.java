package io.driftline.job.cli;

import io.driftline.explain.PlainText;
import io.driftline.job.alert.OutputJson;
import io.driftline.job.settings.EffectiveSettings;
import io.driftline.job.settings.Secrets;
import io.driftline.job.settings.Setting;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code driftline config}. */
@Command(
    name = "config",
    description = {
      "Check the settings of the job, and print what holds and where it was set.",
      "",
      "A file (--config, or DRIFTLINE_CONFIG) is the weakest, over it -D, over that the environment."
          + " Secrets are masked. See docs/configuration.md.",
      ""
    })
final class ConfigCommand implements Callable<Integer> {

  @Option(names = "--only-set", description = "leave out what is as it is by default")
  private boolean onlySet;

  @Option(names = "--json", description = "print one JSON object per line instead of a table")
  private boolean json;

  @Mixin private BrokerOptions brokers;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    EffectiveSettings settings = brokers.settings();
    List<Setting> shown = onlySet ? settings.set() : settings.all();
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? lines(shown, settings) : table(shown, settings));
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    settings.warnings().forEach(warning -> err.println("driftline: " + warning));
    return 0;
  }

  private static String table(List<Setting> shown, EffectiveSettings settings) {
    Table table = new Table(List.of("option", "value", "from"));
    for (Setting each : shown) {
      String value = Secrets.mask(each.key(), each.value());
      table.add(
          Stream.of(each.key(), value, origin(each, settings)).map(PlainText::neutral).toList());
    }
    return table.render();
  }

  private static String origin(Setting setting, EffectiveSettings settings) {
    List<Setting> overridden = settings.overridden(setting.key());
    return overridden.isEmpty()
        ? setting.origin().toString()
        : "%s, over %s"
            .formatted(
                setting.origin(),
                overridden.stream()
                    .map(each -> each.origin().toString())
                    .collect(Collectors.joining(", ")));
  }

  private static String lines(List<Setting> shown, EffectiveSettings settings) {
    return shown.stream()
        .map(each -> line(each, settings.overridden(each.key())) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Setting setting, List<Setting> overridden) {
    byte[] line =
        OutputJson.object(
            json -> {
              json.writeStringField("option", setting.key());
              json.writeStringField("value", Secrets.mask(setting.key(), setting.value()));
              json.writeStringField("from", setting.origin().toString());
              json.writeArrayFieldStart("over");
              for (Setting each : overridden) {
                json.writeString(each.origin().toString());
              }
              json.writeEndArray();
            });
    return new String(line, StandardCharsets.US_ASCII);
  }
}
