package dev.syncline.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The columns of a file, as its header names them. */
record Columns(List<String> names) {

    /** What files of one kind may have as columns. */
    enum Sheet {
        /** Users with their accounts in one application. */
        ACCOUNTS,
        /** Changes of users themselves. */
        USERS;

        List<String> known() {
            return switch (this) {
                case ACCOUNTS -> KNOWN;
                case USERS -> KNOWN_OF_USERS;
            };
        }

        private List<String> prefixes() {
            return switch (this) {
                case ACCOUNTS -> List.of(ATTRIBUTE, USER_ATTRIBUTE);
                case USERS -> List.of(USER_ATTRIBUTE);
            };
        }

        private String furtherColumns() {
            return switch (this) {
                case ACCOUNTS -> "attr:TARGET for an attribute of the target, or user:NAME for a further attribute of the user";
                case USERS -> "user:NAME for a further attribute of the user";
            };
        }
    }

    static final String USER_NAME = "userName";
    static final String ORGANIZATION = "organization";
    static final String ACCOUNT = "account";
    static final String PERMISSIONS = "permissions";
    /** Before the name of a target attribute. */
    static final String ATTRIBUTE = "attr:";
    /** Before the name of a further attribute of the user. */
    static final String USER_ATTRIBUTE = "user:";

    static final List<String> KNOWN = List.of(USER_NAME, "displayName", "givenName", "familyName", "email", "phone",
            "employeeNumber", ORGANIZATION, ACCOUNT, PERMISSIONS);

    static final String ACTION = "action";
    static final String NEW_USER_NAME = "newUserName";
    static final String MANAGER = "manager";

    private static final List<String> KNOWN_OF_USERS = List.of(ACTION, USER_NAME, NEW_USER_NAME, "displayName", "givenName", "familyName", "email",
            "phone", "employeeNumber", ORGANIZATION, MANAGER);

    /** A cell that takes away what is there; an empty one leaves it. */
    static final String CLEAR = "<clear>";

    private static final int MOST = 300;
    private static final int LONGEST = 200;

    /** @throws BadFile when a column is unknown, occurs twice, or userName is missing */
    static Columns of(List<String> header, Sheet sheet) throws BadFile {
        if (header.size() > MOST) {
            throw new BadFile("The file has " + header.size() + " columns; at most " + MOST + " are possible.");
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String title : header) {
            String name = name(title, sheet);
            if (!seen.add(name)) {
                throw new BadFile("The column \"" + name + "\" occurs twice; remove one of them.");
            }
            names.add(name);
        }
        if (!seen.contains(USER_NAME)) {
            throw new BadFile("The column userName is missing. The first line must name the columns.");
        }
        return new Columns(List.copyOf(names));
    }

    private static String name(String title, Sheet sheet) throws BadFile {
        for (String known : sheet.known()) {
            if (known.equalsIgnoreCase(title)) {
                return known;
            }
        }
        String lower = title.toLowerCase(Locale.ROOT);
        boolean prefixed = sheet.prefixes().stream().anyMatch(prefix -> lower.startsWith(prefix) && title.length() > prefix.length());
        if (!prefixed || title.length() > LONGEST || title.indexOf('\0') >= 0) {
            throw new BadFile("The column \"" + shortened(title) + "\" is not known. Use " + String.join(", ", sheet.known())
                    + ", " + sheet.furtherColumns() + ".");
        }
        int colon = title.indexOf(':') + 1;
        return lower.substring(0, colon) + title.substring(colon).strip();
    }

    /** The cells of a row by column; empty ones are left out, and what is to be cleared is an empty text. */
    Map<String, String> values(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                values.put(names.get(i), cell.equalsIgnoreCase(CLEAR) ? "" : cell);
            }
        }
        return values;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
