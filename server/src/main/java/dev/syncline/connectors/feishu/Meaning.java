package dev.syncline.connectors.feishu;

import static dev.syncline.connectors.feishu.Meaning.Kind.EXISTS;
import static dev.syncline.connectors.feishu.Meaning.Kind.GONE;
import static dev.syncline.connectors.feishu.Meaning.Kind.MEMBER;
import static dev.syncline.connectors.feishu.Meaning.Kind.NOT_THE_SAME;
import static dev.syncline.connectors.feishu.Meaning.Kind.OUT_OF_RANGE;
import static dev.syncline.connectors.feishu.Meaning.Kind.REFUSED;
import static dev.syncline.connectors.feishu.Meaning.Kind.RESIGNED;
import static dev.syncline.connectors.feishu.Meaning.Kind.SCOPE;
import static dev.syncline.connectors.feishu.Meaning.Kind.THROTTLED;
import static dev.syncline.connectors.feishu.Meaning.Kind.TOKEN;
import static dev.syncline.connectors.feishu.Meaning.Kind.UNAVAILABLE;
import static dev.syncline.connectors.feishu.Meaning.Kind.UNCLEAR;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a code of the open platform means for a task, and what to do about it. The codes are those of the contact API's pages and of the
 * page of common error codes.
 *
 * @param attribute at fault, where the code tells
 * @param advice a sentence, or empty where the platform's own words are all there is to say
 */
record Meaning(Kind kind, Optional<String> attribute, String advice) {

    enum Kind {
        /** No, and no again. */
        REFUSED,
        /** Somebody else has this value already. */
        EXISTS,
        /** What the request is about is not there. */
        GONE,
        /** The user is there, and has resigned. */
        RESIGNED,
        /** Not there, or outside of what the app may see: the platform does not tell which. */
        OUT_OF_RANGE,
        /** The user is a member already. */
        MEMBER,
        /** An earlier request with the same idempotency token said something else. */
        NOT_THE_SAME,
        /** The token is not taken any more. */
        TOKEN,
        /** The app lacks a scope. */
        SCOPE,
        /** Too often. */
        THROTTLED,
        /** Not now, nothing was done. */
        UNAVAILABLE,
        /** It failed on the platform's side, and what it had done by then is not known. */
        UNCLEAR
    }

    private static final String RANGE = "Add it to the app's contact range (developer console, Permissions & Scopes, Contacts data range), and publish a version.";
    private static final String SEATS = "The tenant has no seat left: let somebody resign, or get more seats, then retry.";
    private static final String CREDENTIALS = "Check the connection's app ID and app secret, and that the platform (Feishu or Lark) is the app's.";
    private static final String APP = "Check in the admin console that the app is enabled and installed in this tenant.";
    private static final String PHONE = "Write it with its country code, such as +8613011111111.";
    private static final String LATER = "Somebody changes the same just now.";

    private static final Map<Long, Meaning> TABLE = new HashMap<>();

