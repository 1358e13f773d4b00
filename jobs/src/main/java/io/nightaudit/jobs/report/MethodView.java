package io.nightaudit.jobs.report;

import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Statements and limits as sentences. */
final class MethodView {
  private MethodView() {}

  static Map<String, Object> of(Report report, Prose prose) throws TemplateModelException {
    FalseAlarmText falseAlarms = new FalseAlarmText(report.method());
    return new Fields()
        .put("falseAlarms", sentences(falseAlarms.sentences(), prose))
        .put("falseAlarmRows", falseAlarms.rows())
        .put("statements", sentences(report.method().statements(), prose))
        .put("limits", sentences(report.method().limits(), prose))
        .map();
  }

  private static List<Object> sentences(List<String> sentences, Prose prose)
      throws TemplateModelException {
    List<Object> markup = new ArrayList<>();
    for (String sentence : sentences) {
      markup.add(prose.of(Sentences.closed(sentence)));
    }
    return markup;
  }
}
