package io.driftline.incident;

import static io.driftline.posture.StoredParts.readConstant;
import static io.driftline.posture.StoredParts.required;
import static io.driftline.posture.StoredParts.valid;
import static io.driftline.posture.StoredParts.writeConstant;

import io.driftline.baseline.StateReader;
import io.driftline.baseline.StateWriter;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;

/** The stored form of an {@link OpenIncident}, as part of a larger value. */
final class IncidentLayout {

  /** Fewest bytes that one takes up: its numbers alone. */
  static final int LEAST_BYTES = 56;

  private static final int HELD = 1;
  private static final int NO_NEWS = 2;
  private static final SignalKind[] KINDS = SignalKind.values();

  private IncidentLayout() {}

  static void write(StateWriter out, OpenIncident incident) {
    out.writeString(incident.id);
    SignalLayout.writeAgent(out, incident.agent);
    writeConstant(out, incident.worst);
    out.writeLong(incident.firstSeen).writeLong(incident.lastSeen);
    SignalCounts counts = incident.counts;
    out.writeLong(counts.anomalies()).writeLong(counts.drifts()).writeLong(counts.findings());
    out.writeDouble(incident.score).writeDouble(incident.weight);
    incident.uses.write(out);
    out.writeByte((incident.held ? HELD : 0) | (incident.hasNews ? 0 : NO_NEWS));
    writeTold(out, incident.told);
    writeScope(out, incident.scope);
    out.writeInt(incident.agreeing.size());
    incident.agreeing.forEach(each -> writeConstant(out, each));
    writeTexts(out, incident.techniques.stream().map(Technique::id).toList());
    writeTexts(out, incident.risks.stream().map(AgenticRisk::id).toList());
    out.writeInt(incident.kept.all().size());
    incident.kept.all().forEach(each -> SignalLayout.write(out, each));
  }

  /**
   * @param version of the ledger it is part of
   */
  static OpenIncident read(StateReader in, int version) {
    OpenIncident read = new OpenIncident(required(in.readString()));
    read.agent = SignalLayout.readAgent(in);
    read.worst = SignalLayout.readSeverity(in);
    read.firstSeen = in.readLong();
    read.lastSeen = in.readLong();
    read.counts =
        valid("counts", () -> new SignalCounts(in.readLong(), in.readLong(), in.readLong()));
    read.score = in.readDouble();
    read.weight = in.readDouble();
    read.uses = version == 1 ? AccusedUses.readAsOne(in, read.lastSeen) : AccusedUses.read(in);
    int flags = in.readByte();
    read.held = (flags & HELD) != 0;
    read.hasNews = (flags & NO_NEWS) == 0;
    read.told =
        new LastTold(
            in.readInt(),
            in.readLong(),
            SignalLayout.readSeverity(in),
            in.readLong(),
            in.readInt());
    readScope(in, read.scope);
    for (int left = in.readCount(1); left > 0; left--) {
      read.agreeing.add(required(readConstant(in, KINDS)));
    }
    readEach(in, read.techniques, id -> ofId(Technique.values(), Technique::id, id));
    readEach(in, read.risks, id -> ofId(AgenticRisk.values(), AgenticRisk::id, id));
    readSignals(in, read.kept);
    return read;
  }

  private static void writeTold(StateWriter out, LastTold told) {
    out.writeInt(told.number()).writeLong(told.time());
    writeConstant(out, told.severity());
    out.writeLong(told.signals()).writeInt(told.breadth());
  }

  private static void writeScope(StateWriter out, IncidentScope scope) {
    writeTexts(out, scope.sessions);
    writeTexts(out, scope.systems);
    out.writeInt(scope.topics.size());
    scope.topics.forEach(out::writeLong);
  }

  private static void readScope(StateReader in, IncidentScope scope) {
    readEach(in, scope.sessions, Function.identity());
    readEach(in, scope.systems, Function.identity());
    for (int left = in.readCount(Long.BYTES); left > 0; left--) {
      scope.topics.add(in.readLong());
    }
  }

  /** At least one: an incident without any is none. */
  private static void readSignals(StateReader in, KeptSignals kept) {
    int count = in.readCount(1);
    if (count == 0) {
      throw new IllegalStateException("stored incident has no signals");
    }
    for (int left = count; left > 0; left--) {
      kept.add(SignalLayout.read(in));
    }
  }

  private static void writeTexts(StateWriter out, Collection<String> texts) {
    out.writeInt(texts.size());
    texts.forEach(out::writeString);
  }

  private static <T> void readEach(
      StateReader in, Collection<? super T> all, Function<String, T> of) {
    for (int left = in.readCount(1); left > 0; left--) {
      all.add(of.apply(required(in.readString())));
    }
  }

  /** By the id it bears in the catalogue: ours may grow and be put in another order. */
  private static <E> E ofId(E[] all, Function<E, String> idOf, String id) {
    return Stream.of(all)
        .filter(each -> idOf.apply(each).equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("stored incident names an unknown " + id));
  }
}
