package io.driftline.posture;

/** A rule that needs no action to be broken: judges what the registry says as time goes by. */
interface StandingRule {

  /** Which rule it is. */
  PostureRule rule();

  /**
   * Judges an agent at a moment. That it is to be judged anew whenever the registry says something
   * new, or a grant begins or ends, is understood.
   */
  void judge(JudgedMoment moment, Verdicts verdicts);

  /** Is told what a rule finds. */
  interface Verdicts {

    /** Something is wrong, and has been since a time. */
    void broken(FindingSubject subject, long since);

    /** It may come to be judged differently at a later time by itself. */
    void dueAt(long time);
  }
}
