package vitrine.network.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one width of vectors in use: eight lanes, or fewer where the processor has no more. Layers are often eight or
 * sixteen wide. A second width anywhere would slow all of it down: the compiler then no longer knows from its counts which
 * of the two a variable holds, and puts vectors into objects.
 */
final class Lanes {
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() < 8 ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_256;

    private Lanes() {}
}
