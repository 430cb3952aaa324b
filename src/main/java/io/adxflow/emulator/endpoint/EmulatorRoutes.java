package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.FailureHandler;
import io.adxflow.base.http.Routes;
import io.adxflow.emulator.command.Commands;
import io.adxflow.emulator.command.language.ExternalRows;
import io.adxflow.emulator.storage.Storage;
import io.adxflow.emulator.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Every address of the emulator. The engine and the data management role share them. */
public final class EmulatorRoutes {
    private final Routes routes = new Routes();
    private final Exchanges exchanges;

    /**
     * @param database the database of requests that name none
     * @param tokens the file of the tokens that are asked for; when there is none, nobody is asked
     */
    public EmulatorRoutes(
            Store store, Commands commands, Storage storage, String database, Clock clock, Optional<Path> tokens) {
        AccessCheck access = new AccessCheck(tokens.map(AccessTokens::read));
        this.exchanges = new Exchanges(clock);
        Databases databases = new Databases(store, database);
        Queries queries =
                new Queries(store, new ExternalRows(storage, store), databases, exchanges, access, commands.requests());
        Ingestions ingestions = new Ingestions(
                commands,
                store,
                databases,
                message -> access.of(message.identityToken().flatMap(storage::principal)));
        ManagementEndpoint management = new ManagementEndpoint(commands, queries, databases, exchanges, access);
        add(
                new QueryEndpoint(queries, management, exchanges),
                management,
                new IngestEndpoint(ingestions, databases, storage, exchanges, access),
                new QueuedIngestEndpoint(databases, storage, exchanges, access));
        routes.get("/", new LandingEndpoint(store)::show);
        storage.addRoutes(routes, ingestions);
    }

    public Routes routes() {
        return routes;
    }

    public FailureHandler failures() {
        return new Failures(exchanges);
    }

    private void add(
            QueryEndpoint query, ManagementEndpoint management, IngestEndpoint ingest, QueuedIngestEndpoint queued) {
        routes.get("/v1/rest/auth/metadata", new AuthMetadataEndpoint()::show)
                .post("/v2/rest/query", query::v2)
                .get("/v2/rest/query", query::v2Get)
                .post("/v1/rest/query", query::v1)
                .get("/v1/rest/query", query::v1Get)
                .post("/v1/rest/mgmt", management::run)
                .post("/v1/rest/ingest/{database}/{table}", ingest::stream)
                .get("/v1/rest/ingestion/configuration", queued::configuration)
                .post("/v1/rest/ingestion/queued/{database}/{table}", queued::queue)
                .get("/v1/rest/ingestion/queued/{database}/{table}/{operation}", queued::progress);
    }
}
