package dev.syncline.samples.feishu;

import java.util.regex.Pattern;

/** Mobile numbers: without a country code they are of mainland China, and all are kept and shown with one. */
final class Mobile {

    private static final String MAINLAND = "+86";
    private static final Pattern MAINLAND_NUMBER = Pattern.compile("(\\+86)?(1\\d{10})");
    private static final Pattern FOREIGN_NUMBER = Pattern.compile("\\+(?!86)\\d{6,15}");

    private Mobile() {}

    /** @throws FeishuRefusal 41010 when there is none, 41004 when it is no number */
    static String normalized(String given) {
        String number = given.replaceAll("[ -]", "");
        if (number.isEmpty()) {
            throw new FeishuRefusal(FeishuError.NO_MOBILE);
        }
        var mainland = MAINLAND_NUMBER.matcher(number);
        if (mainland.matches()) {
            return MAINLAND + mainland.group(2);
        }
        if (!FOREIGN_NUMBER.matcher(number).matches()) {
            throw new FeishuRefusal(FeishuError.MOBILE_INVALID);
        }
        return number;
    }

    static boolean isForeign(String normalized) {
        return !normalized.startsWith(MAINLAND);
    }
}
