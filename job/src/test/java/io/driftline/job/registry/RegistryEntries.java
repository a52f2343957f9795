package io.driftline.job.registry;

import io.driftline.activity.AgentKind;
import io.driftline.registry.AgentRecord;
import io.driftline.registry.Grant;
import io.driftline.registry.RegisteredCredential;
import io.driftline.registry.RegistryChange.Subject;
import io.driftline.registry.Right;
import io.driftline.registry.UserRecord;
import io.driftline.registry.UserStatus;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary records of the registry within the contract's limits. */
public final class RegistryEntries {

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private RegistryEntries() {}

  /** Records and removals. */
  public static Arbitrary<RegistryEntry> any() {
    return Arbitraries.oneOf(
        records(),
        Combinators.combine(Arbitraries.of(Subject.class), identifiers(), times().injectNull(0.3))
            .as(RegistryEntry::removal));
  }

  /** Records of agents and people. */
  public static Arbitrary<RegistryEntry> records() {
    Arbitrary<Instant> effective = times().injectNull(0.3);
    return Arbitraries.oneOf(
        Combinators.combine(agents(), effective).as(RegistryEntry::agent),
        Combinators.combine(users(), effective).as(RegistryEntry::user));
  }

  private static Arbitrary<AgentRecord> agents() {
    Arbitrary<List<String>> texts = identifiers().list().ofMaxSize(3).injectNull(0.3);
    return Combinators.combine(
            identifiers(),
            Arbitraries.of(AgentKind.class).injectNull(0.3),
            optional().list().ofSize(4),
            texts,
            texts,
            grants().list().ofMaxSize(3).injectNull(0.3),
            credentials()
                .list()
                .uniqueElements(RegisteredCredential::id)
                .ofMaxSize(3)
                .injectNull(0.3))
        .as(
            (id, kind, named, systems, invokers, grants, credentials) ->
                new AgentRecord(
                    id,
                    kind,
                    named.get(0),
                    named.get(1),
                    named.get(2),
                    named.get(3),
                    systems,
                    invokers,
                    grants,
                    credentials));
  }

  private static Arbitrary<UserRecord> users() {
    return Combinators.combine(
            identifiers(),
            Arbitraries.of(UserStatus.class),
            rights().list().ofMaxSize(3).injectNull(0.3),
            optional())
        .as(UserRecord::new);
  }

  private static Arbitrary<Grant> grants() {
    return Combinators.combine(
            rights(),
            times(),
            Arbitraries.longs().between(0, 1L << 40).injectNull(0.3),
            times().injectNull(0.3))
        .as(
            (right, granted, lasts, reviewed) ->
                new Grant(
                    right, granted, lasts == null ? null : granted.plusMillis(lasts), reviewed));
  }

  private static Arbitrary<Right> rights() {
    Arbitrary<String> permissions =
        Combinators.combine(identifiers(), Arbitraries.of("", "*"))
            .as((text, star) -> text.replace("*", "") + star)
            .filter(text -> !text.isEmpty());
    return Combinators.combine(identifiers(), permissions).as(Right::new);
  }

  private static Arbitrary<RegisteredCredential> credentials() {
    return Combinators.combine(identifiers(), optional(), times().injectNull(0.3))
        .as(RegisteredCredential::new);
  }

  private static Arbitrary<String> optional() {
    return identifiers().injectNull(0.3);
  }

  /** Whatever an identifier may hold, and what other notations than JSON could take otherwise. */
  private static Arbitrary<String> identifiers() {
    Arbitrary<String> any =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(8).filter(RegistryEntries::isIdentifier);
    Arbitrary<String> treacherous =
        Arbitraries.of(
            "null",
            "~",
            "true",
            "yes",
            "1.10",
            "0x1f",
            "2026-03-01",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "*",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "{a}",
            "[a",
            "a,b",
            "\"a\"",
            "'a'",
            " a ",
            "\u2028",
            "\ufeffa",
            "\ud83d\ude00",
            "mail:send");
    return Arbitraries.oneOf(any, treacherous, Arbitraries.strings().alpha().ofLength(3));
  }

  private static boolean isIdentifier(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(EARLIEST.toEpochMilli(), LATEST.toEpochMilli())
        .map(Instant::ofEpochMilli);
  }
}
