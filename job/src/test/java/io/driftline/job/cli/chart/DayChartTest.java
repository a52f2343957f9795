package io.driftline.job.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.driftline.job.cli.chart.Panel.Flag;
import io.driftline.job.cli.chart.Panel.Layer;
import io.driftline.job.cli.chart.Panel.Slot;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DayChartTest {
  private static final List<Slot> WEEKS = List.of(new Slot(0, 7), new Slot(7, 14));
  private static final Layer MAIL = new Layer("mail & <more>", false, List.of(75.0, 30.1));
  private static final Layer CRM = new Layer("crm", false, List.of(0.0, 69.9));
  private static final Layer REST = new Layer("3 others", true, List.of(25.0, 0.0));
  private static final Flag GROWTH = new Flag(5, 10, "growth");

  private static Panel panel(List<Layer> layers, Flag... flags) {
    return new Panel("systems", "% of hours", WEEKS, layers, List.of(flags));
  }

  private static DayChart chart(Panel... panels) {
    return new DayChart(
        "Title", "What it shows", "Note", LocalDate.of(2026, 3, 2), 14, List.of(panels));
  }

  @Test
  void namesPanelsUnitsLayersFlagsAndDays() throws Exception {
    assertThat(texts(chart(panel(List.of(MAIL, CRM, REST), GROWTH), panel(List.of(CRM)))))
        .contains("Title", "Note", "systems", "% of hours", "growth", "2026-03-02", "2026-03-09")
        .containsSubsequence("3 others", "crm", "mail & <more>");
  }

  @Test
  void sharesOfAWholeEndAtAHundred() throws Exception {
    assertThat(texts(chart(panel(List.of(MAIL, CRM, REST))))).contains("100").doesNotContain("120");
  }

  @Test
  void layersStandOnEachOtherAndWhatIsZeroIsNotDrawn() {
    String svg = chart(panel(List.of(MAIL, CRM))).svg();
    assertThat(svg)
        .contains("class=\"v0\" x=\"76.0\" y=\"156.5\" width=\"244.0\" height=\"103.5\"")
        .contains("class=\"v0\" x=\"321.0\" y=\"218.5\" width=\"244.0\" height=\"41.5\"")
        .contains("class=\"v1\" x=\"321.0\" y=\"122.0\" width=\"244.0\" height=\"96.5\"")
        .doesNotContain("class=\"v1\" x=\"76.0\"");
  }

  @Test
  void aFlagRunsFromWhereAChangeBeganToWhereItWasFound() {
    assertThat(chart(panel(List.of(CRM), GROWTH)).svg())
        .contains("class=\"began\" d=\"M251.0 260.0V122.0\"")
        .contains("class=\"found\" d=\"M251.0 122.0H426.0V260.0\"");
  }

  @Test
  void whatBeganBeforeTheFirstDayHasNoDashedLine() {
    assertThat(chart(panel(List.of(CRM), new Flag(-3, 4, "growth"))).svg())
        .doesNotContain("class=\"began\"")
        .contains("class=\"found\" d=\"M76.0 122.0");
  }

  @Test
  void labelsThatWouldCoverEachOtherAreLeftOut() throws Exception {
    Flag next = new Flag(5, 10.1, "mix shift");
    assertThat(texts(chart(panel(List.of(CRM), GROWTH, next, new Flag(5, 14, "level shift")))))
        .contains("growth", "mix shift", "level shift");
    assertThat(texts(chart(panel(List.of(CRM), GROWTH, next, new Flag(5, 10.2, "level shift")))))
        .contains("growth", "mix shift")
        .doesNotContain("level shift");
  }

  @Test
  void charactersThatXmlDoesNotKnowAreReplaced() throws Exception {
    Layer odd = new Layer("a\u0007b\uFFFEc", false, List.of(1.0, 1.0));
    assertThat(texts(chart(panel(List.of(odd))))).contains("a\uFFFDb\uFFFDc");
  }

  @Test
  void isReadableOnLightAndDarkPaperAndWithoutScripts() {
    assertThat(chart(panel(List.of(CRM))).svg())
        .contains("prefers-color-scheme: dark")
        .doesNotContain("<script");
  }

  @Test
  void refusesLayersThatCannotBeToldApartOrDoNotFitTheSlots() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel(Collections.nCopies(9, CRM)))
        .withMessage("at most 8 layers can be told apart, were 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> panel(List.of(new Layer("short", false, List.of(1.0)))))
        .withMessage("a layer needs a value for each of 2 slots, short has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Layer("none", false, List.of(Double.NaN)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Slot(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Flag(3, 3, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> chart());
  }

  private static List<String> texts(DayChart chart) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    Document document = builder.parse(new InputSource(new StringReader(chart.svg())));
    NodeList texts = document.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }
}
