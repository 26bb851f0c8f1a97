package vitrine.network.kernel;

import java.lang.reflect.InvocationTargetException;

/** Looks once for the vector instructions; the classes that use them may not even be loaded where they are missing. */
final class Fastest {
    static final Arithmetic FOUND = find();

    private Fastest() {}

    private static Arithmetic find() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainArithmetic();
        }
        try {
            return Class.forName("vitrine.network.vector.VectorArithmetic")
                    .asSubclass(Arithmetic.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e instanceof InvocationTargetException wrapped ? wrapped.getCause() : e;
            org.slf4j.LoggerFactory.getLogger(Fastest.class)
                    .warn("Vector instructions are there but do not work; training will be slower", cause);
            return new PlainArithmetic();
        }
    }
}
