package io.kash.surgery.kafka;

/** A setting of a broker and its value, written {@code key=value}. */
public record Setting(String key, String value) {
    /** @throws IllegalArgumentException when the text is not {@code key=value} */
    public static Setting of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not a setting; write it like log.retention.hours=24");
        }
        return new Setting(
                text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
}
