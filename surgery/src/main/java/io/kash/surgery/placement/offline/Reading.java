package io.kash.surgery.placement.offline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.kash.surgery.problem.Problem;
import io.kash.surgery.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A JSON file read token by token, with complaints that name the line and the field. */
final class Reading implements AutoCloseable {
    private final Path file;
    private final JsonParser parser;
    private int[] numbers = new int[16];

    /** Reads a part of the file from a parser that stands where it begins. */
    interface Part {
        void read(Reading reading) throws IOException;
    }

    private Reading(Path file) throws IOException {
        this.file = file;
        this.parser = new JsonFactory().createParser(Files.newInputStream(file));
        parser.enable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** @throws ProblemException of kind USAGE when the file is not what its reader expects */
    static void of(Path file, Part part) {
        try (Reading reading = new Reading(file)) {
            reading.parser.nextToken();
            part.read(reading);
            if (reading.parser.nextToken() != null) {
                throw reading.wrong("there is more after its end");
            }
        } catch (NoSuchFileException e) {
            throw Problem.usage("there is no such file", file.toString(), "", "")
                    .asException(e);
        } catch (JsonProcessingException e) {
            throw Problem.usage(
                            "it is not JSON", file + " line " + e.getLocation().getLineNr(), e.getOriginalMessage(), "")
                    .asException(e);
        } catch (IOException e) {
            throw Problem.failed("it cannot be read", file.toString(), String.valueOf(e.getMessage()), "")
                    .asException(e);
        }
    }

    /** The next field of the object that is read, with the parser at its value; or an empty string at its end. */
    String field() throws IOException {
        String name = parser.nextFieldName();
        if (name == null) {
            return "";
        }
        parser.nextToken();
        return name;
    }

    void beginObject() {
        expect(JsonToken.START_OBJECT, "an object");
    }

    /** Reads a list: the part for every value of it. */
    void each(Part part) throws IOException {
        expect(JsonToken.START_ARRAY, "a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            part.read(this);
        }
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    /** A text that may be absent. */
    String textOr(String absent) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? absent : text();
    }

    boolean flag() {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw wrong("it has to be true or false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** A whole number from 0 up. */
    long number() throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER || parser.getLongValue() < 0) {
            throw wrong("it has to be from 0 to " + Long.MAX_VALUE + ", not " + parser.getText());
        }
        return parser.getLongValue();
    }

    /** A whole number from 0 up that fits an int, as ids do. */
    int id() throws IOException {
        long number = number();
        if (number > Integer.MAX_VALUE) {
            throw wrong("an id is at most " + Integer.MAX_VALUE + ", not " + number);
        }
        return (int) number;
    }

    /** A list of ids, into {@link #numbers()}; no id twice. */
    int ids() throws IOException {
        expect(JsonToken.START_ARRAY, "a list of broker ids");
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = id();
        }
        return count;
    }

    /** The ids read last; valid until the next list. */
    int[] numbers() {
        return numbers;
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw wrong("it has to be " + what);
        }
    }

    /** A complaint about where the parser stands. */
    ProblemException wrong(String why) {
        String field = parser.getParsingContext().pathAsPointer().toString();
        return Problem.usage(
                        field.isEmpty() ? "it is not what it should be" : field + " is not what it should be",
                        file + " line " + parser.currentTokenLocation().getLineNr(),
                        why,
                        "")
                .asException();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