    static {
        // Signing in, and the app itself.
        say(TOKEN, CREDENTIALS, 20005, 99991661, 99991663, 99991664, 99991665, 99991668, 99991671);
        say(REFUSED, "A value is missing, or of another type than Feishu has it.", 9499, 40001, 40018, 99992402);
        say(REFUSED, CREDENTIALS, 10003, 10012, 10015, 20002, 99991543);
        say(REFUSED, CREDENTIALS + " " + APP, 10014);
        say(REFUSED, APP, 10005, 20009, 99991662, 99991673, 212100);
        say(SCOPE, "", 99991672, 99991676, 99991679);
        say(SCOPE, "The app may not change this field: grant the field's scope to it.", 41056);
        say(SCOPE, "Grant \"Assign user seats\" to the app, or leave subscription_ids out.", 44050);
        say(REFUSED, "Add this server's address to the app's IP allow list.", 99991401);
        say(REFUSED, "The month's quota of calls is used up: get a larger plan, or wait for the next month.", 99991403);
        say(THROTTLED, "", 99991400, 1000004, 1000005);
        // Where the platform is at fault.
        say(UNAVAILABLE, LATER, 43024, 43030, 44025, 44042);
        say(UNAVAILABLE, "", 44049);
        say(UNCLEAR, "Look there before you decide.", 1642, 40003, 41027, 1000003);
        // What the app may see.
        say(OUT_OF_RANGE, "The department is not there, or outside of what the app may see. " + RANGE, 40004, 40008, 40014, 43023);
        say(OUT_OF_RANGE, "The user is not there, or outside of what the app may see. " + RANGE, 41050);
        say(REFUSED, "The user group is outside of what the app may see. " + RANGE, 42009);
        // What is not there.
        say(GONE, "", 10004, 20008, 41012, 41073, 99992351, 99992352, 99992353, 99992359, 99992360, 99992361, 99992363, 99992364, 99992381);
        say(GONE, "The department is not there; let it be created first, or correct its id.", 40015, 44035, 99992356, 99992357, 99992358, 99992379, 99992380);
        say(GONE, "The user group is not there; correct the permission's value.", 42002);
        say(RESIGNED, "Create the user anew, or switch on \"Bring back who resigned\".", 42006, 44003, 44041);
        // What is there already.
        of(EXISTS, "mobile", "Another user has this mobile number.", 41001, 44030);
        of(EXISTS, "email", "Another user has this mail address.", 41002, 44031);
        of(EXISTS, "user_id", "Another user has this user id.", 41011, 44032);
        of(EXISTS, "name", "The user is there already.", 41053);
        of(EXISTS, "employee_no", "Another user has this employee number: correct one of the two.", 44051);
        of(REFUSED, "enterprise_email", "Another user has this business mail address, or its part before the @.", 41034, 44024);
        of(EXISTS, "name", "The department is there already.", 43000, 43022);
        of(EXISTS, "department_id", "Another department has this id.", 43007);
        of(EXISTS, "i18n_name", "Another department has this name in one of its languages.", 43018);
        say(MEMBER, "", 42005);
        say(NOT_THE_SAME, "", 40021);
        of(REFUSED, "mobile", "The mobile number and the mail address belong to two different Feishu accounts: give other ones, or have one of them closed.", 41003);
        // Fields of a user.
        of(REFUSED, "mobile", PHONE, 41004, 41010, 41055);
        of(REFUSED, "mobile", "Lark takes no Chinese mobile numbers (+86).", 44018);
        of(REFUSED, "mobile", "A tenant that is not verified takes Chinese mobile numbers (+86) only.", 44019);
        of(REFUSED, "email", "A mobile number from outside of China needs a mail address beside it.", 44020);
        of(REFUSED, "email", "It is no mail address.", 41005);
        of(REFUSED, "email", "A mail address or a mobile number is needed.", 41009, 41054);
        of(REFUSED, "name", "A name is needed, of at most 255 characters and without words Feishu finds sensitive.", 41006, 41014, 41040, 41070, 44006);
        of(REFUSED, "en_name", "At most 255 characters.", 44007);
        of(REFUSED, "nickname", "At most 255 characters.", 44008);
        of(REFUSED, "user_id", "At most 64 characters, without blanks.", 41043);
        of(REFUSED, "user_id", "User ids may be changed a few times only: rename by hand, or name accounts by e-mail.", 41013);
        of(REFUSED, "employee_type", "1 to 5, or the number of an own type that is active in the tenant.", 41057, 41059, 41060);
        of(REFUSED, "gender", "0 to 3.", 41038);
        of(REFUSED, "join_time", "Seconds since 1970.", 41042);
        of(REFUSED, "job_title", "At most 100 characters.", 41063);
        of(REFUSED, "job_level_id", "The tenant has no such job level.", 44044);
        of(REFUSED, "job_family_id", "The tenant has no such job family.", 44045);
        of(REFUSED, "avatar_key", "Upload the picture anew, as one meant for avatars.", 41036, 41037);
        of(REFUSED, "leader_user_id", "Nobody can be one's own manager.", 41030);
        of(REFUSED, "leader_user_id", "The manager has resigned or is not known: name another one by the connection's kind of user id.", 44021, 44022);
        of(REFUSED, "department_ids", "A user needs a department.", 41017, 41041);
        of(REFUSED, "department_ids", "The department is full.", 41016);
        of(REFUSED, "department_ids", "At most 50 departments.", 41033);
        of(REFUSED, "department_ids", "This tenant lets a user be in one department only, or has to upgrade its visibility rules first.", 41028, 41029, 41032);
        of(REFUSED, "enterprise_email", "The tenant has no such mail domain, or business mail is not switched on.", 41035, 44001, 44014);
        of(REFUSED, "enterprise_email", "The tenant's quota of business mail addresses is used up.", 41068);
        of(REFUSED, "enterprise_email", "The address lies in the recycle bin of business mail: delete it there for good first.", 41069);
        of(REFUSED, "custom", "The field is not known, or not open to the API: see the admin console, custom fields.", 41044, 41045);
        of(REFUSED, "custom", "The value does not suit the field's type: see custom:ID, custom:ID.url, custom:ID.option, custom:ID.user.", 41046, 41047, 41048);
        of(REFUSED, "geo", "The tenant has no such data residence, or the app may not set it.", 44038, 44039, 44040, 44060, 44061);
        of(REFUSED, "subscription_ids", "This tenant needs the id of a seat that is free.", 44046, 44047, 44048);
        of(REFUSED, "city", "The user is there, only the city was refused: correct it, and let the connection adopt who exists.", 44054, 44057);
        of(REFUSED, "job_title", "The user is there, only the job title was refused: correct it, and let the connection adopt who exists.", 44055, 44056, 44058, 44059);
        // States of tenants and users.
        say(REFUSED, SEATS, 41007, 41008, 44023);
        say(REFUSED, "The tenant's plan has expired.", 44052);
        say(REFUSED, "The person, or the tenant, joined too often lately: retry in a day.", 44004, 44009);
        say(REFUSED, "Feishu's customer service has to be asked.", 44012, 44017);
        say(REFUSED, "The user must join, or come back, by his or her own doing first.", 44010, 44011);
        say(REFUSED, "The founder of a tenant cannot be frozen.", 44036);
        say(REFUSED, "An administrator of the tenant cannot be deleted: take that role away in the admin console, then retry.", 44037);
        say(REFUSED, "A successor in the connection's settings has resigned or is not known.", 41052);
        say(REFUSED, "The resignation is longer than 30 days ago.", 44028);
        say(REFUSED, "The tenant's plan does not allow bringing users back: switch off \"Bring back who resigned\".", 44029);
        say(REFUSED, "The user has not resigned.", 44033);
        say(REFUSED, "The resignation is still under way: retry in up to 48 hours.", 44034);
        say(REFUSED, "The tenant gets this from another source: change it there.", 43031, 44053);
        // Departments and groups.
        of(REFUSED, "name", "A department needs a name without a slash.", 40016, 43029);
        of(REFUSED, "department_id", "At most 64 characters, not beginning with od-, and not 0 or 1.", 43008);
        of(REFUSED, "order", "Another department has this place in the order.", 43005);
        of(REFUSED, "leader_user_id", "The leader must have joined the tenant.", 43025);
        say(REFUSED, "Users are still in it: move or delete them first, then retry.", 43011);
        say(REFUSED, "Departments are still in it: move or delete them first, then retry.", 43012);
        say(REFUSED, "A department takes at most 1,000 others.", 43013);
        say(REFUSED, "Departments can be 25 deep at most.", 43019);
        say(REFUSED, "The company itself is no department that could be changed.", 40002);
        say(REFUSED, "The user group is full.", 42011, 42012);
    }

    static Meaning of(long code) {
        return TABLE.getOrDefault(code, new Meaning(REFUSED, Optional.empty(), ""));
    }

    static boolean knows(long code) {
        return TABLE.containsKey(code);
    }

    private static void say(Kind kind, String advice, long... codes) {
        put(new Meaning(kind, Optional.empty(), advice), codes);
    }

    private static void of(Kind kind, String attribute, String advice, long... codes) {
        put(new Meaning(kind, Optional.of(attribute), advice), codes);
    }

    private static void put(Meaning meaning, long... codes) {
        for (long code : codes) {
            if (TABLE.put(code, meaning) != null) {
                throw new IllegalStateException("The code " + code + " stands in the table twice.");
            }
        }
    }
}
