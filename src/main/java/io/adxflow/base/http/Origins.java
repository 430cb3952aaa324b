package io.adxflow.base.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which web pages may use a server: those of this machine, and those of origins that are named. Requests of other pages are
 * refused even where their browser would hide the answer, because a command does its work unseen too.
 *
 * @param allowed origins beside this machine's, such as {@code https://dataexplorer.azure.com}
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
public record Origins(List<String> allowed) {
    /** Only pages of this machine. */
    public static final Origins LOOPBACK = new Origins(List.of());

    private static final Pattern OF_THIS_MACHINE =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private static final String METHODS = "GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH, MERGE";
    private static final String REMEMBERED_SECONDS = "600";

    public Origins {
        allowed =
                allowed.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).toList();
    }

    /** @throws HttpException with status 403 when the request comes from a page that may not send it */
    void require(Request request) {
        Optional<String> origin = request.header("Origin");
        if (origin.filter(page -> !allows(page)).isPresent()) {
            throw new HttpException(403, "pages of '" + origin.get() + "' may not use this server");
        }
    }

    /** Whether a browser asks if it may send another request. */
    static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
    }

    /** The answer to {@link #isPreflight}, to which headers are added as to every other. */
    static Response preflight(Request request) {
        return Response.empty(200)
                .withHeader("Access-Control-Allow-Methods", METHODS)
                .withHeader(
                        "Access-Control-Allow-Headers",
                        request.header("Access-Control-Request-Headers").orElse("*"))
                .withHeader("Access-Control-Allow-Private-Network", "true")
                .withHeader("Access-Control-Max-Age", REMEMBERED_SECONDS);
    }

    /** Lets the page that sent the request read the answer. */
    Response permitted(Request request, Response answer) {
        return request.header("Origin")
                .filter(this::allows)
                .map(origin -> answer.withHeader("Access-Control-Allow-Origin", origin)
                        .withHeader("Access-Control-Allow-Credentials", "true")
                        .withHeader("Access-Control-Expose-Headers", String.join(", ", exposed(answer)))
                        .withHeader("Vary", "Origin"))
                .orElse(answer);
    }

    private static List<String> exposed(Response answer) {
        return answer.headers().keySet().stream()
                .filter(name -> name.startsWith("x-ms-"))
                .sorted()
                .toList();
    }

    private boolean allows(String origin) {
        String folded = origin.toLowerCase(Locale.ROOT);
        return OF_THIS_MACHINE.matcher(folded).matches() || allowed.contains(folded);
    }
}
