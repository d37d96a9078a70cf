package dev.syncline.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.syncline.application.Unrecorded;
import dev.syncline.connector.Outcome;
import dev.syncline.connectors.http.HttpCall;
import dev.syncline.connectors.http.RecordingHttp;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where connections may lead. */
class DestinationsTest {

    private static final Destinations USUAL = Destinations.of("", "");

    private final Destinations before = Destinations.current();

    @AfterEach
    void asBefore() {
        Destinations.install(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "169.254.0.1", "100.100.100.200", "168.63.129.16", "0.0.0.0", "224.0.0.1", "239.255.255.250",
            "255.255.255.255", "127.0.0.1", "127.9.9.9", "::1", "::", "fe80::1", "fd00:ec2::254", "ff02::1", "::ffff:169.254.169.254",
            "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "::169.254.169.254", "64:ff9b::7f00:1"})
    void refusesWhatMeansSomethingToThisMachineAlone(String address) {
        assertThat(USUAL.allows(InetAddress.ofLiteral(address))).isFalse();
        assertThat(USUAL.complaint(address.contains(":") ? "[" + address + "]" : address)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("SYNCLINE_DESTINATIONS_ALLOW="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.16.0.1", "192.168.1.1", "93.184.216.34", "fd12::1", "2606:2800:220:1::1", "64:ff9b::a01:203"})
    void allowsPrivateNetworksAndTheWorld(String address) {
        assertThat(USUAL.allows(InetAddress.ofLiteral(address))).isTrue();
        assertThat(USUAL.complaint(address)).isEmpty();
    }

    @Test
    void isChangedBySettings() {
        Destinations strict = Destinations.of("10.1.0.0/16, 169.254.10.5, loopback", "private 203.0.113.0/24");
        assertThat(List.of("10.1.255.255", "169.254.10.5", "127.0.0.1", "8.8.8.8")).allMatch(address -> strict.allows(InetAddress.ofLiteral(address)));
        assertThat(List.of("10.2.0.0", "192.168.0.1", "203.0.113.255", "169.254.10.6", "fd00::1"))
                .noneMatch(address -> strict.allows(InetAddress.ofLiteral(address)));
        assertThatThrownBy(() -> Destinations.of("everything", "")).hasMessageContaining("\"everything\" is no address or range");
        assertThatThrownBy(() -> Destinations.of("", "10.0.0.0/33")).hasMessageContaining("10.0.0.0/33");
    }

    @Test
    void knowsTheNamesOfMetadataServicesAndTheOlderWaysToWriteAnAddress() {
        assertThat(List.of("metadata.google.internal", "METADATA.google.internal.", "instance-data")).allMatch(name -> USUAL.complaint(name).isPresent());
        assertThat(USUAL.complaint("2852039166")).isPresent();
        assertThat(USUAL.complaint("directory.example.com")).isEmpty();
    }

    @Test
    void looksAtWhereANameLeadsAndSendsNothingThere() throws Exception {
        Destinations.install(USUAL);
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            for (String host : List.of("localhost", "127.0.0.1")) {
                assertThat(outcome("http://" + host + ":" + listening.getLocalPort() + "/")).isInstanceOfSatisfying(Outcome.Invalid.class,
                        refused -> assertThat(refused.message()).contains("The host " + host + " leads to", "nothing may be sent"));
            }
            assertThat(outcome("http://169.254.169.254/latest/meta-data/")).isInstanceOf(Outcome.Invalid.class);
            assertThat(outcome("http://[fe80::1]/")).isInstanceOf(Outcome.Invalid.class);
            assertThatThrownBy(listening::accept).as("nobody came").isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void leavesNoNameOfTheProcessLeadingToWhatIsNeverConnectedTo() throws Exception {
        Destinations.install(USUAL);
        InetAddress good = InetAddress.getByAddress("target.example", new byte[] {10, 1, 2, 3});
        InetAddress metadata = InetAddress.getByAddress("target.example", new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254});
        assertThat(GuardedResolverProvider.allowed("target.example", List.of(metadata, good))).containsExactly(good);
        assertThatThrownBy(() -> GuardedResolverProvider.allowed("target.example", List.of(metadata))).isInstanceOf(RefusedDestination.class);
        assertThat(GuardedResolverProvider.allowed("localhost", List.of(InetAddress.getLoopbackAddress()))).as("the own database is there").hasSize(1);
        Destinations.install(Destinations.of("169.254.169.254", ""));
        assertThat(GuardedResolverProvider.allowed("target.example", List.of(metadata))).containsExactly(metadata);
        assertThat(java.util.ServiceLoader.load(java.net.spi.InetAddressResolverProvider.class).stream().map(one -> one.type().getName()))
                .contains(GuardedResolverProvider.class.getName());
    }

    private static Outcome outcome(String url) throws NoSuchAlgorithmException {
        try (RecordingHttp http = new RecordingHttp(Duration.ofSeconds(5), SSLContext.getDefault())) {
            http.send(HttpCall.of("GET", URI.create(url)), Unrecorded.EXCHANGES);
            throw new AssertionError(url + " was connected to");
        } catch (Stopped e) {
            return e.outcome();
        }
    }
}
