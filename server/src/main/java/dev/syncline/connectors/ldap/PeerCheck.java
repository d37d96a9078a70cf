package dev.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.SSLSocketVerifier;
import dev.syncline.connectors.TlsFailure;
import java.io.IOException;
import javax.net.ssl.SSLSocket;

/** Shakes hands before anything is sent, so that a refusal is told with its reason. Whom to trust, and for which host, the socket knows. */
final class PeerCheck extends SSLSocketVerifier {

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            socket.startHandshake();
        } catch (IOException e) {
            throw new LDAPException(ResultCode.CONNECT_ERROR, TlsFailure.sentence(e).orElse("The encrypted connection broke off: " + e.getMessage()), e);
        }
    }
}
