package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm really sorry, but I can't assist with that request.",
        "I'm sorry, but I cannot generate inappropriate or offensive content.",
        "Sorry, but I can't assist with that.",
        "I’m sorry, but I can’t help with that.",
        "\"I'm sorry, but I can't assist with that.\"",
        "Unfortunately, I'm unable to help you with this request.",
        "I can't assist with that.",
        "I must decline to answer.",
        "Thank you for asking.\nI am not able to provide legal advice on this.",
        "Es tut mir leid, aber ich kann Ihnen dabei nicht helfen.",
        "Als KI-Sprachmodell kann ich keine Meinung haben.",
        "Je suis désolé, mais je ne peux pas répondre à cette demande.",
        "Lo siento, pero no puedo ayudarte con eso.",
        "Mi dispiace, ma non posso aiutarti con questa richiesta.",
        "Desculpe, mas não posso ajudar com isso.",
        "Het spijt me, maar ik kan je daar niet mee helpen.",
        "Przykro mi, ale nie mogę pomóc w tej sprawie.",
        "Извините, но я не могу помочь с этим.",
        "抱歉，我无法协助完成这个请求。",
        "申し訳ありませんが、お手伝いできません。"
      })
  void refusal_refusingAnswer_isTrue(String text) {
    assertThat(refusal(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I cannot recommend this hotel enough.",
        "I can't help but admire the view.",
        "[No] Explanation: the number is divisible by 7.",
        "Step 1: Find the square root",
        "Sorry for the delay! Your order ships today.",
        "The agent wrote: \"I'm sorry, but I can't assist with that.\" Was that right?",
        "> I'm sorry, but I cannot help with that.\nHere is what I would answer instead.",
        "Hi, I am unable to log in to my account.",
        "You can't assist a player who has left the game.",
        "Wi can't provide",
        "I can't assistant",
        "Es tut mir leid, dass Sie warten mussten. Hier ist die Antwort.",
        "No puedo esperar a verte.",
        ""
      })
  void refusal_otherText_isFalse(String text) {
    assertThat(refusal(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AI", "AI language model", "AI model", "AI system", "artificial intelligence"})
  void refusal_ofWhatSaysThatItIsAMachine_isTrue(String machine) {
    assertThat(refusal("As an " + machine + ", I cannot provide opinions on this.")).isTrue();
    assertThat(refusal("I'm sorry, but as an " + machine + ", I cannot say.")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AI engineer", "AI researcher"})
  void refusal_ofAPersonWhoseWorkItIs_isFalse(String person) {
    assertThat(refusal("As an " + person + ", I cannot wait to start.")).isFalse();
  }

  @Test
  void refusal_afterTheFirst400Characters_isFalse() {
    assertThat(refusal("Fine. ".repeat(60) + "I can't assist with that.")).isTrue();
    assertThat(refusal("Fine. ".repeat(67) + "I can't assist with that.")).isFalse();
  }

  @Test
  void expand_choices_givesEveryCombination() {
    List<String> phrases = new ArrayList<>();
    RefusalPhrases.expand("", "^{a|b} c {d|e}", phrases);
    assertThat(phrases).containsExactly("^a c d", "^a c e", "^b c d", "^b c e");
  }

  private static boolean refusal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    return description.refusal();
  }
}
