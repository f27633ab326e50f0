package io.kash.lab.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C while the product has the terminal. The terminal sends it to both processes; the product knows what it means, so
 * the lab leaves it to the product and follows when that ends.
 */
final class Interrupts {
    private Interrupts() {}

    /** From here on SIGINT is noticed and nothing is done. Once is enough: after the product the lab only closes. */
    static void leaveToTheProduct() {
        // By reflection, as the class is not part of the platform's API. An empty handler and not SIG_IGN, because
        // ignoring would be inherited by every process started from now on.
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object nothing = Proxy.newProxyInstance(
                    Interrupts.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), nothing);
        } catch (InvocationTargetException e) {
            // A JVM that was told to keep its hands off signals (-Xrs): Ctrl-C then ends the lab, and with it its
            // servers.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
