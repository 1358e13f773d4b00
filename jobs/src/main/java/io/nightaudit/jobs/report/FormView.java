package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import io.nightaudit.jobs.report.FullForm.CatalogueEntry;
import io.nightaudit.jobs.report.FullForm.ChangeEntry;
import io.nightaudit.jobs.report.FullForm.Limitation;
import io.nightaudit.jobs.report.FullForm.Thresholds;
import io.nightaudit.jobs.report.wording.Mark;
import io.nightaudit.jobs.report.wording.Nights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of the full form that are lists: changes, method, privacy, limitations, annexes. */
final class FormView {
  private static final int LINKS = 12;

  private FormView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    FullForm form = report.form();
    return new Fields()
        .put("cutOff", Nights.minute(form.identification().dataCutOff()) + " UTC")
        .put("windowUtc", windowUtc(report))
        .put("changes", changes(form, prose))
        .put("thresholds", prose.of(thresholds(form.thresholds())))
        .put("judge", sentences(form.judge(), prose))
        .put("catalogue", catalogue(form))
        .put("erasure", sentences(form.privacy().erasure(), prose))
        .put("retention", sentences(form.privacy().retention(), prose))
        .put("pseudonyms", sentences(form.privacy().pseudonyms(), prose))
        .put("categories", categories(form, prose))
        .put("limitations", limitations(report, prose))
        .map();
  }

  private static String windowUtc(Report report) {
    return Nights.window(report.identity().windowFrom(), report.identity().windowTo());
  }

  private static List<Object> changes(FullForm form, Prose prose) throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (ChangeEntry change : form.changes()) {
      rows.add(
          new Fields()
              .put("night", Nights.brief(change.night()))
              .put("kind", Mark.words(change.kind()))
              .put("what", prose.of(Mark.capital(Sentences.closed(change.what()))))
              .put("subject", change.subject())
              .put("who", change.who())
              .put("predetermined", change.predetermined())
              .put("question", change.question())
              .map());
    }
    return rows;
  }

  static String thresholds(Thresholds thresholds) {
    String set =
        "Threshold set `%s`, SHA-256 `%s` over the limits alone."
            .formatted(thresholds.version(), thresholds.hash());
    String approved =
        thresholds.approvedBy().isEmpty()
            ? " Who approved it is not recorded."
            : " The configuration says that %s approved it%s."
                .formatted(
                    thresholds.approvedBy(),
                    thresholds.approvedOn().isEmpty()
                        ? ", on a date that is not recorded"
                        : " on " + Nights.full(thresholds.approvedOn()));
    return set + approved + " " + inForce(thresholds);
  }

  private static String inForce(Thresholds thresholds) {
    return thresholds
        .inForce()
        .map(
            holds ->
                holds
                    ? "It is meant for nights from %s on, this one among them."
                        .formatted(Nights.full(thresholds.effectiveFrom()))
                    : "It is meant for nights from %s on: it was set for later nights than this one."
                        .formatted(Nights.full(thresholds.effectiveFrom())))
        .orElse("From which night on it holds is not recorded.");
  }

  private static List<Object> sentences(List<String> sentences, Prose prose)
      throws TemplateModelException {
    List<Object> markup = new ArrayList<>();
    for (String sentence : sentences) {
      markup.add(prose.of(sentence));
    }
    return markup;
  }

  private static List<Object> catalogue(FullForm form) {
    List<Object> rows = new ArrayList<>();
    for (CatalogueEntry entry : form.catalogue()) {
      rows.add(
          new Fields()
              .put("metric", entry.metric())
              .put("title", entry.title())
              .put("family", SummaryView.title(entry.family()))
              .put("unit", entry.unit())
              .put("estimator", estimator(form, entry.estimator()))
              .put("rows", String.valueOf(entry.minimumRows()))
              .put("harm", FigureView.harm(entry.harm()))
              .put("material", entry.material().isEmpty() ? "none" : entry.material())
              .put("gate", entry.gate() ? "yes" : "no")
              .put("columns", entry.columns().isEmpty() ? "–" : String.join(", ", entry.columns()))
              .map());
    }
    return rows;
  }

  private static String estimator(FullForm form, String id) {
    return form.estimators().stream()
        .filter(estimator -> estimator.id().equals(id))
        .map(FullForm.Estimator::name)
        .findFirst()
        .orElse(id);
  }

  private static List<Object> categories(FullForm form, Prose prose) throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (FullForm.DataCategory category : form.privacy().categories()) {
      rows.add(
          new Fields()
              .put("category", category.category())
              .put("columns", String.join(", ", category.columns()))
              .put("kept", prose.of(Mark.capital(Sentences.closed(category.kept()))))
              .map());
    }
    return rows;
  }

  private static List<Object> limitations(Report report, Prose prose)
      throws TemplateModelException {
    List<Object> rows = new ArrayList<>();
    for (Limitation limitation : report.form().limitations()) {
      List<String> ids = limitation.figures();
      rows.add(
          new Fields()
              .put("id", limitation.id())
              .put("text", prose.of(limitation.text()))
              .put(
                  "figures",
                  ids.isEmpty() || ids.size() > LINKS
                      ? List.of()
                      : report.figures().stream()
                          .filter(figure -> ids.contains(figure.id()))
                          .map(FigureView::link)
                          .toList())
              .put("touches", ids.size() > LINKS ? Sentences.count(ids.size(), "figure") : "")
              .map());
    }
    return rows;
  }
}
