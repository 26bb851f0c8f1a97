package vitrine.words;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import vitrine.explain.counterfactual.Counterfactual;
import vitrine.explain.counterfactual.Goal;

/** What would change a place in a list, and how sure it is that less would not. A fact about the model. */
public final class CounterfactualWords {
    private static final int NAMED = 4;

    private CounterfactualWords() {}

    /**
     * The smallest removal.
     *
     * @param title of the item
     * @param removed titles of what is removed
     * @param titles item number to title
     */
    public static Bilingual removal(
            Counterfactual found, String title, List<String> removed, IntFunction<String> titles) {
        if (!found.isFound()) {
            return noRemoval(found, title);
        }
        Bilingual without = new Bilingual("Without " + english(removed) + ", ", "去掉 " + chinese(removed) + " 后，");
        return moves(without, found, title, titles).then(certificate(found));
    }

    /**
     * The smallest change of the moment.
     *
     * @param settings of {@link #setting}
     */
    public static Bilingual moment(
            Counterfactual found, String title, List<Bilingual> settings, IntFunction<String> titles) {
        if (!found.isFound()) {
            return new Bilingual(
                    "No change of one or two parts of the moment "
                            + goal(found, title).en() + ".",
                    "改变一项或两项情境都不会让 " + goal(found, title).zh() + "。");
        }
        Bilingual with = new Bilingual(
                "With " + settings.stream().map(Bilingual::en).collect(Collectors.joining(" and ")) + ", ",
                "若" + settings.stream().map(Bilingual::zh).collect(Collectors.joining("且")) + "，");
        return moves(with, found, title, titles);
    }

    /** "hour 20 in place of 9". */
    public static Bilingual setting(String name, String from, String to) {
        String chinese =
                switch (name) {
                    case "hour" -> "小时";
                    case "weekday" -> "星期";
                    case "region" -> "地区";
                    case "device" -> "设备";
                    default -> name;
                };
        return new Bilingual(name + " " + to + " in place of " + from, chinese + "由 " + from + " 改为 " + to);
    }

    private static Bilingual moves(
            Bilingual condition, Counterfactual found, String title, IntFunction<String> titles) {
        int before = found.before().rank();
        int after = found.after().orElseThrow().rank();
        boolean drop = found.goal() == Goal.DROP;
        String other = found.replacement().map(titles::apply).orElse("");
        String en = condition.en() + title + (drop ? " drops" : " rises") + " from rank " + before + " to " + after
                + (drop ? " and leaves" : " and enters") + " the top " + found.k();
        String zh = condition.zh() + title + " 从第 " + before + " 名" + (drop ? "降到" : "升到") + "第 " + after + " 名，"
                + (drop ? "离开" : "进入") + "前 " + found.k() + " 名";
        if (!other.isEmpty()) {
            en += drop ? "; " + other + " comes in" : " in place of " + other;
            zh += drop ? "；" + other + " 进入" : "，取代 " + other;
        }
        return new Bilingual(en + ".", zh + "。");
    }

    private static Bilingual certificate(Counterfactual found) {
        if (found.changes().size() == 1) {
            return Bilingual.NONE;
        }
        return found.certified()
                ? new Bilingual("No smaller removal does it: every one was tried or ruled out.", "更少的去除都做不到：已全部试过或排除。")
                : new Bilingual(
                        "This is the best found: not every smaller removal was tried.", "这是找到的最好结果：更少的去除没有全部试过。");
    }

    private static Bilingual noRemoval(Counterfactual found, String title) {
        Bilingual goal = goal(found, title);
        if (found.certified()) {
            return new Bilingual("No removal of past actions " + goal.en() + ".", "无论去掉哪些历史行为，都不会让 " + goal.zh() + "。");
        }
        Bilingual nothing =
                new Bilingual("No removal was found that " + goal.en() + "; ", "没有找到能让 " + goal.zh() + "的去除；");
        int tried = found.sizesRuledOut();
        return tried == 0
                ? new Bilingual(nothing.en() + "not every one was tried.", nothing.zh() + "并未全部试过。")
                : new Bilingual(
                        nothing.en() + "every one of up to " + tried + (tried == 1 ? " action" : " actions")
                                + " was tried, larger ones were not all.",
                        nothing.zh() + "不超过 " + tried + " 条的都试过，更多的没有全部试过。");
    }

    private static Bilingual goal(Counterfactual found, String title) {
        return found.goal() == Goal.DROP
                ? new Bilingual("takes " + title + " out of the top " + found.k(), title + " 离开前 " + found.k() + " 名")
                : new Bilingual("brings " + title + " into the top " + found.k(), title + " 进入前 " + found.k() + " 名");
    }

    private static String english(List<String> titles) {
        if (titles.size() > NAMED) {
            return String.join(", ", titles.subList(0, NAMED)) + " and " + (titles.size() - NAMED)
                    + (titles.size() == NAMED + 1 ? " other" : " others");
        }
        int last = titles.size() - 1;
        return last == 0 ? titles.get(0) : String.join(", ", titles.subList(0, last)) + " and " + titles.get(last);
    }

    private static String chinese(List<String> titles) {
        return titles.size() > NAMED
                ? String.join("、", titles.subList(0, NAMED)) + " 等 " + titles.size() + " 项"
                : String.join("、", titles);
    }
}
