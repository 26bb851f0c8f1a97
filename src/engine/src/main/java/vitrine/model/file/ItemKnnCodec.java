package vitrine.model.file;

import java.util.LinkedHashMap;
import java.util.Map;
import vitrine.data.IdIndex;
import vitrine.model.ItemKnn;
import vitrine.model.Recommender;

/** {@link ItemKnn}: neighbour lists one after the other, with their lengths. */
final class ItemKnnCodec implements ModelCodec {
    private static final String LENGTHS = "lengths";
    private static final String NEIGHBOURS = "neighbours";
    private static final String SIMILARITIES = "similarities";

    @Override
    public String name() {
        return ItemKnn.NAME;
    }

    @Override
    public Map<String, Integer> settings(Recommender model) {
        return Map.of();
    }

    @Override
    public Map<String, RawTensor> encode(Recommender model) {
        ItemKnn knn = (ItemKnn) model;
        int[] lengths = new int[knn.neighbours().length];
        int total = 0;
        for (int y = 0; y < lengths.length; y++) {
            lengths[y] = knn.neighbours()[y].length;
            total = Math.addExact(total, lengths[y]);
        }
        int[] neighbours = new int[total];
        float[] similarities = new float[total];
        int at = 0;
        for (int y = 0; y < lengths.length; y++) {
            System.arraycopy(knn.neighbours()[y], 0, neighbours, at, lengths[y]);
            System.arraycopy(knn.similarities()[y], 0, similarities, at, lengths[y]);
            at += lengths[y];
        }
        Map<String, RawTensor> tensors = new LinkedHashMap<>();
        tensors.put(LENGTHS, RawTensor.ints(lengths));
        tensors.put(NEIGHBOURS, RawTensor.ints(neighbours));
        tensors.put(SIMILARITIES, RawTensor.floats(similarities, total));
        return tensors;
    }

    @Override
    public Recommender decode(
            IdIndex users, IdIndex items, Map<String, Integer> settings, Map<String, RawTensor> tensors, String what) {
        int n = items.size();
        int[] lengths = Codecs.ints(tensors, LENGTHS, n, what);
        long total = 0;
        for (int length : lengths) {
            Codecs.require(length >= 0 && length <= n, what, "a neighbour list is too long");
            total += length;
        }
        Codecs.require(total <= Integer.MAX_VALUE, what, "the neighbour lists are too long");
        int[] flat = Codecs.ints(tensors, NEIGHBOURS, (int) total, what);
        float[] cosines = Safetensors.floats(tensors, SIMILARITIES, new int[] {(int) total}, what)
                .values();
        int[][] neighbours = new int[n][];
        float[][] similarities = new float[n][];
        int at = 0;
        for (int y = 0; y < n; y++) {
            neighbours[y] = java.util.Arrays.copyOfRange(flat, at, at + lengths[y]);
            similarities[y] = java.util.Arrays.copyOfRange(cosines, at, at + lengths[y]);
            at += lengths[y];
            int last = -1;
            for (int neighbour : neighbours[y]) {
                Codecs.require(neighbour > last && neighbour < n, what, "a neighbour list is not in order");
                last = neighbour;
            }
        }
        return new ItemKnn(users, items, neighbours, similarities);
    }
}
