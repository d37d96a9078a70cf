package dev.syncline.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionTest {

    @Test
    void aConnectorThatRefusesWithoutAWordStillGetsASentence() {
        assertThat(Connection.complaint(new IllegalArgumentException("The URL has no host."))).isEqualTo("The URL has no host.");
        assertThat(Connection.complaint(new IllegalArgumentException())).isEqualTo("The connector does not take these settings.");
    }
}
