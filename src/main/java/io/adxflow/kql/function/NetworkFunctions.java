package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Ipv4;
import io.adxflow.kql.value.Ipv6;
import java.util.List;

/** IP addresses and ranges in CIDR notation. What is no address gives null, or false where a text is searched. */
final class NetworkFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar(
                    "parse_ipv4(address: string): long",
                    "kql_parse_ipv4({0})",
                    "An address as a number; a prefix masks it"),
            scalar(
                    "parse_ipv4_mask(address: string, prefix: long): long",
                    "kql_parse_ipv4_mask({0}, {1})",
                    "An address as a number, masked"),
            scalar(
                    "format_ipv4(address: long, [prefix: long = 32]): string",
                    "coalesce(kql_format_ipv4({0}, {1}), '')",
                    "The text of an address, masked"),
            scalar(
                    "format_ipv4(address: string, [prefix: long = 32]): string",
                    "coalesce(kql_format_ipv4(kql_parse_ipv4({0}), {1}), '')",
                    "The text of an address, masked"),
            scalar(
                    "format_ipv4_mask(address: long, [prefix: long = 32]): string",
                    "coalesce(kql_format_ipv4_mask({0}, {1}), '')",
                    "The text of a range"),
            scalar(
                    "format_ipv4_mask(address: string, [prefix: long = 32]): string",
                    "coalesce(kql_format_ipv4_range({0}, {1}), '')",
                    "The text of a range"),
            scalar(
                    "ipv4_range_to_cidr_list(first: string, last: string): dynamic",
                    "kql_ipv4_ranges({0}, {1})",
                    "The fewest ranges that hold all addresses from one to another"),
            scalar(
                    "ipv4_is_private(address: string): bool",
                    "kql_ipv4_is_private({0})",
                    "Whether an address belongs to a private network"),
            scalar(
                    "ipv4_netmask_suffix(address: string): long",
                    "kql_ipv4_suffix({0})",
                    "The length of the prefix of a range; 32 without one"),
            scalar(
                    "ipv4_compare(left: string, right: string, [prefix: long = 32]): long",
                    "kql_ipv4_compare({0}, {1}, {2})",
                    "-1, 0 or 1 by order of the masked addresses"),
            scalar(
                    "ipv4_is_match(left: string, right: string, [prefix: long = 32]): bool",
                    "(kql_ipv4_compare({0}, {1}, {2}) = 0)",
                    "Whether masked addresses are equal"),
            scalar(
                    "ipv4_is_in_range(address: string, range: string): bool",
                    "kql_ipv4_is_in_range({0}, {1})",
                    "Whether an address is in a range"),
            scalar(
                    "ipv4_is_in_any_range(address: string, ranges: dynamic): bool",
                    "kql_ipv4_is_in_any_range({0}, {1})",
                    "Whether an address is in one of an array of ranges"),
            scalar(
                    "ipv4_is_in_any_range(address: string, range: string...): bool",
                    "kql_ipv4_is_in_any_range({0}, to_json([{*}])::VARCHAR)",
                    "Whether an address is in one of several ranges"),
            scalar(
                    "has_ipv4(text: string, address: string): bool",
                    "kql_has_ipv4({0}, to_json([{1}])::VARCHAR)",
                    "Whether a text has an address"),
            scalar(
                    "has_any_ipv4(text: string, addresses: dynamic): bool",
                    "coalesce(kql_has_ipv4({0}, {1}), false)",
                    "Whether a text has one of an array of addresses"),
            scalar(
                    "has_any_ipv4(text: string, address: string...): bool",
                    "kql_has_ipv4({0}, to_json([{*}])::VARCHAR)",
                    "Whether a text has one of several addresses"),
            scalar(
                    "has_ipv4_prefix(text: string, prefix: string): bool",
                    "kql_has_ipv4_prefix({0}, to_json([{1}])::VARCHAR)",
                    "Whether a text has an address that starts so"),
            scalar(
                    "has_any_ipv4_prefix(text: string, prefixes: dynamic): bool",
                    "coalesce(kql_has_ipv4_prefix({0}, {1}), false)",
                    "Whether a text has an address that starts in one of several ways"),
            scalar(
                    "has_any_ipv4_prefix(text: string, prefix: string...): bool",
                    "kql_has_ipv4_prefix({0}, to_json([{*}])::VARCHAR)",
                    "Whether a text has an address that starts in one of several ways"),
            scalar(
                    "parse_ipv6(address: string): string",
                    "coalesce(kql_parse_ipv6({0}, 128), '')",
                    "An IPv4 or IPv6 address as eight groups of four digits"),
            scalar(
                    "parse_ipv6_mask(address: string, prefix: long): string",
                    "coalesce(kql_parse_ipv6({0}, {1}), '')",
                    "An IPv4 or IPv6 address as eight groups of four digits, masked"),
            scalar(
                    "ipv6_compare(left: string, right: string, [prefix: long = 128]): long",
                    "kql_ipv6_compare({0}, {1}, {2})",
                    "-1, 0 or 1 by order of the masked addresses"),
            scalar(
                    "ipv6_is_match(left: string, right: string, [prefix: long = 128]): bool",
                    "(kql_ipv6_compare({0}, {1}, {2}) = 0)",
                    "Whether masked addresses are equal"),
            scalar(
                    "ipv6_is_in_range(address: string, range: string): bool",
                    "kql_ipv6_is_in_range({0}, {1})",
                    "Whether an address is in a range"),
            scalar(
                    "ipv6_is_in_any_range(address: string, ranges: dynamic): bool",
                    "kql_ipv6_is_in_any_range({0}, {1})",
                    "Whether an address is in one of an array of ranges"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_parse_ipv4(string): long", Ipv4::number),
            java("kql_parse_ipv4_mask(string, long): long", Ipv4::masked),
            java("kql_ipv4_ranges(string, string): dynamic", Ipv4::ranges),
            java("kql_format_ipv4(long, long): string", Ipv4::text),
            java(
                    "kql_format_ipv4_mask(long, long): string",
                    (Long address, Long prefix) -> Ipv4.rangeText(address, prefix)),
            java(
                    "kql_format_ipv4_range(string, long): string",
                    (String range, Long prefix) -> Ipv4.rangeText(range, prefix)),
            java("kql_ipv4_is_private(string): bool", Ipv4::isPrivate),
            java("kql_ipv4_suffix(string): long", Ipv4::suffix),
            java("kql_ipv4_compare(string, string, long): long", Ipv4::compare),
            java("kql_ipv4_is_in_range(string, string): bool", Ipv4::isIn),
            java("kql_ipv4_is_in_any_range(string, dynamic): bool", Ipv4::isInAny),
            java("kql_has_ipv4(string, dynamic): bool", Ipv4::textHas),
            java("kql_has_ipv4_prefix(string, dynamic): bool", Ipv4::textHasPrefix),
            java("kql_parse_ipv6(string, long): string", Ipv6::text),
            java("kql_ipv6_compare(string, string, long): long", Ipv6::compare),
            java("kql_ipv6_is_in_range(string, string): bool", Ipv6::isIn),
            java("kql_ipv6_is_in_any_range(string, dynamic): bool", Ipv6::isInAny));

    private NetworkFunctions() {}
}
