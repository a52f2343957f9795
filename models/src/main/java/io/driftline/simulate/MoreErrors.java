package io.driftline.simulate;

/** More calls fail, for good. */
record MoreErrors(int onset) implements Drift {
  private static final double SHARE = 0.12;

  @Override
  public DriftScript script() {
    return DriftScript.MORE_ERRORS;
  }

  @Override
  public int end() {
    return onset;
  }

  @Override
  public double errors(int day) {
    return day < onset ? WorkflowWalker.ERROR : SHARE;
  }
}
