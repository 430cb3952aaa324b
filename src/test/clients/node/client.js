// What users of Microsoft's Kusto clients for Node do, against the cluster that the argument names. Prints a line for each
// claim: passed or failed, the claim, and why; separated by tabulators. Run by NodeClientTest.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { Client, ClientRequestProperties, KustoConnectionStringBuilder } from "azure-kusto-data";
import {
    DataFormat,
    IngestClient,
    IngestStatusQueues,
    IngestionProperties,
    ManagedStreamingIngestClient,
    ReportLevel,
    ReportMethod,
    StreamingIngestClient,
} from "azure-kusto-ingest";

const DATABASE = "db";
const PATIENCE = 60_000;
const connection = KustoConnectionStringBuilder.withAccessToken(process.argv[2], "token");
const client = new Client(connection);

const command = async (text) => (await client.executeMgmt(DATABASE, text)).primaryResults[0];
const query = async (text, properties) => (await client.execute(DATABASE, text, properties)).primaryResults[0];
const rows = (table) => [...table.rows()].map((row) => row.toJSON());
const count = async (table) => rows(await query(`${table} | count`))[0].Count;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const properties = (table, more = {}) =>
    new IngestionProperties({
        database: DATABASE,
        table,
        format: DataFormat.CSV,
        reportLevel: ReportLevel.FailuresAndSuccesses,
        reportMethod: ReportMethod.Queue,
        flushImmediately: true,
        ...more,
    });

const arrived = async (table, rows) => {
    const deadline = Date.now() + PATIENCE;
    while ((await count(table)) !== rows) {
        assert.ok(Date.now() < deadline, `${table} never had ${rows} rows`);
        await pause();
    }
};

const reports = async (queue) => {
    const deadline = Date.now() + PATIENCE;
    while (await queue.isEmpty()) {
        assert.ok(Date.now() < deadline, "the queue stayed empty");
        await pause();
    }
    return queue.pop(1);
};

const create = (table) => command(`.create table ${table} (id:long, name:string)`);

const claims = {
    "a query answers typed rows": async () => {
        const answer = await query("print l = 5, s = 'it\\'s', r = 1.5, b = true, t = datetime(2020-01-02), d = dynamic({'a':1})");
        const [row] = [...answer.rows()];
        assert.deepEqual([row.l, row.s, row.r, row.b, row.d], [5, "it's", 1.5, true, { a: 1 }]);
        assert.equal(row.t.toISOString(), "2020-01-02T00:00:00.000Z");
    },
    "parameters reach the query": async () => {
        const request = new ClientRequestProperties();
        request.setParameter("s", "x");
        request.setParameter("l", 7);
        const answer = await query("declare query_parameters(s:string, l:long); print name = s, n = l", request);
        assert.deepEqual(rows(answer), [{ name: "x", n: 7 }]);
    },
    "version 1 is understood": async () => {
        const answer = await client.executeQueryV1(DATABASE, "print x = 1");
        assert.equal(answer.primaryResults[0].toJSON().data[0].x, 1);
    },
    "a mistake is told": async () => {
        await assert.rejects(query("NoSuchTable"), (e) => JSON.stringify(e.response?.data ?? e.message).includes("NoSuchTable"));
    },
    "a stream is queued and ingested": async () => {
        await create("QueuedStream");
        const ingest = new IngestClient(connection, properties("QueuedStream"));
        await ingest.ingestFromStream(Readable.from([Buffer.from("1,a\n2,b\n")]));
        await arrived("QueuedStream", 2);
        ingest.close();
    },
    "a file is queued and ingested": async () => {
        await create("QueuedFile");
        writeFileSync("rows.csv", "1,a\n2,b\n3,c\n");
        const ingest = new IngestClient(connection, properties("QueuedFile"));
        await ingest.ingestFromFile("rows.csv");
        await arrived("QueuedFile", 3);
        ingest.close();
    },
    "failures and successes are in the queues": async () => {
        await create("Reported");
        const ingest = new IngestClient(connection, properties("Reported"));
        const queues = new IngestStatusQueues(ingest);
        while (!(await queues.success.isEmpty())) {
            await queues.success.pop(32);
        }
        await ingest.ingestFromStream(Readable.from([Buffer.from("1,a\n")]));
        const [success] = await reports(queues.success);
        assert.equal(success.Table, "Reported");
        await ingest.ingestFromStream(Readable.from([Buffer.from("1,a\n2\n")]));
        const [failure] = await reports(queues.failure);
        assert.equal(failure.ErrorCode, "Stream_WrongNumberOfFields");
        ingest.close();
    },
    "a stream can be queried at once": async () => {
        await create("Streamed");
        await command(".alter table Streamed policy streamingingestion enable");
        const ingest = new StreamingIngestClient(connection, properties("Streamed"));
        await ingest.ingestFromStream(Readable.from([Buffer.from("1,a\n2,b\n")]));
        assert.equal(await count("Streamed"), 2);
        ingest.close();
    },
    "managed streaming streams what is small": async () => {
        await create("Managed");
        await command(".alter table Managed policy streamingingestion enable");
        const ingest = new ManagedStreamingIngestClient(connection, connection, properties("Managed"));
        await ingest.ingestFromStream(Readable.from([Buffer.from("1,a\n")]));
        assert.equal(await count("Managed"), 1);
        ingest.close();
    },
};

let failures = 0;
for (const [claim, hold] of Object.entries(claims)) {
    try {
        await hold();
        console.log(`passed\t${claim}\t`);
    } catch (e) {
        failures++;
        console.log(`failed\t${claim}\t${String(e.message).replace(/\s+/g, " ")} ${JSON.stringify(e.response?.data ?? "")}`);
        console.error(e.stack);
    }
}
process.exit(failures);
