package vitrine.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Seeds as they are typed: how many, or which. */
final class SeedList {
    private static final int MOST = 100;

    private SeedList() {}

    /**
     * @param text one number: so many seeds from {@code first} on; several with commas between: those
     * @return no seeds when nothing was typed
     */
    static List<Long> of(@Nullable String text, long first, UsageChecks check) {
        if (text == null) {
            return List.of();
        }
        String[] parts = text.split(",", -1);
        boolean numbers = Arrays.stream(parts).allMatch(part -> part.strip().matches("-?\\d{1,18}"));
        check.require(numbers, "--seeds must be a number of seeds such as 5, or seeds such as 1,2,3, not " + text);
        List<Long> seeds =
                Arrays.stream(parts).map(part -> Long.parseLong(part.strip())).toList();
        if (parts.length > 1) {
            check.require(
                    seeds.size() <= MOST && seeds.stream().distinct().count() == seeds.size(),
                    "--seeds must be up to 100 different seeds");
            return seeds;
        }
        check.require(seeds.get(0) >= 1 && seeds.get(0) <= MOST, "--seeds must be 1 to 100 seeds, not " + text);
        return LongStream.range(first, first + seeds.get(0)).boxed().toList();
    }
}
