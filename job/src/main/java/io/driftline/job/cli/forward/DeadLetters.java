package io.driftline.job.cli.forward;

import java.util.concurrent.CompletableFuture;

/** Where records go that cannot be delivered. */
interface DeadLetters {

  /**
   * Stores one.
   *
   * @param last why it could not be delivered
   * @return done when it is safely stored; fails if that is not possible
   */
  CompletableFuture<Void> store(Delivery delivery, Answer last);
}
