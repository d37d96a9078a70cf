package dev.syncline.journal;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which fields of an application's messages are personal: those its connector declares, those whose name says so in any protocol we speak,
 * and those an application's rule names, but for those its rule calls public.
 */
public final class PersonalNames {

    /** Nothing is personal. */
    public static final PersonalNames NONE = new PersonalNames(Set.of());

    /** What a person is reached by and known by; compared without case, dashes and underscores. */
    private static final Set<String> USUAL = Set.of(
            "mail", "email", "emails", "emailaddress", "personalemail", "privateemail", "workemail", "enterpriseemail", "rfc822mailbox",
            "telephonenumber", "telephone", "phone", "phones", "phonenumber", "phonenumbers", "mobile", "mobilenumber", "mobilephone",
            "homephone", "hometelephonenumber", "facsimiletelephonenumber", "fax", "pager",
            "address", "addresses", "street", "streetaddress", "postaladdress", "homepostaladdress", "registeredaddress", "homeaddress",
            "postalcode", "zipcode", "postofficebox",
            "birthday", "birthdate", "dateofbirth", "placeofbirth", "gender", "maritalstatus", "nationality",
            "nationalid", "nationalidnumber", "identitynumber", "idnumber", "idcard", "idcardnumber", "passport", "passportnumber", "ssn",
            "socialsecuritynumber", "taxid", "taxnumber", "bankaccount", "iban", "jpegphoto", "photo", "photos", "emergencycontact");

    private static final Set<String> MAIL = Set.of("mail", "email", "emails");

    private final Set<String> folded;

    private PersonalNames(Set<String> folded) {
        this.folded = folded;
    }

    /** Those that are personal everywhere. */
    public static PersonalNames usual() {
        return of(Set.of(), Set.of());
    }

    /**
     * @param personal paths beyond the usual ones; each counts by its first name
     * @param open paths that are not personal after all
     */
    public static PersonalNames of(Collection<String> personal, Collection<String> open) {
        Set<String> not = roots(open.stream()).collect(Collectors.toSet());
        return new PersonalNames(Stream.concat(USUAL.stream(), roots(personal.stream()))
                .filter(name -> !not.contains(name))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a message's field of this name is personal. */
    boolean has(String field) {
        // "attr:mail" is a column of an import, and an extension's attribute may be named with its URN.
        return folded.contains(FieldNames.fold(field.substring(field.lastIndexOf(':') + 1)));
    }

    /** Whether a target attribute is: {@code emails[type eq "work"].value} is, and so is {@code profile.phone}. */
    public boolean isPersonal(String attribute) {
        return FieldNames.steps(attribute).anyMatch(this::has);
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** Whether a mail address is personal wherever it stands. */
    boolean hasMail() {
        return MAIL.stream().allMatch(folded::contains);
    }

    private static Stream<String> roots(Stream<String> paths) {
        return paths.map(FieldNames::root).map(FieldNames::fold);
    }
}
