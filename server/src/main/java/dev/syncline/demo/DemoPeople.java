package dev.syncline.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The people of Example Corp: made up, and the same at every start. */
final class DemoPeople {

    /** @param department code of the organization */
    record Person(String userName, String givenName, String familyName, String phone, String number, String department, String title) {

        String displayName() {
            return givenName + " " + familyName;
        }

        String email() {
            return userName + "@example.com";
        }
    }

    /** Organization code to name; the first one is the root. */
    static final List<Map.Entry<String, String>> DEPARTMENTS = List.of(
            Map.entry("EXAMPLE", "Example Corp"), Map.entry("RND", "Research"), Map.entry("OPS", "Operations"), Map.entry("FIN", "Finance"),
            Map.entry("SALES", "Sales"), Map.entry("HR", "Human Resources"), Map.entry("IT", "Information Technology"));

    private static final String[] GIVEN = {
        "Ming", "Anna", "Peter", "Maria", "Wei", "John", "Lucía", "Marco", "Claire", "Yuki", "Min-jun", "Arjun", "Sara", "Olga", "José",
        "Fatima", "Lars", "Zoë", "Tariq", "Ingrid", "Chen", "Amara", "Pavel", "Noor", "Émile", "Hana", "Diego", "Aoife", "Kwame", "Lin"
    };
    private static final String[] FAMILY = {
        "Li", "Müller", "Smith", "García", "Rossi", "Dubois", "Tanaka", "Kim", "Singh", "Khan", "Silva", "Ivanova", "Novák", "Nguyen",
        "Johansson", "O'Brien", "Okafor", "Wang", "Schmidt", "Haddad", "Kowalski", "Fernández", "Sato", "Petrov", "Mensah"
    };
    private static final String[] TITLES = {"Engineer", "Analyst", "Manager", "Specialist", "Consultant", "Assistant", "Lead"};

    private DemoPeople() {}

    static List<Person> all(int count) {
        Random random = new Random(4711);
        Map<String, Integer> taken = new HashMap<>();
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String given = GIVEN[random.nextInt(GIVEN.length)];
            String family = FAMILY[random.nextInt(FAMILY.length)];
            String plain = plain(given) + "." + plain(family);
            int occurrence = taken.merge(plain, 1, Integer::sum);
            people.add(new Person(occurrence == 1 ? plain : plain + occurrence, given, family,
                    "+49 30 " + (1_000_000 + random.nextInt(9_000_000)), Integer.toString(10_000 + i),
                    DEPARTMENTS.get(1 + random.nextInt(DEPARTMENTS.size() - 1)).getKey(), TITLES[random.nextInt(TITLES.length)]));
        }
        return people;
    }

    static String familyName(Random random) {
        return FAMILY[random.nextInt(FAMILY.length)];
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
