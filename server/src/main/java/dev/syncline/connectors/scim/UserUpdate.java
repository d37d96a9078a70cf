package dev.syncline.connectors.scim;

import dev.syncline.connector.Exchanges;
import dev.syncline.connectors.Stopped;

/** The way a service lets users be changed. */
interface UserUpdate {

    void apply(String id, UserValues values, Exchanges exchanges) throws Stopped;

    /** False when there is no such user. */
    boolean activate(String id, boolean active, Exchanges exchanges) throws Stopped;
}
