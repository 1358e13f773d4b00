package io.nightaudit.jobs.demo;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One question and its answer.
 *
 * @param question what the user wrote
 * @param answer what the model wrote
 * @param json whether the answer was to be JSON
 * @param complete false where the answer was cut off
 */
record Dialogue(String question, String answer, boolean json, boolean complete) {

  private static final double JSON_SHARE = 1 / 3.0;
  private static final double CUT_SHARE = 0.006;
  private static final double STORY_SHARE = 0.16;
  private static final double EXTRA_SHARE = 0.14;
  private static final Pattern ONE_CAPITAL = Pattern.compile("\\p{Lu}\\p{Ll}+(?!\\p{L})");
  private static final int PURPOSE = 11;

  static Dialogue of(Encounter encounter, boolean withEmailAddress) {
    Phrasebook book = encounter.application().phrasebook();
    Dice dice = encounter.dice(PURPOSE);
    Phrasebook.Intent intent = intent(encounter, book, dice);
    Wording wording = new Wording(book, encounter.seed(), dice);
    boolean json =
        encounter.application() == Application.CONTRACT_READER && dice.chance(JSON_SHARE);
    Phrasebook.Line asked = dice.of(intent.questions());
    String question = question(encounter, intent.language(), asked, wording, dice);
    if (withEmailAddress) {
      question += wording.phrase("contact", "en");
    }
    if (json) {
      question += wording.phrase("asjson", "en");
    }
    String answer =
        json
            ? wording.text(dice.of(intent.json()).template())
            : answer(encounter, intent, asked, wording, dice);
    boolean cut = dice.chance(CUT_SHARE);
    return new Dialogue(question, cut ? cut(answer, dice) : answer, json, !cut);
  }

  private static Phrasebook.Intent intent(Encounter encounter, Phrasebook book, Dice dice) {
    List<Phrasebook.Intent> intents = book.intents();
    double[] weights = new double[intents.size()];
    for (int i = 0; i < weights.length; i++) {
      double day = Dice.of(encounter.night(), encounter.application().ordinal(), i, 5).normal();
      weights[i] = intents.get(i).weight() * (1 + 0.04 * day);
    }
    // A conversation stays in its language: the first draw is shared, and so are its later turns'.
    Dice first = Dice.of(encounter.seed(), 6);
    String language = intents.get(first.weighted(weights)).language();
    for (int i = 0; i < weights.length; i++) {
      if (!intents.get(i).language().equals(language)) {
        weights[i] = 0;
      }
    }
    return intents.get(dice.weighted(weights));
  }

  private static String question(
      Encounter encounter, String language, Phrasebook.Line asked, Wording wording, Dice dice) {
    boolean first = encounter.turn() == 0;
    String before = "";
    if (dice.chance(first ? 0.45 : 0.6)) {
      before = wording.phrase(first ? "greeting" : "followup", language);
    }
    StringBuilder text = new StringBuilder(join(before, wording.text(asked.template())));
    for (int i = dice.chance(STORY_SHARE) ? dice.between(1, 4) : 0; i > 0; i--) {
      String sentence = wording.phrase("story", language);
      text.append(text.indexOf(sentence) < 0 ? " " + sentence : "");
    }
    text.append(dice.chance(0.3) ? wording.phrase("tail", language) : "");
    if (Story.pastesContracts(encounter.application(), encounter.tenant(), encounter.night())) {
      text.append(wording.phrase("pasted", language));
    }
    boolean careless = encounter.application() != Application.CONTRACT_READER;
    return careless ? Typing.of(text.toString(), dice) : text.toString();
  }

  /** Within a sentence a question begins in lower case, except "I" and abbreviations. */
  private static String join(String before, String question) {
    boolean within = before.endsWith(", ") || before.endsWith("but ");
    boolean word = ONE_CAPITAL.matcher(question).lookingAt();
    return within && word
        ? before + Character.toLowerCase(question.charAt(0)) + question.substring(1)
        : before + question;
  }

  private static String answer(
      Encounter encounter,
      Phrasebook.Intent intent,
      Phrasebook.Line asked,
      Wording wording,
      Dice dice) {
    double talkativeness = Story.talkativeness(encounter.application(), encounter.night());
    String language = intent.language();
    StringBuilder text = new StringBuilder();
    if (dice.chance(talkativeness * 0.7)) {
      text.append(wording.phrase("opening", language)).append(' ');
    }
    List<Phrasebook.Line> fitting = intent.answers().stream().filter(asked::goesWith).toList();
    text.append(capitalized(wording.text(dice.of(fitting).template())));
    for (Phrasebook.Line detail : intent.details()) {
      if (detail.goesWith(asked) && dice.chance(talkativeness)) {
        text.append(' ').append(wording.text(detail.template()));
      }
    }
    if (dice.chance(talkativeness * EXTRA_SHARE)) {
      text.append(wording.phrase("extra", language));
    }
    if (dice.chance(talkativeness * 0.8)) {
      text.append(' ').append(wording.phrase("closing", language));
    }
    return text.toString().replace("\n ", "\n").strip();
  }

  private static String capitalized(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static String cut(String answer, Dice dice) {
    return answer.substring(0, dice.between(answer.length() / 3, answer.length() * 3 / 4));
  }
}
