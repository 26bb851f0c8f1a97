package vitrine.architecture.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Breaks "no Java serialisation". */
public final class ReadsJavaObjects {
    public int read(InputStream in) throws IOException {
        return new ObjectInputStream(in).readInt();
    }
}
