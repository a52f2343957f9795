package io.driftline.job.cli.drift;

import io.driftline.activity.AgentAction;
import io.driftline.registry.AgentRecord;
import io.driftline.simulate.DriftSettings;
import io.driftline.simulate.DriftSimulator;
import io.driftline.simulate.DriftTruth;
import io.driftline.simulate.DriftTruths;
import io.driftline.simulate.SimulationSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One enterprise as it was watched from its first day to its last.
 *
 * @param seed of the simulation
 * @param actions how many there were
 * @param verdicts for each sensitivity in turn, those on every agent
 */
record EnterpriseRun(long seed, long actions, List<List<AgentVerdicts>> verdicts) {

  /** Plays one enterprise through once, watching it at all sensitivities. */
  static EnterpriseRun play(
      DriftSettings settings, StudySettings study, WatchedAgent.Factory factory) {
    SimulationSettings span = settings.enterprise();
    DriftSimulator simulator = new DriftSimulator(settings);
    DriftTruths truths = simulator.newTruths();
    List<WatchedEnterprise> watched = watch(simulator, study, factory);
    Days days = new Days(simulator.iterator());
    Random order = new Random(span.seed());
    long actions = 0;
    for (long day = epochDay(span.start()); day < epochDay(span.end()); day++) {
      List<AgentAction> today = days.of(day);
      today.forEach(truths::add);
      actions += today.size();
      if (study.shuffled()) {
        Collections.shuffle(today, order);
      }
      close(day, today, watched);
    }
    return new EnterpriseRun(span.seed(), actions, verdicts(watched, truths.all()));
  }

  private static List<WatchedEnterprise> watch(
      DriftSimulator simulator, StudySettings study, WatchedAgent.Factory factory) {
    List<String> agents =
        simulator.enterprise().registry().stream().map(AgentRecord::agentId).toList();
    return study.sensitivities().stream()
        .map(sensitivity -> new WatchedEnterprise(agents, factory, sensitivity))
        .toList();
  }

  private static void close(long day, List<AgentAction> today, List<WatchedEnterprise> watched) {
    for (WatchedEnterprise each : watched) {
      each.day(day, today);
    }
  }

  private static List<List<AgentVerdicts>> verdicts(
      List<WatchedEnterprise> watched, List<DriftTruth> truths) {
    return watched.stream().map(each -> each.verdicts(truths)).toList();
  }

  private static long epochDay(Instant midnight) {
    return LocalDate.ofInstant(midnight, ZoneOffset.UTC).toEpochDay();
  }
}
