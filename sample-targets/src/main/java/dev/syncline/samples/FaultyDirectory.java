package dev.syncline.samples;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyDNRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;

/** Puts the planned faults in the way of the directory's operations. LDAP knows result codes and delays; the rest has no meaning here. */
final class FaultyDirectory extends InMemoryOperationInterceptor {

    private final Faults faults;

    FaultyDirectory(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void processAddRequest(InMemoryInterceptedAddRequest request) throws LDAPException {
        meet();
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
        meet();
    }

    @Override
    public void processModifyDNRequest(InMemoryInterceptedModifyDNRequest request) throws LDAPException {
        meet();
    }

    @Override
    public void processDeleteRequest(InMemoryInterceptedDeleteRequest request) throws LDAPException {
        meet();
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        meet();
    }

    private void meet() throws LDAPException {
        switch (faults.take().orElse(null)) {
            case null -> {}
            case Fault.Delay(Duration by) -> pause(by);
            case Fault.Status(int code, var _) ->
                throw new LDAPException(ResultCode.valueOf(code), "The sample directory was told to answer " + code + ".");
            case Fault.Answer _, Fault.Drop _, Fault.DropAfterwards _, Fault.Garbage _, Fault.Redirect _, Fault.Flood _ ->
                throw new LDAPException(ResultCode.UNAVAILABLE, "The sample directory was told to fail.");
        }
    }

    private static void pause(Duration by) throws LDAPException {
        try {
            Thread.sleep(by);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LDAPException(ResultCode.UNAVAILABLE, "The sample directory is stopping.", e);
        }
    }
}
