package dev.syncline.retention;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is left of a person beside tasks and audit, where nothing is sealed: names that are searched for, the history, rows of imports,
 * requests and what was decided over them, what ended or was given back, what checks and comparisons found. That something was there stays,
 * with its ids, kinds and times; for whom it was does not.
 */
@Component
class Traces {

    private static final String TASKS = "(select id from task where user_id = :user)";
    private static final String ACCOUNTS = "(select line_id from task where user_id = :user and object_type = 'ACCOUNT')";

    private static final List<String> ERASE = List.of("""
            update line set search_text = '' where id in (select line_id from task where user_id = :user)
            """, """
            delete from remote_name where line_id in (select line_id from task where user_id = :user)
            """, """
            delete from user_change where user_id = :user
            """, """
            delete from permission_edit where user_id = :user
            """, """
            update batch_row set subject = 'erased', content = null, sealed = null, message = null
            where user_id = :user or task_id in\s""" + TASKS, """
            update access_request_event e
            set comment = null, people = '{}', actor_name = case when e.actor_id = :user then 'erased' else e.actor_name end
            from access_request r
            where r.id = e.request_id and (r.requester_id = :user or r.beneficiary_id = :user or e.actor_id = :user)
            """, """
            update access_request_event e set people = array_replace(e.people, a.user_name, 'erased')
            from access_request_approver a
            where a.request_id = e.request_id and a.user_id = :user
            """, """
            update access_request r set decided_by = 'erased'
            from access_request_approver a
            where a.request_id = r.id and a.user_id = :user and r.decided_by = a.user_name
            """, """
            update access_request_approver set user_name = 'erased' where user_id = :user
            """, """
            update access_request
            set reason = 'erased', beneficiary_name = case when beneficiary_id = :user then 'erased' else beneficiary_name end,
                requester_name = case when requester_id = :user then 'erased' else requester_name end,
                decided_by = case when decided_by in (requester_name, beneficiary_name) then 'erased' else decided_by end
            where requester_id = :user or beneficiary_id = :user
            """, """
            update access_release_item i set account_name = 'erased' from access_release r where r.id = i.release_id and r.user_id = :user
            """, """
            update access_release set user_name = 'erased' where user_id = :user
            """, """
            update expiry_item
            set account_name = 'erased', note = null, user_name = case when user_name is null then null else 'erased' end
            where user_id = :user or account_id in\s""" + ACCOUNTS, """
            update governance_finding
            set object_name = 'erased', remote_id = null, message = null, details = details #- '{facts,attributes}' #- '{facts,kept}',
                user_name = case when user_name is null then null else 'erased' end, reason = case when reason is null then null else 'erased' end
            where user_id = :user or account_id in\s""" + ACCOUNTS, """
            delete from reconciliation_finding where subject_id = :user or object_id in\s""" + ACCOUNTS, """
            update reconciliation_link set name = 'erased', remote_id = null where subject_id = :user or object_id in\s""" + ACCOUNTS, """
            update bulk_repair_task set message = null where task_id in\s""" + TASKS, """
            update failure_group set sample_message = pattern where sample_task_id in\s""" + TASKS, """
            update proposal set subject = 'erased', content = '{}', reason = null where kind = 'CONFIRM_DELETION' and subject_id in\s""" + TASKS);

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(UUID user) {
        ERASE.forEach(statement -> jdbc.sql(statement).param("user", user).update());
    }
}
