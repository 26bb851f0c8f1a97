package vitrine.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vitrine.action.CompareResult.Place;
import vitrine.action.CompareResult.Product;
import vitrine.action.CompareResult.SideBySide;
import vitrine.action.CompareResult.TopList;
import vitrine.assess.TopLists;
import vitrine.data.Catalog;
import vitrine.data.InteractionLog;
import vitrine.data.split.Split;
import vitrine.metric.PartialTopK;
import vitrine.metric.Ranks;
import vitrine.model.Recommender;

/**
 * One user's first places under several models, side by side.
 *
 * @param names one a model
 */
record UserLists(List<String> names, List<Recommender> models, TopLists lists, Split split, Catalog items) {
    /** With what the split holds out as what the user chose. */
    SideBySide of(int user) {
        InteractionLog log = split.log();
        return of(
                user,
                Arrays.stream(split.testTargets())
                        .filter(row -> log.user(row) == user)
                        .map(log::item)
                        .toArray());
    }

    /** @param heldOut numbers of the items the user chose */
    SideBySide of(int user, int[] heldOut) {
        List<TopLists.Scored> scored =
                models.stream().map(model -> lists.scored(model, user)).toList();
        List<TopList> tops = IntStream.range(0, models.size())
                .mapToObj(m -> new TopList(names.get(m), places(m, scored, heldOut)))
                .toList();
        int[] history = split.trainHistories().latest(user, Integer.MAX_VALUE);
        int[] newestFirst = IntStream.range(0, history.length)
                .map(i -> history[history.length - 1 - i])
                .toArray();
        return new SideBySide(split.log().users().id(user), products(newestFirst), products(heldOut), tops);
    }

    private List<Place> places(int model, List<TopLists.Scored> scored, int[] heldOut) {
        TopLists.Scored own = scored.get(model);
        List<Place> places = new ArrayList<>();
        for (int at : PartialTopK.of(own.scores(), CompareAction.DEPTH)) {
            int item = own.candidates()[at];
            // Every model ranks the same candidates in the same order.
            List<Integer> ranks =
                    scored.stream().map(other -> Ranks.of(other.scores(), at)).toList();
            places.add(new Place(
                    places.size() + 1,
                    items.ids().id(item),
                    items.title(item),
                    own.scores()[at],
                    ranks,
                    Arrays.stream(heldOut).anyMatch(held -> held == item)));
        }
        return places;
    }

    private List<Product> products(int[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(item -> new Product(items.ids().id(item), items.title(item)))
                .toList();
    }
}
