package io.kash.surgery.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kash.surgery.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The canonical JSON of plans and journals: properties and map keys in alphabetical order, no white space, kinds by
 * name. The same value always gives the same bytes, so they can be hashed and signed.
 */
public final class Json {
    private final ObjectMapper mapper;

    /** @param kinds the class of every kind this shell knows; a kind that is not in it is refused when read */
    public Json(Map<Kind, Class<? extends Kinded>> kinds) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // Within maps an absent value is a value: "looked at, and there was none".
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
        kinds.forEach((kind, type) -> builder.registerSubtypes(new NamedType(type, kind.toString())));
        this.mapper = builder.build();
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /** The value as a tree, for views. */
    public JsonNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /**
     * Reads a value back.
     *
     * @param where what is read, for the message
     * @throws io.kash.surgery.problem.ProblemException when it is not of the type, or holds a kind this shell does not
     *     know: written by a newer one
     */
    public <T> T read(String json, Class<T> type, String where) {
        try {
            return mapper.readValue(json, type);
        } catch (InvalidTypeIdException e) {
            throw new Problem(
                            Problem.Kind.REFUSED,
                            "it holds a kind of work this shell does not know: " + e.getTypeId(),
                            where,
                            "it was written by another version of kash",
                            "use that version to resume it")
                    .asException(e);
        } catch (JsonProcessingException e) {
            throw Problem.failed("it cannot be read", where, e.getOriginalMessage(), "")
                    .asException(e);
        }
    }

    public Hash hash(Plan plan) {
        return new Hash(sha256(plan));
    }

    /** The fingerprint of any value that can be written. */
    public Digest digest(Object value) {
        return new Digest(sha256(value));
    }

    /** Of the text as UTF-8, which is never held as a whole: that of a plan of 200,000 partitions is 40 MB long. */
    private String sha256(Object value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            OutputStream through = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            // By way of characters: written to bytes at once, Jackson escapes what lies beyond 16 bits.
            mapper.writeValue(new OutputStreamWriter(through, StandardCharsets.UTF_8), value);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }
}
