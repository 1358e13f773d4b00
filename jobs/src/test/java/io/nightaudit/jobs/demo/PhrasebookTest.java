package io.nightaudit.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasebookTest {

  @ParameterizedTest
  @EnumSource(Application.class)
  void intents_everyQuestion_hasAnAnswerOfItsSide(Application application) {
    for (Phrasebook.Intent intent : application.phrasebook().intents()) {
      for (Phrasebook.Line question : intent.questions()) {
        assertThat(intent.answers())
            .as(question.template())
            .anyMatch(answer -> answer.goesWith(question));
      }
    }
  }

  @Test
  void slot_unknownName_isNamed() {
    Phrasebook book = Application.HR_HELPDESK.phrasebook();

    assertThatThrownBy(() -> book.slot("planet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The phrasebook has no section \"@slot planet\".");
  }

  @Test
  void read_missingFile_isNamed() {
    assertThatThrownBy(() -> Phrasebook.read("missing.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("missing.txt");
  }

  @Test
  void text_slotsOfOneConversation_keepTheirChoice() {
    Phrasebook book = Application.SUPPORT_ASSISTANT.phrasebook();
    List<String> texts =
        List.of(1L, 2L, 3L).stream()
            .map(row -> new Wording(book, 77, Dice.of(row)).text("{order} {bike} {bike}"))
            .toList();

    assertThat(texts).containsOnly(texts.get(0));
    assertThat(texts.get(0)).matches("FW-\\d{6} (.+) \\1");
    assertThat(new Wording(book, 78, Dice.of(1)).text("{order}"))
        .isNotEqualTo(texts.get(0).substring(0, 9));
  }

  @Test
  void text_primedSlot_isAnotherChoice() {
    Phrasebook book = Application.SUPPORT_ASSISTANT.phrasebook();
    for (long conversation = 0; conversation < 200; conversation++) {
      String text = new Wording(book, conversation, Dice.of(1)).text("{bike}/{bike'}/{bike''}");
      assertThat(text.split("/")).doesNotHaveDuplicates();
    }
  }

  @Test
  void text_alternativesAndBraces_areTakenAndKept() {
    Phrasebook book = Application.SUPPORT_ASSISTANT.phrasebook();

    assertThat(new Wording(book, 1, Dice.of(1)).text("<a|b> {\"x\": ^}\\n"))
        .matches("[ab] \\{\"x\": [1-9]\\}\n");
  }
}
