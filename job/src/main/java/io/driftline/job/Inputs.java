package io.driftline.job;

import io.driftline.job.control.ControlRecord;
import io.driftline.job.drift.DriftAcceptance;
import io.driftline.job.ingest.DeadLetter;
import io.driftline.job.ingest.Decoded;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where everything comes from: Kafka, a file, a test.
 *
 * @param activity what agents did
 * @param control what people say; {@code null} for nothing
 */
public record Inputs(DataStream<Decoded> activity, DataStream<ControlRecord> control) {

  private static final TypeInformation<DriftAcceptance> ACCEPTANCE =
      TypeInformation.of(DriftAcceptance.class);

  public Inputs {
    Objects.requireNonNull(activity, "activity");
  }

  /** Activity alone. */
  public static Inputs activityOnly(DataStream<Decoded> activity) {
    return new Inputs(activity, null);
  }

  /** Drifts that people accept; {@code null} if nobody says anything. */
  DataStream<DriftAcceptance> acceptances() {
    return control == null
        ? null
        : control
            .filter(record -> record.acceptance() != null)
            .uid("control-acceptances")
            .map(ControlRecord::acceptance)
            .returns(ACCEPTANCE)
            .uid("acceptances");
  }

  /** The dead letters of the activity, and of the control messages. */
  DataStream<DeadLetter> withRefused(DataStream<DeadLetter> ofActivity) {
    return control == null
        ? ofActivity
        : ofActivity.union(
            control
                .filter(record -> record.deadLetter() != null)
                .uid("control-refusals")
                .map(ControlRecord::deadLetter)
                .returns(TypeInformation.of(DeadLetter.class))
                .uid("refused-control"));
  }
}
