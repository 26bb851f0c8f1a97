package vitrine.desktop.i18n;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers for reading: grouped counts, fixed decimals, a real minus sign. Ids and years are never given to it. */
public final class Numbers {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final Texts texts;

    Numbers(Texts texts) {
        this.texts = texts;
    }

    /** "397,884". */
    public String count(long value) {
        return minus(NumberFormat.getIntegerInstance(locale()).format(value));
    }

    /** Rounded to {@code decimals} digits after the point. */
    public String decimal(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(locale()));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return Double.isFinite(value) ? minus(format.format(value)) : "–";
    }

    /** Always with its sign. */
    public String signed(double value, int decimals) {
        String text = decimal(value, decimals);
        return text.startsWith("\u2212") ? text : "+" + text;
    }

    /** "about 4 s", "about 2 min". */
    public String timeLeft(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90
                ? texts.get("time.left.seconds", seconds)
                : texts.get("time.left.minutes", Math.round(seconds / 60.0));
    }

    /** "0:38". */
    public String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole / 60 + ":" + (whole % 60 < 10 ? "0" : "") + whole % 60;
    }

    /** "1 Dec 2010" or "2010 年 12 月 1 日", in UTC. */
    public String day(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        String pattern = texts.language() == Language.CHINESE ? "yyyy 年 M 月 d 日" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    /** "2010-12-01 08:26", in UTC. */
    public String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    private Locale locale() {
        return texts.language().locale();
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
