package io.driftline.simulate;

/**
 * Somebody who works in the enterprise.
 *
 * @param address the mail address, which is also the id as a requester and as an owner
 * @param area where the person works
 */
record Person(String address, Area area) {}
