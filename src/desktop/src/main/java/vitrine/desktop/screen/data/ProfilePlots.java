package vitrine.desktop.screen.data;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import vitrine.action.DataProfile;
import vitrine.chart.Token;
import vitrine.desktop.chart.Plot;
import vitrine.desktop.chart.Ticks;
import vitrine.desktop.i18n.Language;
import vitrine.desktop.i18n.Numbers;
import vitrine.desktop.i18n.Texts;

/** A profile as plots and sentences. */
final class ProfilePlots {
    private static final int POINTS = 100;
    private static final double TALLER = 1.08;
    private final Texts texts;

    ProfilePlots(Texts texts) {
        this.texts = texts;
    }

    String timeTitle(DataProfile profile) {
        return texts.get(
                switch (profile.bucketDays()) {
                    case 0 -> "data.time.none";
                    case 1 -> "data.time.day";
                    case 7 -> "data.time.week";
                    default -> "data.time.month";
                });
    }

    Plot time(DataProfile profile) {
        double[] x = Arrays.stream(profile.bucketStarts()).asDoubleStream().toArray();
        double[] y = Arrays.stream(profile.bucketCounts()).asDoubleStream().toArray();
        if (x.length < 2) {
            return Plot.EMPTY;
        }
        double top = TALLER * Math.max(1, Arrays.stream(y).max().orElse(1));
        Numbers numbers = texts.numbers();
        return new Plot(
                new Plot.Axis(x[0], x[x.length - 1], months(x[0], x[x.length - 1]), this::month),
                new Plot.Axis(0, top, Ticks.of(0, top, 4), v -> numbers.count(Math.round(v))),
                List.of(new Plot.Line("", x, y, Token.ACCENT, Plot.Style.AREA, v -> numbers.count(Math.round(v)))),
                List.of(),
                timeReading(profile, Double.NaN));
    }

    private static double[] months(double from, double to) {
        YearMonth month = YearMonth.from(ZonedDateTime.ofInstant(Instant.ofEpochMilli((long) from), ZoneOffset.UTC));
        return java.util.stream.Stream.iterate(month, m -> m.plusMonths(1))
                .map(m -> (double)
                        m.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                .takeWhile(t -> t <= to)
                .filter(t -> t >= from)
                .mapToDouble(t -> t)
                .toArray();
    }

    private String month(double at) {
        ZonedDateTime moment = ZonedDateTime.ofInstant(Instant.ofEpochMilli((long) at), ZoneOffset.UTC);
        boolean chinese = texts.language() == Language.CHINESE;
        String pattern = moment.getMonthValue() == 1 ? (chinese ? "yyyy 年" : "yyyy") : chinese ? "M 月" : "MMM";
        return DateTimeFormatter.ofPattern(pattern, texts.language().locale()).format(moment);
    }

    /** What stands under the reading line; without one, the busiest bucket. */
    String timeReading(DataProfile profile, double at) {
        if (profile.bucketCounts().length == 0) {
            return texts.get("data.time.absent");
        }
        long[] counts = profile.bucketCounts();
        int shown = 0;
        if (Double.isNaN(at)) {
            for (int i = 0; i < counts.length; i++) {
                shown = counts[i] > counts[shown] ? i : shown;
            }
        } else {
            double width = 86_400_000.0 * profile.bucketDays();
            shown = (int) Math.max(
                    0, Math.min(counts.length - 1, Math.round((at - profile.bucketStarts()[0]) / width)));
        }
        Numbers numbers = texts.numbers();
        return texts.get(
                Double.isNaN(at) ? "data.time.busiest" : "data.time.at",
                numbers.day(Instant.ofEpochMilli(profile.bucketStarts()[shown])),
                numbers.count(counts[shown]));
    }

    Plot tail(DataProfile profile) {
        double[] y = profile.concentration(POINTS);
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (double) i / POINTS;
        }
        Numbers numbers = texts.numbers();
        Plot.Axis shares = new Plot.Axis(0, 1, Ticks.of(0, 1, 5), v -> numbers.decimal(100 * v, 0) + " %");
        return new Plot(
                shares,
                shares,
                List.of(
                        new Plot.Line(
                                texts.get("data.tail.equal"),
                                new double[] {0, 1},
                                new double[] {0, 1},
                                Token.YARDSTICK,
                                Plot.Style.YARDSTICK,
                                v -> ""),
                        new Plot.Line("", x, y, Token.ACCENT, Plot.Style.AREA, v -> "")),
                List.of(),
                tailReading(profile, Double.NaN));
    }

    String tailReading(DataProfile profile, double at) {
        Numbers numbers = texts.numbers();
        if (Double.isNaN(at)) {
            return texts.get(
                    "data.tail.words",
                    numbers.decimal(100 * profile.topFifthShare(), 0),
                    numbers.decimal(profile.itemGini(), 2));
        }
        int point = (int) Math.round(at * POINTS);
        return texts.get(
                "data.tail.at", String.valueOf(point), numbers.decimal(100 * profile.concentration(POINTS)[point], 0));
    }
}
