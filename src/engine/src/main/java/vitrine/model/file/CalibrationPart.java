package vitrine.model.file;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import vitrine.model.Calibration;
import vitrine.run.BadInputException;

/**
 * {@code calibration.json}: how scores become probabilities, of what event, and where that was learned.
 *
 * @param method always {@link Calibration#METHOD}
 * @param event always {@link Calibration#EVENT}
 * @param slope of {@link Calibration}
 * @param users whose held-back item it was learned from
 * @param source always {@value #SOURCE}
 */
@JsonPropertyOrder({"method", "event", "slope", "users", "source"})
record CalibrationPart(String method, String event, double slope, int users, String source) {
    /** The targets training holds back to choose its epoch. */
    private static final String SOURCE = "validation";

    private static final int MOST_BYTES = 4096;

    static byte[] write(Calibration calibration) throws JsonProcessingException {
        return Manifest.JSON.writeValueAsBytes(new CalibrationPart(
                Calibration.METHOD, Calibration.EVENT, calibration.slope(), calibration.users(), SOURCE));
    }

    /** @throws BadInputException unless it is a calibration this program knows, with possible numbers */
    static Calibration read(byte[] bytes, String what) {
        Codecs.require(bytes.length <= MOST_BYTES, what, "it is too long");
        CalibrationPart part;
        try {
            part = Manifest.JSON.readValue(bytes, CalibrationPart.class);
        } catch (JsonProcessingException e) {
            throw Safetensors.damaged(what, "it cannot be read");
        } catch (IOException e) {
            throw new BadInputException(what + " cannot be read: " + e.getMessage() + ".", e);
        }
        boolean known = part != null
                && Calibration.METHOD.equals(part.method())
                && Calibration.EVENT.equals(part.event())
                && SOURCE.equals(part.source());
        Codecs.require(known, what, "it is of a kind this Vitrine does not know");
        Codecs.require(Calibration.isPossible(part.slope(), part.users()), what, "its numbers are impossible");
        return new Calibration(part.slope(), part.users());
    }
}
