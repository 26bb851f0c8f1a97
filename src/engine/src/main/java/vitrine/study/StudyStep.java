package vitrine.study;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that was asked and answered.
 *
 * @param verb the command's name ({@code import}, {@code train} ...)
 * @param request the request record as JSON; files inside the study folder are relative to it, all others absolute
 * @param resultSha256 {@link ResultFingerprint} of the result, lower-case hex
 */
public record StudyStep(String verb, JsonNode request, String resultSha256) {}
