package dev.syncline.samples.feishu;

import java.util.Optional;

/**
 * One request as it was answered.
 *
 * @param api empty when there is no such API
 * @param status of HTTP
 * @param code of the answer; 0 is success
 */
public record FeishuCall(Optional<FeishuApi> api, String method, String path, int status, int code, String logId) {}
