package io.adxflow.base.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All addresses of a server, in one place. The first that fits answers; fixed parts of a path ignore case. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    public Routes get(String path, Handler handler) {
        return add("GET", path, handler);
    }

    public Routes head(String path, Handler handler) {
        return add("HEAD", path, handler);
    }

    public Routes post(String path, Handler handler) {
        return add("POST", path, handler);
    }

    public Routes put(String path, Handler handler) {
        return add("PUT", path, handler);
    }

    public Routes delete(String path, Handler handler) {
        return add("DELETE", path, handler);
    }

    /** Any method, also those without a shorthand. */
    public Routes add(String method, String path, Handler handler) {
        routes.add(Route.of(method, path, handler));
        return this;
    }

    Match find(RequestLine line) {
        List<String> segments = line.segments();
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(segments);
            if (parameters.isPresent() && route.method().equals(line.method())) {
                return new Match(route.handler(), parameters.get());
            }
            parameters.ifPresent(found -> methods.add(route.method()));
        }
        if (methods.isEmpty()) {
            throw new HttpException(404, "there is nothing at '" + line.path() + "'");
        }
        throw new HttpException(
                405, "'" + line.path() + "' takes " + String.join(", ", methods) + ", not " + line.method());
    }

    record Match(Handler handler, Map<String, String> pathParameters) {}
}
