package dev.syncline.rights;

/** One thing somebody may do. Names are stable: API tokens keep them. */
public enum Right {
    SIGN_IN("Be signed in: the own session, the own password."),
    SEE_TASKS("See the synchronization log: list, counts, export, the record of a task, failures, dashboard."),
    SEE_PAYLOADS("See what a task carried: parameters, requests and responses."),
    SEE_PERSONAL("See personal values in what tasks carried without revealing each."),
    REVEAL_PERSONAL("Reveal a masked personal value, one at a time and with a reason."),
    RETRY("Retry a failed task as it is."),
    MODIFY("Correct the parameters of a failed task and run it again."),
    CONFIRM("Confirm that a failed task was done by hand in the target."),
    CONFIRM_DELETIONS("Confirm a failed deletion, which deletes the account here."),
    CANCEL("Give a task up."),
    BULK_REPAIR("Repair many tasks at once; each act needs its own right too."),
    HANDLE_FAILURES("Say who sees to a group of failures or an alert, and leave notes."),
    SEE_APPLICATIONS("See applications, their accounts, permissions and who holds them."),
    CHANGE_ACCOUNTS("Create, change, delete, enable, disable accounts and their permissions; imports and batches."),
    ADMINISTER_APPLICATIONS("Administer applications: connection, mappings, permissions, rules of access."),
    SEE_PEOPLE("See users, organizations, groups and their history."),
    ADMINISTER_PEOPLE("Administer users, organizations, groups, and who may use the portal."),
    SEE_POLICIES("See provisioning policies, packages, the global policy and rules of approval."),
    ADMINISTER_POLICIES("Administer provisioning policies, packages, the global policy, rules of approval and of governance."),
    SEE_REQUESTS("See requests for access, and what users gave back."),
    DECIDE_REQUESTS("Approve and reject requests for access in the place of an approver."),
    SEE_GOVERNANCE("See account policies, compliance rules, their runs and findings."),
    RUN_GOVERNANCE("Run account policies and compliance rules, and decide on findings."),
    SEE_NOTIFICATIONS("See rules, channels, alerts and messages."),
    ADMINISTER_NOTIFICATIONS("Administer rules and channels of notifications."),
    SEE_AUDIT("See, search and export the audit of administrative acts."),
    MAKE_TOKENS("Make API tokens for oneself, with no more rights than one has."),
    ADMINISTER_ACCESS("Administer who may do what: administrators, roles, everybody's API tokens, how people sign in."),
    ADMINISTER_RETENTION("Set how long the log is kept, hold records, erase a person's data."),
    ADMINISTER_SETTINGS("Administer settings of the whole system: modules, keys, four eyes."),
    MONITOR("Read the server's metrics and the description of its API."),
    INBOUND_SCIM("Keep users and groups by inbound SCIM 2.0, as an identity provider does."),
    PORTAL("Use the portal: ask for access, approve, see and give back one's own.");

    private final String sentence;

    Right(String sentence) {
        this.sentence = sentence;
    }

    /** What it allows, in one sentence. */
    public String sentence() {
        return sentence;
    }
}
