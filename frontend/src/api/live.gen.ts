// Written by "npm run types" from services/gateway/src/main/resources/asyncapi.json. Do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A host's name */
        readonly host: string;
        /**
         * @description Whose events; each event's own schema is at /api/v1/schemas/{topic}
         * @enum {string}
         */
        readonly topic: "perfwatch.system.v1" | "perfwatch.processes.v1" | "perfwatch.counters.v1" | "perfwatch.hosts.v1";
        /**
         * @description Of each partition, named <topic>-<number>, the first offset that the client has not got. The same at every replica.
         * @example {
         *       "perfwatch.system.v1-0": 4711
         *     }
         */
        readonly cursor: {
            readonly [key: string]: number;
        };
        /** @description What a host's probes must say of it, all of it */
        readonly labels: {
            readonly [key: string]: string;
        };
        /** @description As it stands in the topic; a newer probe may say more */
        readonly event: {
            readonly host: components["schemas"]["host"];
            readonly probe: string;
            /** Format: uuid */
            readonly run: string;
            readonly sequence: number;
            /** Format: date-time */
            readonly time: string;
        };
        /** @description Replaces what was subscribed to. What was wanted before and still is goes on without a break. */
        readonly subscribe: {
            /** @constant */
            readonly type: "subscribe";
            /** @description Names; * is every host. Absent beside labels or view: every host; absent otherwise: none */
            readonly hosts?: readonly (components["schemas"]["host"] | "*")[];
            readonly labels?: components["schemas"]["labels"];
            /** @description Of which each event is wanted */
            readonly topics?: readonly components["schemas"]["topic"][];
            /**
             * @description Once a second how all these hosts are
             * @constant
             */
            readonly view?: "fleet";
            /** @description How far back events are wanted first */
            readonly replaySeconds?: number;
            readonly cursor?: components["schemas"]["cursor"];
        };
        /** @description The replay is over; from here on it is live. */
        readonly subscribed: {
            /** @constant */
            readonly type: "subscribed";
            readonly hosts: readonly (components["schemas"]["host"] | "*")[];
            readonly labels?: components["schemas"]["labels"];
            readonly topics: readonly components["schemas"]["topic"][];
            /** @constant */
            readonly view?: "fleet";
            readonly cursor: components["schemas"]["cursor"];
        };
        /** @description Older events of one host, in order. The cursor is empty as long as more of the partition follows. */
        readonly replay: {
            /** @constant */
            readonly type: "replay";
            readonly topic: components["schemas"]["topic"];
            readonly host: components["schemas"]["host"];
            readonly cursor: components["schemas"]["cursor"];
            readonly events: readonly components["schemas"]["event"][];
        };
        /** @description An event, as it came. */
        readonly sample: {
            /** @constant */
            readonly type: "sample";
            readonly topic: components["schemas"]["topic"];
            readonly host: components["schemas"]["host"];
            readonly cursor: components["schemas"]["cursor"];
            readonly event: components["schemas"]["event"];
        };
        /** @description How all hosts are. */
        readonly fleet: {
            /** @constant */
            readonly type: "fleet";
            /** Format: date-time */
            readonly time: string;
            /** @description In the order of the columns; only in the first message and when they changed */
            readonly hosts?: readonly components["schemas"]["host"][];
            /** @description By metric path the newest value of each host; null where there is none */
            readonly columns: {
                readonly state: readonly ("up" | "late" | "gone")[];
            } & {
                readonly [key: string]: readonly (number | null)[];
            };
        };
        /** @description What of the cursor cannot be had any more. */
        readonly gap: {
            /** @constant */
            readonly type: "gap";
            readonly topic: components["schemas"]["topic"];
            readonly partition: number;
            /** @description first offset that is missing */
            readonly from: number;
            /** @description first that is not */
            readonly to: number;
            readonly reason: string;
        };
        /** @description Events that gave way to newer ones because the client reads too slowly. */
        readonly dropped: {
            /** @constant */
            readonly type: "dropped";
            readonly topic: components["schemas"]["topic"];
            readonly host: components["schemas"]["host"];
            readonly count: number;
        };
        /** @description What was wrong with a message. A client that does not learn is closed with 1008. */
        readonly problem: {
            /** @constant */
            readonly type: "problem";
            readonly title: string;
            readonly detail: string;
            readonly status: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
