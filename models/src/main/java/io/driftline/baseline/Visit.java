package io.driftline.baseline;

/** Receives the (dimension, context, value) facts that one action contributes to a baseline. */
@FunctionalInterface
public interface Visit {

  /**
   * @param dimension what is counted
   * @param context fingerprint of the condition, 0 where the dimension has none
   * @param value fingerprint of the value
   * @param label the value in clear, {@code null} where the dimension is not labelled
   */
  void accept(Dimension dimension, long context, long value, String label);
}
