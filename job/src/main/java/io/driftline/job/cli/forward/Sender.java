package io.driftline.job.cli.forward;

import java.util.concurrent.CompletableFuture;

/** Sends records to the receiver. */
interface Sender {

  /** Sends one; whatever happens is an answer, within the timeout. To cancel it abandons it. */
  CompletableFuture<Answer> send(Delivery delivery);
}
