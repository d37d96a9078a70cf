/**
 * What a connector's author needs, and nothing of the server.
 *
 * <p>A {@link dev.syncline.connector.ConnectorType} describes a kind of target and opens a {@link
 * dev.syncline.connector.Connector} on one; the connector makes a {@link dev.syncline.connector.Change} true in the target and
 * answers with an {@link dev.syncline.connector.Outcome}. Everything that goes over the wire passes through {@link
 * dev.syncline.connector.Exchanges} on its way, so that it is on record before it leaves. Connector types are found by {@link
 * java.util.ServiceLoader}.
 */
package dev.syncline.connector;
