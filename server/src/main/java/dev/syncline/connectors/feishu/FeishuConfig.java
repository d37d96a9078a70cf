package dev.syncline.connectors.feishu;

import dev.syncline.connector.Secrets;
import dev.syncline.connector.Settings;
import dev.syncline.connectors.Choice;
import dev.syncline.connectors.ConflictRule;
import dev.syncline.connectors.Trust;
import dev.syncline.connectors.http.Urls;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/**
 * The settings of one connection, checked.
 *
 * @param openApis where the operations are found, such as https://open.feishu.cn/open-apis
 * @param defaultDepartment id of the department that stands for the top
 */
record FeishuConfig(
        String openApis,
        String appId,
        String appSecret,
        NameField nameField,
        IdType idType,
        DepartmentIdType departmentIdType,
        String defaultDepartment,
        ConflictRule conflict,
        boolean resurrect,
        Handover handover,
        SSLContext trust,
        Duration timeout,
        Secrets secrets) {

    private enum Platform {
        FEISHU("https://open.feishu.cn"),
        LARK("https://open.larksuite.com");

        private final String url;

        Platform(String url) {
            this.url = url;
        }
    }

    /** What an account's name is in the platform. */
    enum NameField {
        USER_ID,
        EMAIL,
        MOBILE;

        /** The field of a user that holds it. */
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What users are known by. */
    enum IdType {
        OPEN_ID,
        UNION_ID,
        USER_ID;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What departments are known by. */
    enum DepartmentIdType {
        OPEN_DEPARTMENT_ID,
        DEPARTMENT_ID;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException with a sentence that names the setting */
    static FeishuConfig of(Settings settings) {
        String host = settings.find(FeishuFields.BASE.name())
                .map(url -> Urls.absolute(FeishuFields.BASE.name(), url).toString())
                .orElseGet(() -> Choice.of(Platform.class, settings, FeishuFields.PLATFORM).url);
        return new FeishuConfig(
                (host.endsWith("/") ? host.substring(0, host.length() - 1) : host) + "/open-apis",
                settings.text(FeishuFields.APP_ID.name()).strip(),
                settings.text(FeishuFields.APP_SECRET.name()).strip(),
                Choice.of(NameField.class, settings, FeishuFields.NAME),
                Choice.of(IdType.class, settings, FeishuFields.ID),
                Choice.of(DepartmentIdType.class, settings, FeishuFields.DEPARTMENT_ID),
                settings.find(FeishuFields.DEPARTMENT.name()).map(String::strip).orElse(FeishuFields.DEPARTMENT.defaultValue()),
                ConflictRule.of(settings),
                settings.is(FeishuFields.RESURRECT.name()),
                Handover.of(settings),
                Trust.of(settings),
                settings.requestTimeout(),
                Secrets.of(FeishuFields.ALL, settings));
    }

    @Override
    public String toString() {
        return "FeishuConfig[" + openApis + ", " + appId + "]";
    }
}
