package dev.syncline.task;

/** Why a task exists: the ten sources of synchronization records. */
public enum Source {
    SELF_SERVICE_DEPROVISIONING,
    ACCESS_REQUEST,
    PROVISIONING_POLICY,
    RETRY_AFTER_MODIFICATION,
    PERMISSION_CHANGE,
    GLOBAL_PROVISIONING_POLICY,
    APPLICATION_ACCOUNT_POLICY,
    COMPLIANCE_REVIEW,
    PERMISSION_EXPIRY,
    MANUAL
}
