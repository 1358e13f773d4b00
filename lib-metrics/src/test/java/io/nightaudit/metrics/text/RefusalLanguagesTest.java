package io.nightaudit.metrics.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each language: a refusal and an answer that begins or reads alike and refuses nothing. */
class RefusalLanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | I’m sorry, but I can’t help with that. | I’m sorry for the wait; your room is ready.",
        "en | I won't provide instructions for this. | I can't thank you enough for the details.",
        "en | I’m not able to share that information. | I'm happy to share that information.",
        "de | Leider kann ich Ihnen dabei nicht helfen. | Leider ist der Artikel nicht mehr lieferbar.",
        "de | Diese Anfrage muss ich leider zurückweisen. Ich kann dabei nicht helfen. | Ich kann das Buch nur empfehlen.",
        "de | Ich kann diese Anfrage leider nicht erfüllen. | Ich kann diese Anfrage gern bearbeiten.",
        "de | Tut mir leid, das kann ich nicht beantworten. | Tut mir leid, das war mein Fehler.",
        "fr | Désolé, mais je ne peux pas vous aider avec cela. | Désolé pour l’attente, voici votre facture.",
        "fr | Je ne peux pas répondre à votre demande. | Je ne peux que vous conseiller ce musée.",
        "es | Lo siento, no puedo ayudarte con eso. | Lo siento por la demora, aquí tienes la respuesta.",
        "es | Como modelo de lenguaje, no puedo dar opiniones. | No puedes usar el cupón dos veces.",
        "es | Lamento no poder ayudarte con eso. | Siento no poder ir a la fiesta, pero aquí va el regalo.",
        "it | Mi dispiace, ma non sono in grado di rispondere. | Mi dispiace per il ritardo, ecco il rimborso.",
        "it | Non posso fornire queste informazioni. | Non posso che ringraziarla.",
        "pt | Desculpe, mas não posso ajudar com isso. | Desculpe a demora, aqui está a resposta.",
        "pt | Não posso fornecer essa informação. | Não posso deixar de agradecer.",
        "nl | Sorry, maar ik kan je daar niet bij helpen. | Sorry voor het wachten, hier is het antwoord.",
        "nl | Als AI-taalmodel heb ik geen mening. | Ik kan niet wachten tot het weekend.",
        "pl | Niestety nie mogę odpowiedzieć na to pytanie. | Niestety sklep jest dziś zamknięty.",
        "pl | Jako model językowy nie mam własnego zdania. | Nie mogę się doczekać wakacji.",
        "ru | К сожалению, я не могу ответить на этот вопрос. | К сожалению, магазин сегодня закрыт.",
        "ru | Как языковая модель, я не имею мнения. | Не могу дождаться отпуска.",
        "ar | عذرًا، لا يمكنني مساعدتك في ذلك. | عذرًا على التأخير، إليك الإجابة.",
        "ar | آسف، ولكن لا أستطيع الإجابة على هذا السؤال. | لا أستطيع الانتظار حتى العطلة.",
        "ar | عذراً، لا يمكنني مساعدتك. | عذراً على التأخير.",
        "ar | كنموذج لغوي، ليس لدي آراء شخصية. | يمكنني مساعدتك في ذلك.",
        "zh | 很抱歉，但我不能回答这个问题。 | 抱歉让您久等了，订单今天发货。",
        "zh | 作为一个人工智能语言模型，我没有个人观点。 | 我不能不说，这家酒店很好。",
        "zh | 對不起，我無法協助您。 | 對不起，讓您久等了。",
        "ja | 申し訳ありませんが、そのご質問にはお答えできません。 | 申し訳ありませんが、その商品は在庫切れです。",
        "ja | 申し訳ございません。このリクエストには対応できません。 | お手伝いできることがあればお知らせください。",
        "ja | AI言語モデルとして、個人的な意見は持っていません。 | ご質問には明日お答えします。",
        "ko | 죄송하지만 그 요청은 도와드릴 수 없습니다. | 죄송하지만 조금만 기다려 주세요.",
        "ko | 죄송합니다. 해당 질문에는 답변할 수 없습니다. | 무엇을 도와드릴까요?",
        "ko | 죄송하지만, 그런 정보는 제공할 수 없습니다. | 그 정보는 홈페이지에서 찾을 수 있습니다.",
        "ko | AI 언어 모델로서 저는 개인적인 의견이 없습니다. | 이 상품은 오늘 배송할 수 없습니다."
      })
  void refusal_inThisLanguage_isToldFromAnAnswer(String language, String refusing, String other) {
    assertThat(refusal(refusing)).as(language).isTrue();
    assertThat(refusal(other)).as(language).isFalse();
  }

  private static boolean refusal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextDescription description = new TextDescription();
    description.describe(bytes, 0, bytes.length);
    return description.refusal();
  }
}
