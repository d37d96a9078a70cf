package dev.syncline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Messages to a Feishu group's custom bot, as Feishu's guide to custom bots says. */
class FeishuBotStoryTest extends ChannelStory {

    private static final String SECRET = "a-bot's-secret";

    @Test
    void aCardArrivesSigned() throws Exception {
        try (Receiver feishu = Receiver.feishu()) {
            String channel = channel("FEISHU_BOT", Map.of(), Map.of("url", feishu.url(), "signingSecret", SECRET));
            tell(channel, "Payroll: 40 % of tasks fail");
            JsonNode sent = awaitDelivery(channel, "SENT", 1);
            assertThat(sent.path("result").asString()).isEqualTo("Feishu took the message.");
            JsonNode body = feishu.told().getFirst().json();
            assertThat(body.path("timestamp").asString()).isEqualTo(Long.toString(server.clock().instant().getEpochSecond()));
            assertThat(body.path("sign").asString()).isEqualTo(signature(body.path("timestamp").asString()));
            assertThat(body.path("msg_type").asString()).isEqualTo("interactive");
            assertThat(body.at("/card/header/template").asString()).isEqualTo("red");
            assertThat(body.at("/card/header/title/content").asString()).isEqualTo("Syncline: Payroll: 40 % of tasks fail");
            assertThat(body.toString()).contains("Tasks\\n7", "https://syncline.example.com/log?application=1").doesNotContain("lark_md");
        }
    }

    /** Written down from the guide, not with the code that is tested. */
    private static String signature(String timestamp) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec((timestamp + "\n" + SECRET).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(new byte[] {}));
    }

    @Test
    void aTextCallsNobodyWhateverATargetSaid() {
        try (Receiver feishu = Receiver.feishu()) {
            String channel = channel("FEISHU_BOT", Map.of("format", "TEXT"), Map.of("url", feishu.url()));
            tell(channel, "<at user_id=\"all\">Everybody</at>");
            awaitDelivery(channel, "SENT", 1);
            JsonNode body = feishu.told().getFirst().json();
            assertThat(body.path("msg_type").asString()).isEqualTo("text");
            assertThat(body.at("/content/text").asString()).startsWith("Syncline: ‹at user_id").contains("\nTasks: 7\n").doesNotContain("<at");
            assertThat(body.has("sign")).isFalse();
        }
    }

    @Test
    void inChineseWhereTheChannelIs() {
        try (Receiver feishu = Receiver.feishu()) {
            Map<String, Object> body = body("飞书群", "FEISHU_BOT", Map.of("format", "TEXT"), Map.of("url", feishu.url()));
            body.put("language", "zh-CN");
            String channel = ok(api.post(PATH + "/channels", body)).path("id").asString();
            assertThat(test(channel).path("sent").asBoolean()).isTrue();
            assertThat(feishu.told().getFirst().json().at("/content/text").asString()).contains("测试消息", "“飞书群”");
        }
    }

    @Test
    void aRefusalIsAnAnswerOf200AndSaysWhatToDo() {
        try (Receiver feishu = Receiver.feishu()) {
            String channel = channel("FEISHU_BOT", Map.of(), Map.of("url", feishu.url()));
            feishu.answers(200, "{\"code\":19021,\"data\":{},\"msg\":\"sign match fail or timestamp is not within one hour from current time\"}");
            assertThat(test(channel).path("message").asString()).startsWith("Feishu answered 19021: sign match fail").contains("this server's clock");
            feishu.answers(200, "{\"code\":19024,\"data\":{},\"msg\":\"Key Words Not Found\"}");
            assertThat(test(channel).path("message").asString()).contains("add Syncline to them");
            feishu.answers(200, "<html>It works!</html>");
            assertThat(test(channel).path("message").asString()).contains("but not as Feishu does");
            feishu.answers(400, "{\"code\":9499,\"msg\":\"Bad Request\",\"data\":{}}");
            JsonNode refused = test(channel);
            assertThat(refused.path("sent").asBoolean()).isFalse();
            assertThat(refused.path("message").asString()).startsWith("Feishu answered 9499: Bad Request.");
        }
    }

    @Test
    void noPartOfTheAddressIsKeptWhenTheReceiverRepeatsIt() {
        try (Receiver feishu = Receiver.feishu()) {
            String channel = channel("FEISHU_BOT", Map.of(), Map.of("url", feishu.url() + "4567-89ab-cdef?key=open%20sesame"));
            feishu.answers(200, "{\"code\":19001,\"msg\":\"no hook 01234567-89ab-cdef with the key open sesame (open%20sesame)\"}");
            tell(channel, "Lost");
            JsonNode delivery = awaitDelivery(channel, "PENDING", 1);
            assertThat(delivery.path("result").asString()).startsWith("Feishu answered 19001: no hook ******** with the key ******** (********).");
            assertThat(attempts(delivery).getFirst().path("result").asString()).doesNotContain("89ab").doesNotContain("sesame");
        }
    }
}
