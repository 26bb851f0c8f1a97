package vitrine.explain;

import vitrine.run.WrongUsageException;

/**
 * One adjustable number of a method, described once: flag, form field and help are renderings of it.
 *
 * @param name flag without dashes
 * @param least smallest value allowed
 * @param most largest value allowed
 * @param whole whether only whole numbers make sense
 * @param help one line
 */
public record MethodParameter(String name, double defaultValue, double least, double most, boolean whole, String help) {
    public MethodParameter {
        if (!(least <= defaultValue && defaultValue <= most)) {
            throw new IllegalArgumentException(name + " is by default outside its own range");
        }
    }

    /** A whole number. */
    public static MethodParameter whole(String name, int defaultValue, int least, int most, String help) {
        return new MethodParameter(name, defaultValue, least, most, true, help);
    }

    /** Any number. */
    public static MethodParameter number(String name, double defaultValue, double least, double most, String help) {
        return new MethodParameter(name, defaultValue, least, most, false, help);
    }

    /**
     * @return the value
     * @throws WrongUsageException when it is out of range
     */
    public double checked(double value) {
        if (!(least <= value && value <= most) || (whole && value != Math.rint(value))) {
            throw new WrongUsageException("--" + name + " must be " + (whole ? "a whole number " : "") + "between "
                    + text(least) + " and " + text(most) + ", not " + text(value) + ".");
        }
        return value;
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
