package dev.syncline.samples.feishu;

import java.util.Optional;
import java.util.regex.Pattern;

/** Mobile numbers: without a country code they are of mainland China, and all are kept and shown with one. */
final class Mobile {

    private static final String MAINLAND = "+86";
    private static final Pattern MAINLAND_NUMBER = Pattern.compile("(\\+86)?(1\\d{10})");
    private static final Pattern FOREIGN_NUMBER = Pattern.compile("\\+(?!86)\\d{6,15}");

    private Mobile() {}

    /** @throws FeishuRefusal 41010 when there is none, 41004 when it is no number */
    static String normalized(String given) {
        if (given.isBlank()) {
            throw new FeishuRefusal(FeishuError.NO_MOBILE);
        }
        return parsed(given).orElseThrow(() -> new FeishuRefusal(FeishuError.MOBILE_INVALID));
    }

    /** Empty when it is no number; spaces and hyphens in it do not count. */
    static Optional<String> parsed(String given) {
        String number = given.replaceAll("[ -]", "");
        var mainland = MAINLAND_NUMBER.matcher(number);
        if (mainland.matches()) {
            return Optional.of(MAINLAND + mainland.group(2));
        }
        return Optional.of(number).filter(foreign -> FOREIGN_NUMBER.matcher(foreign).matches());
    }

    static boolean isForeign(String normalized) {
        return !normalized.startsWith(MAINLAND);
    }
}
