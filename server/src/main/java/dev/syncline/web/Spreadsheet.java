package dev.syncline.web;

import org.jspecify.annotations.Nullable;

/** Texts as a spreadsheet may safely get them. */
public final class Spreadsheet {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    /** Before a CSV file; without it Excel takes the file for the local code page. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private Spreadsheet() {}

    /** A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it a text. Null stays null. */
    public static @Nullable String harmless(@Nullable String cell) {
        return cell != null && !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
