package vitrine.action;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vitrine.data.IdIndex;
import vitrine.data.InteractionLog;
import vitrine.model.Context;
import vitrine.model.ContextRecommender;
import vitrine.model.Part;
import vitrine.model.Query;
import vitrine.model.Recommender;
import vitrine.model.feature.Category;
import vitrine.model.feature.Feature;
import vitrine.model.feature.FeatureTable;
import vitrine.model.feature.FeatureValue;
import vitrine.run.BadInputException;
import vitrine.run.CannotAnswerException;
import vitrine.run.WrongUsageException;

/**
 * Context and attributes as words: {@code hour=20, weekday=mon, region=North, device=phone}, and what is assumed of the user
 * ({@code user.segment=students}) or of every candidate ({@code item.price=9.99}). The value {@value #NOTHING} takes away
 * what is recorded.
 */
final class AskedContext {
    static final String NOTHING = "unknown";
    private static final String USER = "user.";
    private static final String ITEM = "item.";
    private static final String FLAG = "--context ";

    private AskedContext() {}

    /**
     * The question with what was asked in place of what is recorded.
     *
     * @param log the model was trained on; empty: nobody knows
     * @param asked name to value; empty: as recorded
     * @throws CannotAnswerException when the model reads no context, or has seen no hours or weekdays
     * @throws WrongUsageException for an unknown name
     * @throws BadInputException for a value the model does not know
     */
    static Query in(Recommender model, Optional<InteractionLog> log, Query recorded, Map<String, String> asked) {
        if (asked.isEmpty()) {
            return recorded;
        }
        if (!(model instanceof ContextRecommender reader)) {
            throw new CannotAnswerException("The model " + model.name()
                    + " reads no context, so it cannot be asked about another hour, weekday, region or device. Leave out"
                    + " --context, or train one that does: train --model context.");
        }
        Query query = recorded;
        for (Map.Entry<String, String> entry : new TreeMap<>(asked).entrySet()) {
            query = with(reader, log, query, entry.getKey(), entry.getValue().strip());
        }
        return query;
    }

    /** Whether a model was trained on events with such times; so it may be where nobody knows. */
    static boolean isLearned(Optional<InteractionLog> log, Context.Part part) {
        return switch (part) {
            case HOUR -> log.map(InteractionLog::hasHours).orElse(true);
            case WEEKDAY -> log.map(InteractionLog::hasTimes).orElse(true);
            case REGION, DEVICE -> true;
        };
    }

    private static void requireLearned(Optional<InteractionLog> log, Context.Part part, String value) {
        if (!value.equals(NOTHING) && !isLearned(log, part)) {
            throw new CannotAnswerException("The model saw no " + part.word() + "s in training, so it cannot be asked"
                    + " about one. Leave out " + FLAG + part.word() + ", or train on data whose times tell them.");
        }
    }

    private static Query with(
            ContextRecommender model, Optional<InteractionLog> log, Query query, String name, String value) {
        for (Context.Part part : Context.Part.values()) {
            if (part.word().equals(name)) {
                requireLearned(log, part, value);
                return query.withContext(query.context().with(part, value(model, part, value)));
            }
        }
        if (name.startsWith(USER)) {
            FeatureTable users = model.features().users();
            int feature = users.indexOf(name.substring(USER.length()));
            if (feature != IdIndex.UNKNOWN) {
                FeatureValue known = value(users.features().get(feature), name, value);
                return query.withUserEdits(query.userEdits().with(feature, known));
            }
        }
        if (name.startsWith(ITEM)) {
            FeatureTable items = model.features().items();
            int feature = items.indexOf(name.substring(ITEM.length()));
            if (feature != IdIndex.UNKNOWN) {
                FeatureValue known = value(items.features().get(feature), name, value);
                return query.withItemEdits(query.itemEdits().with(feature, known));
            }
        }
        throw new WrongUsageException(
                FLAG + "knows no \"" + name + "\". This model knows: " + String.join(", ", names(model)) + ".");
    }

    /** All names a model can be asked with. */
    private static List<String> names(ContextRecommender model) {
        List<String> names = new ArrayList<>();
        for (Context.Part part : Context.Part.values()) {
            names.add(part.word());
        }
        model.features().users().features().forEach(feature -> names.add(USER + feature.name()));
        model.features().items().features().forEach(feature -> names.add(ITEM + feature.name()));
        return names;
    }

