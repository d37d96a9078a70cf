package dev.syncline.delivery;

import dev.syncline.connector.Settings;
import dev.syncline.problem.ProblemException.FieldError;
import java.util.List;
import java.util.Set;

/** Takes messages to channels of one kind. What a receiver can do wrong is a {@link Receipt}; an exception is a fault of ours. */
interface Carrier {

    Channel.Kind kind();

    /** Names of the settings it knows that are not secret. */
    Set<String> settings();

    /** Names of those that are. */
    Set<String> secrets();

    /** What is wrong with the settings, secrets among them; empty when they will do. */
    List<FieldError> check(Settings settings);

    /** Blocks until the receiver has answered or too much time has passed. Called outside of transactions. */
    Receipt carry(Parcel parcel, Settings settings);
}
