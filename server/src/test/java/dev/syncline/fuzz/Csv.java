package dev.syncline.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of people, as spreadsheets and careless programs write them. */
public final class Csv {

    private Csv() {}

    public static byte[] file(Dice dice) {
        String delimiter = dice.of(",", ",", ";", "\t");
        String header = dice.of("userName,email", "userName,displayName,email,attr:title,attr:password,permissions", "action,userName,newUserName,displayName,organization,manager", "\ufeffuserName",
                "userName,userName", "email", "").replace(",", delimiter);
        String rows = dice.several(6, () -> row(dice, delimiter)).stream().collect(Collectors.joining(dice.of("\n", "\r\n", "\r")));
        byte[] bytes = (header + "\n" + rows).getBytes(StandardCharsets.UTF_8);
        return dice.oneIn(4) ? Nasty.damaged(dice, bytes) : dice.oneIn(20) ? (header + "\n" + rows).getBytes(StandardCharsets.UTF_16) : bytes;
    }

    private static String row(Dice dice, String delimiter) {
        return Stream.generate(() -> cell(dice)).limit(dice.below(7) + 1).collect(Collectors.joining(delimiter));
    }

    private static String cell(Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> "csv-" + dice.below(100_000);
            case 1 -> "a@example.com";
            case 2 -> "\"" + Nasty.text(dice).replace("\"", "\"\"") + "\"";
            case 3 -> "\"" + Nasty.text(dice);
            case 4 -> dice.of("CREATE", "DELETE", "x;y", "staff|wiki", "", " ");
            default -> Nasty.text(dice);
        };
    }
}
