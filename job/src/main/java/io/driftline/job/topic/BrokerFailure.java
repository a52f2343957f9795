package io.driftline.job.topic;

import io.driftline.job.config.HintedFailure;

/** The brokers cannot be reached, do not let this client do what it wants, or miss a topic. */
public final class BrokerFailure extends HintedFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what went wrong and where, without a full stop
   * @param hint what to do about it
   * @param cause may be {@code null}
   */
  public BrokerFailure(String what, String hint, Throwable cause) {
    super(what, hint, cause);
  }
}
