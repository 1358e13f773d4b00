package io.nightaudit.jobs.report;

import io.nightaudit.jobs.finding.Finding;
import io.nightaudit.jobs.finding.FindingClass;
import io.nightaudit.jobs.metric.Family;
import java.util.ArrayList;
import java.util.List;

/**
 * The articles of Regulation (EU) 2024/1689 whose duties a finding can be evidence for. Whether
 * they apply to the system is not said here.
 */
final class ArticleReferences {
  private ArticleReferences() {}

  static List<String> of(Finding finding, FindingClass is) {
    if (finding.measure().metric().family() == Family.COST) {
      return List.of();
    }
    List<String> articles = new ArrayList<>();
    if (finding.isOfRelease()) {
      articles.addAll(List.of("Art. 3(23)", "Art. 43(4)"));
    } else {
      articles.addAll(byFamily(finding.measure().metric().family()));
    }
    articles.addAll(List.of("Art. 26(5)", "Art. 72(2)"));
    if (is == FindingClass.PERFORMANCE_BREACH) {
      articles.add("Art. 20(1)");
    } else if (is == FindingClass.POSSIBLE_RISK) {
      articles.addAll(List.of("Art. 20(2)", "Art. 79(1)"));
    }
    return articles;
  }

  private static List<String> byFamily(Family family) {
    return switch (family) {
      case INPUT -> List.of("Art. 26(4)");
      case OUTPUT, QUALITY -> List.of("Art. 9(2)", "Art. 15(1)");
      case PERFORMANCE -> List.of("Art. 15(4)");
      case GUARDRAIL -> List.of("Art. 9(2)", "Art. 15(5)");
      case COST -> List.of();
    };
  }
}
