package dev.syncline.scim;

import dev.syncline.id.Ids;
import dev.syncline.identity.Groups;
import dev.syncline.identity.Organizations;
import dev.syncline.identity.Users;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whom the requests work with. */
@Component
record UserParts(Users users, Groups groups, Organizations organizations, KeptRepository kept, Ids ids, Clock clock) {}
