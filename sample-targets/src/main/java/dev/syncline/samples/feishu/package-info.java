/**
 * The part of the Feishu open platform (Lark's is the same) that keeps a company's people: tenant access tokens and the contact v3 APIs of
 * users, departments, user groups and custom attributes, over HTTP on the loopback interface. Knows nothing of the server.
 *
 * <p><b>Faithful</b>, by the pages of the open platform's documentation ({@code open.feishu.cn/document}, server API, contact):
 *
 * <ul>
 *   <li>paths, parameters, kinds of ids, fields, scopes of each API and each field, and limits of each API are those of its page;
 *   <li>an error has the HTTP status, code and text its page lists; where the page lists no code for a required field, the gateway's 99992402
 *       names the field;
 *   <li>a tenant token lives two hours and is renewed when half an hour is left ("tenant_access_token of a custom application"); a refused
 *       request for a token is HTTP 200 with a code (10003, 10014), a wrong path or method plain text with 404, and a token without
 *       {@code Bearer} counts as none: seen on the real platform and published;
 *   <li>a missing scope is HTTP 400 with 99991672, {@code permission_violations} and where to ask for it, as published error bodies show;
 *   <li>too many requests are HTTP 429 with 99991400, {@code x-ogw-ratelimit-limit} and {@code x-ogw-ratelimit-reset} in seconds, counted for
 *       each API alone ("rate limits"); changing departments or freezing is limited to one in a second ("patch a user");
 *   <li>an unknown open id fails the whole of {@code users/batch}, with 99992351: seen and published;
 *   <li>{@code client_token}: the same request is done once, another one under its name is 40021;
 *   <li>deleting a user makes one who has left, out of all groups, whom a read by id still shows as {@code is_resigned}; within 30 days {@code resurrect} undoes
 *       it.
 * </ul>
 *
 * <p><b>Simpler, or decided here</b> where nothing public tells:
 *
 * <ul>
 *   <li>changes reach lists and look-ups by number or address after {@link dev.syncline.samples.feishu.FeishuSettings#lag}; how long the real
 *       platform takes is not published;
 *   <li>department names are unique among siblings; a mobile number is always shown with its country code, and spaces and
 *       hyphens in one do not count;
 *   <li>an unknown department is 40004 when a user is created in it, 44035 when one is moved to it, 40014 as a parent;
 *   <li>deleting somebody who has left already is 41050, taking somebody out of a group who is not in it a success; a {@code client_token} never ends;
 *   <li>a custom attribute that is not given in a change stays as it is; dynamic groups, positions, licences and avatars are not modelled.
 * </ul>
 */
package dev.syncline.samples.feishu;
