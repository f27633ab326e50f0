package io.kash.surgery.addressing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A subnet of IPv4 addresses as the cloud writes it: {@code 10.0.1.0/24}.
 *
 * @param network its first address, as the number whose highest byte is the first octet
 * @param prefix how many bits are the same in all its addresses, 8 to 28
 */
public record Subnet(long network, int prefix) {
    /** How many addresses at the beginning the cloud keeps: network, router, DNS, and one for later (AWS VPC guide). */
    public static final int RESERVED_FIRST = 4;

    private static final int WIDEST = 8;
    private static final int NARROWEST = 28;
    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15})/([0-9]{1,2})");
    private static final Pattern OCTETS = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");

    public Subnet {
        if (prefix < WIDEST || prefix > NARROWEST) {
            throw new IllegalArgumentException(
                    "/" + prefix + " is no size of a subnet; " + WIDEST + " to " + NARROWEST + " are");
        }
        long first = network & -(1L << (32 - prefix));
        if (first != network) {
            throw new IllegalArgumentException(text(network) + "/" + prefix
                    + " is an address inside of a subnet; write " + text(first) + "/" + prefix);
        }
    }

    /** @throws IllegalArgumentException when the text is no such subnet; the message says what one looks like */
    public static Subnet of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a subnet; write it like 10.0.1.0/24");
        }
        return new Subnet(number(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** Whether the text is an IPv4 address, and no host name. */
    public static boolean isAddress(String text) {
        try {
            return number(text) >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** How many addresses it has, the reserved ones included. */
    public long size() {
        return 1L << (32 - prefix);
    }

    /**
     * The address at a distance from the first.
     *
     * @param offset 0 to {@link #size()} - 1
     */
    public String address(long offset) {
        if (offset < 0 || offset >= size()) {
            throw new IllegalArgumentException(this + " has no address " + offset);
        }
        return text(network + offset);
    }

    /** Whether the cloud keeps the address at this distance for itself: the first four and the last. */
    public boolean reserves(long offset) {
        return offset < RESERVED_FIRST || offset == size() - 1;
    }

    public boolean contains(String address) {
        return isAddress(address) && offset(address) >= 0 && offset(address) < size();
    }

    /** How far an address is behind the first one; negative or too large when it lies outside. */
    public long offset(String address) {
        return number(address) - network;
    }

    public boolean overlaps(Subnet other) {
        return network < other.network + other.size() && other.network < network + size();
    }

    private static long number(String address) {
        Matcher octets = OCTETS.matcher(address);
        long number = 0;
        for (int i = 1; octets.matches() && i <= 4; i++) {
            int octet = Integer.parseInt(octets.group(i));
            if (octet > 255) {
                throw new IllegalArgumentException("'" + address + "' is not an address; an octet is at most 255");
            }
            number = (number << 8) | octet;
        }
        if (!octets.matches()) {
            throw new IllegalArgumentException("'" + address + "' is not an address; write it like 10.0.1.10");
        }
        return number;
    }

    private static String text(long number) {
        return Stream.of(24, 16, 8, 0)
                .map(bits -> "" + ((number >> bits) & 255))
                .collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return text(network) + "/" + prefix;
    }
}
