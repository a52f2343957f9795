package io.driftline.job.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.driftline.activity.Requester;
import io.driftline.job.TestActions;
import io.driftline.registry.Authority;
import io.driftline.registry.AuthorityVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class CompletenessTest {

  private final Metrics metrics = new Metrics();
  private final Completeness completeness = Completeness.register(metrics);

  @Test
  void nothingIsMissingBeforeTheFirstRecord() {
    assertThat(metrics.share()).isEqualTo(1.0);
  }

  @Test
  void anActionIsCompleteWithRequesterAndOutcome() {
    completeness.count(JudgedActions.full().profiled());
    completeness.count(JudgedActions.read("a", "e1", TestActions.MONDAY).profiled());
    completeness.count(JudgedActions.least("a", "e2", TestActions.MONDAY).profiled());
    completeness.count(JudgedActions.least("a", "e3", TestActions.MONDAY).profiled());
    assertThat(metrics.share()).isEqualTo(0.5);
    assertThat(metrics.count("audit.records")).isEqualTo(4);
    assertThat(metrics.count("audit.without_requester")).isEqualTo(2);
    assertThat(metrics.count("audit.without_outcome")).isEqualTo(2);
  }

  @Test
  void whoAskedFirstWillDo() {
    Requester ann = new Requester("ann", Requester.Type.USER);
    Authority authority = new Authority(AuthorityVerdict.ENTITLED, ann, List.of("planner"));
    var action = JudgedActions.least("a", "e1", TestActions.MONDAY).profiled().action();
    completeness.count(JudgedActions.judged(action, authority, 0, false, false).profiled());
    assertThat(metrics.count("audit.without_requester")).isZero();
  }

  /** Keeps what is registered. */
  private static final class Metrics extends UnregisteredMetricsGroup {

    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, Gauge<?>> gauges = new HashMap<>();

    @Override
    public Counter counter(String name) {
      return counters.computeIfAbsent(name, super::counter);
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
      gauges.put(name, gauge);
      return gauge;
    }

    long count(String name) {
      return counters.get(name).getCount();
    }

    Object share() {
      return gauges.get("audit.completeness").getValue();
    }
  }
}