    private static int value(ContextRecommender model, Context.Part part, String value) {
        if (value.equals(NOTHING)) {
            return Context.UNKNOWN;
        }
        return switch (part) {
            case HOUR -> hour(value);
            case WEEKDAY -> weekday(value);
            case REGION -> number(model.features().regions(), part, value);
            case DEVICE -> number(model.features().devices(), part, value);
        };
    }

    private static int hour(String value) {
        if (value.matches("[0-9]{1,2}") && Integer.parseInt(value) < Context.HOURS) {
            return Integer.parseInt(value);
        }
        throw new BadInputException(
                FLAG + "hour must be a whole hour from 0 to 23 (UTC), or " + NOTHING + ", not \"" + value + "\".");
    }

    private static int weekday(String value) {
        String word = value.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.equals(day.name()) || value.equalsIgnoreCase(Context.WEEKDAYS.get(day.ordinal()))) {
                return day.ordinal();
            }
        }
        throw new BadInputException(FLAG + "weekday must be one of " + String.join(", ", Context.WEEKDAYS) + ", or "
                + NOTHING + ", not \"" + value + "\".");
    }

    private static int number(IdIndex names, Context.Part part, String value) {
        int number = names.indexOf(value);
        if (number == IdIndex.UNKNOWN) {
            throw new BadInputException(
                    names.size() == 0
                            ? FLAG + part.word() + ": the events this model was trained on have no " + part.word() + "."
                                    + " Leave it out, or map a column when training (--map " + part.word() + "=COLUMN)."
                            : FLAG + part.word() + " knows no \"" + value + "\". Known: " + some(names) + ".");
        }
        return number;
    }

    private static FeatureValue value(Feature feature, String name, String value) {
        if (value.equals(NOTHING)) {
            return FeatureValue.UNKNOWN;
        }
        return feature.encode(value)
                .filter(FeatureValue::isKnown)
                .orElseThrow(() -> new BadInputException(
                        feature instanceof Category category
                                ? FLAG + name + " knows no \"" + value + "\". Known: " + some(category.values()) + "."
                                : FLAG + name + " must be a number, not \"" + value + "\"."));
    }

    private static String some(IdIndex names) {
        int most = 20;
        String listed = String.join(", ", names.ids().subList(0, Math.min(most, names.size())));
        return names.size() > most ? listed + " and " + (names.size() - most) + " more" : listed;
    }

    /** What a question assumes of the moment, in the same words; what is unknown is left out. */
    static SortedMap<String, String> words(ContextRecommender model, Query query) {
        SortedMap<String, String> words = new TreeMap<>();
        for (Context.Part part : Context.Part.values()) {
            if (query.context().value(part) != Context.UNKNOWN) {
                words.put(part.word(), word(model, query, part));
            }
        }
        return words;
    }

    private static String word(ContextRecommender model, Query query, Context.Part part) {
        return word(model, part, query.context().value(part));
    }

    /** A value of a part of the context, as it is asked with. */
    static String word(ContextRecommender model, Context.Part part, int value) {
        if (value == Context.UNKNOWN) {
            return NOTHING;
        }
        return switch (part) {
            case HOUR -> Integer.toString(value);
            case WEEKDAY -> Context.WEEKDAYS.get(value);
            case REGION -> model.features().regions().id(value);
            case DEVICE -> model.features().devices().id(value);
        };
    }

    /** Name of an attribute or a part of the context. */
    static String name(ContextRecommender model, Part.Kind kind, int index) {
        return switch (kind) {
            case USER -> model.features().users().features().get(index - 1).name();
            case ITEM -> model.features().items().features().get(index).name();
            case CONTEXT -> Context.Part.values()[index].word();
            case HISTORY -> throw new IllegalArgumentException("a history item has a title, not a name");
        };
    }

    /** "region: North", "category: Kitchen". */
    static String label(ContextRecommender model, Query query, int item, Part.Kind kind, int index) {
        String value =
                switch (kind) {
                    case USER ->
                        text(model.features().users().features().get(index - 1), model.userValue(query, index - 1));
                    case ITEM ->
                        text(
                                model.features().items().features().get(index),
                                query.itemEdits()
                                        .value(index, model.features().items().value(item, index)));
                    case CONTEXT -> word(model, query, Context.Part.values()[index]);
                    case HISTORY -> throw new IllegalArgumentException("a history item has a title, not a value");
                };
        return name(model, kind, index) + ": " + value;
    }

    private static String text(Feature feature, FeatureValue value) {
        return value.isKnown() ? feature.text(value) : NOTHING;
    }
}
