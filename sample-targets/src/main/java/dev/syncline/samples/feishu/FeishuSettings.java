package dev.syncline.samples.feishu;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** What a company's administrator and the application's developer have set in the two consoles. May be changed while the fake runs. */
public final class FeishuSettings {

    /** All scopes the contact APIs of the fake ask for, and those without which fields are left out. */
    public static final Set<String> ALL_SCOPES = Set.of(
            "contact:contact", "contact:contact.base:readonly", "contact:contact:update_department_id", "contact:contact:update_user_id",
            "contact:department.base:readonly", "contact:department.organize:readonly", "contact:group", "contact:group:readonly", "contact:user.base:readonly", "contact:user.department:readonly",
            "contact:user.dotted_line_leader_info.read", "contact:user.email:readonly", "contact:user.employee:readonly", "contact:user.employee_id:readonly",
            "contact:user.employee_number:read", "contact:user.gender:readonly", "contact:user.id:readonly", "contact:user.phone:readonly");

    private final Set<String> scopes = new TreeSet<>(ALL_SCOPES);
    private final Set<String> range = new TreeSet<>();
    private final Set<String> mailDomains = new TreeSet<>();
    private int seats = 100_000;
    private Duration lag = Duration.ZERO;
    private boolean invitationsWait;
    private boolean throttlesAsBefore;

    FeishuSettings() {}

    public synchronized void grant(String scope) {
        scopes.add(scope);
    }

    public synchronized void revoke(String scope) {
        scopes.remove(scope);
    }

    synchronized boolean has(Set<String> anyOf) {
        return anyOf.stream().anyMatch(scopes::contains);
    }

    synchronized Set<String> granted() {
        return Set.copyOf(scopes);
    }

    /**
     * The application's contact range: which departments, with all below them, it may see and change. Empty, as at first, means all employees.
     *
     * @param departments their open ids
     */
    public synchronized void range(Set<String> departments) {
        range.clear();
        range.addAll(departments);
    }

    synchronized Set<String> range() {
        return Set.copyOf(range);
    }

    /** How many users the company has paid for. */
    public synchronized void seats(int most) {
        seats = most;
    }

    synchronized int seats() {
        return seats;
    }

    /** How long a change takes to reach lists and look-ups by mobile number or mail address. */
    public synchronized void lag(Duration until) {
        lag = until;
    }

    synchronized Duration lag() {
        return lag;
    }

    /** Whether new users stay "not joined" until {@link SampleFeishu#join}; at first everybody joins at once. */
    public synchronized void invitationsWait(boolean wait) {
        invitationsWait = wait;
    }

    synchronized boolean invitationsWait() {
        return invitationsWait;
    }

    /** Whether too many requests are answered with HTTP 400, as some older APIs of the platform do, instead of 429. */
    public synchronized void throttleAsBefore(boolean asBefore) {
        throttlesAsBefore = asBefore;
    }

    synchronized boolean throttlesAsBefore() {
        return throttlesAsBefore;
    }

    /** Lets {@code enterprise_email} be in this domain; at first there is none. */
    public synchronized void addMailDomain(String domain) {
        mailDomains.add(domain);
    }

    synchronized boolean hasMailDomain(String domain) {
        return mailDomains.contains(domain);
    }
}
