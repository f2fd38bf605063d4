// Written by "npm run types" from docs/openapi.json. Do not edit.

export interface paths {
    "/api/v1/annotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Those that touch the range and concern one of the hosts, by time; of too many the newest.
         * @description Those that touch the range and concern one of the hosts, by time; of too many the newest.
         */
        get: operations["annotations"];
        put?: never;
        /**
         * Adds one, or replaces that of the id.
         * @description Adds one, or replaces that of the id.
         */
        post: operations["annotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/annotations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes it back, if it is there.
         * @description Takes it back, if it is there.
         */
        delete: operations["takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/asyncapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An AsyncAPI 3 document.
         * @description An AsyncAPI 3 document.
         */
        get: operations["asyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of each topic.
         * @description Of each topic.
         */
        get: operations["completeness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One value a line, by host, family and time, written as it is read: it may be any size.
         * @description One value a line, by host, family and time, written as it is read: it may be any size. A file
         *      that ends before its end breaks the connection, so a client sees it.
         */
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * By name, but for those that have been silent for long.
         * @description By name, but for those that have been silent for long.
         */
        get: operations["hosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hosts/{host}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["host"];
        put?: never;
        post?: never;
        /**
         * All that is kept of it goes; if it goes on reporting, it is a new one.
         * @description All that is kept of it goes; if it goes on reporting, it is a new one.
         */
        delete: operations["forgetHost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As they were last looked at, at most a minute before.
         * @description As they were last looked at, at most a minute before.
         */
        get: operations["processes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/prometheus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest values of the hosts that report, without timestamps, and of every host whether it
         *      does.
         * @description The newest values of the hosts that report, without timestamps, and of every host whether it
         *      does.
         */
        get: operations["prometheus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schemas/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The JSON Schema of a topic's events.
         * @description The JSON Schema of a topic's events.
         */
        get: operations["schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * As the persister obeys it now.
         * @description As the persister obeys it now.
         */
        get: operations["retention"];
        /**
         * The persister obeys it within a minute.
         * @description The persister obeys it within a minute.
         */
        put: operations["setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How it is now; sizes are at most ten seconds old.
         * @description How it is now; sizes are at most ten seconds old.
         */
        get: operations["system"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["tokens"];
        put?: never;
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Annotation: {
            hosts?: string[];
            id: string;
            tags?: string[];
            text: string;
            /** Format: date-time */
            time: string;
            /** Format: date-time */
            until?: string;
        };
        Cache: {
            /** Format: int32 */
            count: number;
            name: string;
            /** Format: int64 */
            sizeBytes: number;
        };
        /** @description Who listens. */
        Clients: {
            /**
             * Format: int64
             * @description WebSocket clients
             */
            connected: number;
            /**
             * Format: int64
             * @description events since the start
             */
            delivered: number;
            /**
             * Format: int64
             * @description events that were left out for slow ones
             */
            dropped: number;
            /**
             * Format: int64
             * @description events that wait for them
             */
            queued: number;
            /**
             * Format: int64
             * @description of memory that hold the newest minutes
             */
            recentBytes: number;
        };
        /** @description What is kept of one host in a range. */
        Completeness: {
            /**
             * Format: date-time
             * @description inclusive
             */
            from: string;
            host: string;
            /**
             * Format: date-time
             * @description exclusive
             */
            to: string;
            topics: components["schemas"]["TopicCount"][];
        };
        /** @description A token that was just made. */
        CreatedToken: {
            /**
             * Format: date-time
             * @description when it was made
             */
            created: string;
            /**
             * Format: date-time
             * @description from then on it is refused
             */
            expires: string;
            /** @description all that it may ask about; empty: every host */
            hosts: string[];
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description to the minute; absent if never
             */
            lastUsed?: string;
            /** @description what it is for */
            name: string;
            /** @enum {string} */
            role: "viewer" | "operator";
            /** @description for the header <code>Authorization: Bearer …</code>; shown this once, kept nowhere */
            token: string;
        };
        /** @description The database. */
        Database: {
            /**
             * Format: int64
             * @description of everything in it
             */
            sizeBytes: number;
            /** @description from the finest */
            tiers: components["schemas"]["TierState"][];
            /** @description of the server */
            version: string;
        };
        Disk: {
            model?: string;
            name: string;
            rotational?: boolean;
            /** Format: int64 */
            sizeBytes?: number;
        };
        Entry: {
            description: string;
            family: string;
            formula?: string;
            inputs: string[];
            kind: string;
            openTelemetry?: string;
            path: string;
            topic: string;
            unit: string;
        };
        /** @description An answer. */
        FoundAnnotations: {
            annotations: components["schemas"]["Annotation"][];
            /** @description false: there are more than a thousand, these are the newest */
            complete: boolean;
        };
        /** @description Where there are no samples though there could be. */
        Gap: {
            /**
             * Format: date-time
             * @description the last sample before
             */
            from: string;
            host: string;
            /** @enum {string} */
            reason: "missing" | "pending" | "unobserved";
            /**
             * Format: date-time
             * @description the first sample after
             */
            to: string;
            topic: string;
        };
        Hardware: {
            caches?: components["schemas"]["Cache"][];
            /** Format: int32 */
            cores?: number;
            cpuModel?: string;
            disks?: components["schemas"]["Disk"][];
            interfaces?: components["schemas"]["Interface"][];
            /** Format: int64 */
            memoryBytes?: number;
            /** Format: int32 */
            sockets?: number;
            /** Format: int32 */
            threads?: number;
        };
        /** @description What was. */
        History: {
            /**
             * Format: date-time
             * @description as asked
             */
            from: string;
            /** @description by host, then by time */
            gaps: components["schemas"]["Gap"][];
            /** @description by host, then by metric */
            series: components["schemas"]["Series"][];
            /**
             * Format: double
             * @description width of the spans; 0: samples as they came
             */
            spanSeconds: number;
            /**
             * @description where it is from; its newest part, while that is not rolled up, from finer ones
             * @enum {string}
             */
            tier: "raw" | "minute" | "hour";
            /** @description epoch milliseconds, ascending: of samples, or of the beginnings of equal spans */
            time: number[];
            /**
             * Format: date-time
             * @description exclusive; what is later comes live
             */
            until: string;
        };
        HostEvent: {
            bootId?: string;
            hardware?: components["schemas"]["Hardware"];
            host: string;
            labels?: {
                [key: string]: string;
            };
            machineIdHash?: string;
            operatingSystem?: components["schemas"]["OperatingSystem"];
            probe: string;
            /** Format: uuid */
            run: string;
            /** Format: int64 */
            sequence: number;
            /** Format: date-time */
            time: string;
            unavailable?: {
                [key: string]: string;
            };
            version: string;
        };
        /** @description What is known of a host. */
        HostView: {
            /** @description whether its probes run on machines of different identity: two hosts of one name */
            conflict: boolean;
            /** @description its newest values, by path; empty for a host that is gone */
            headline: {
                [key: string]: number;
            };
            host: string;
            /**
             * Format: date-time
             * @description when the broker took its newest event; absent if nothing was ever measured
             */
            lastSeen?: string;
            /** @description what each of its probes said of it, as it said it, newest first */
            probes: components["schemas"]["HostEvent"][];
            /** @enum {string} */
            state: "up" | "late" | "gone";
        };
        Interface: {
            driver?: string;
            /** Format: int64 */
            mtuBytes?: number;
            name: string;
        };
        /** @description As the gateway puts it together of an event's leaves. */
        ListedProcess: {
            cgroup?: string;
            commandLine?: string;
            /**
             * Format: double
             * @description CPU time used
             */
            cpuCores?: number;
            /**
             * Format: int64
             * @description Resident memory, shared pages included (RSS)
             */
            memoryBytes?: number;
            name?: string;
            /** Format: int64 */
            parentPid?: number;
            /** Format: int64 */
            pid: number;
            /**
             * Format: double
             * @description Read from block devices; absent where that is not ours to see
             */
            readBytesPerSecond?: number;
            /** Format: date-time */
            startTime?: string;
            state?: string;
            /**
             * Format: int64
             * @description Threads
             */
            threads?: number;
            user?: string;
            /**
             * Format: double
             * @description Written to block devices; absent where that is not ours to see
             */
            writtenBytesPerSecond?: number;
        };
        /** @description What a user proves it with; never written anywhere. */
        Login: {
            password: string;
            username: string;
        };
        /** @description Of every metric its path, unit and meaning. */
        Metrics: {
            metrics: components["schemas"]["Entry"][];
        };
        /** @description What someone wants to say. */
        NewAnnotation: {
            /** @description absent: all */
            hosts?: (string | null)[];
            /** @description of the one that it replaces; absent: a new one */
            id?: string;
            /** @description absent: none */
            tags?: (string | null)[];
            text: string;
            /** @description RFC 3339 or epoch milliseconds; absent: now */
            time?: string;
            /** @description exclusive; absent: it was a moment */
            until?: string;
        };
        /** @description What a token shall be good for. */
        NewToken: {
            /**
             * Format: int64
             * @description one minute to one year
             */
            expiresInSeconds: number;
            /** @description all that it may ask about, at most 100; absent or empty: every host */
            hosts?: string[];
            /** @description what it is for, 1 to 100 printable characters */
            name: string;
            /** @enum {string} */
            role: "viewer" | "operator";
        };
        OperatingSystem: {
            architecture: string;
            /** Format: date-time */
            bootTime?: string;
            kernel?: string;
            name: string;
            virtualization?: string;
        };
        /** @description Probes of one kind and version. */
        Probes: {
            /** Format: int64 */
            count: number;
            probe: string;
            version: string;
        };
        /** @description RFC 9457; detail says how to ask better */
        Problem: {
            detail: string;
            instance?: string;
            /** Format: int32 */
            status: number;
            title: string;
        };
        /** @description The processes of a host at one time. */
        ProcessSnapshot: {
            host: string;
            /** @description the top ones, as in the event, each with its <code>pid</code> */
            processes: components["schemas"]["ListedProcess"][];
            /**
             * Format: date-time
             * @description when they were looked at
             */
            time: string;
            /** @description the event's other members: how many processes there are */
            totals: {
                [key: string]: number;
            };
        };
        RetentionSetting: {
            /** Format: int64 */
            hourSeconds: number;
            /** Format: int64 */
            minuteSeconds: number;
            /** Format: int64 */
            rawSeconds: number;
        };
        /**
         * @description One metric of one host, for each time a value or null. Of a single sample all three are the
         *      same; of a span, min and max keep the spikes.
         */
        Series: {
            avg: (number | null)[];
            host: string;
            max: (number | null)[];
            metric: string;
            min: (number | null)[];
        };
        /** @description Who the asker is. */
        SessionState: {
            /**
             * @description whether one has to log in here
             * @enum {string}
             */
            authentication: "none" | "form";
            /**
             * @description what the asker may do; null: nothing
             * @enum {string|null}
             */
            role: "viewer" | "operator" | null;
            /** @description null while nobody is logged in, or nobody has to be */
            user: string | null;
        };
        /** @description How PerfWatch is. */
        SystemState: {
            clients: components["schemas"]["Clients"];
            /** @description absent while it does not answer */
            database?: components["schemas"]["Database"];
            /** @description how many there are of each kind and version */
            probes: components["schemas"]["Probes"][];
            /** @description by name */
            topics: components["schemas"]["TopicState"][];
            /** @description of the gateway; <code>development</code> if it was not built */
            version: string;
        };
        /** @description A tier of history. */
        TierState: {
            /**
             * Format: date-time
             * @description beginning of the oldest of them; absent if there is none
             */
            oldest?: string;
            /**
             * Format: int64
             * @description tables that it has
             */
            partitions: number;
            /**
             * Format: int64
             * @description with indexes and TOAST
             */
            sizeBytes: number;
            tier: string;
        };
        Token: {
            /**
             * Format: date-time
             * @description when it was made
             */
            created: string;
            /**
             * Format: date-time
             * @description from then on it is refused
             */
            expires: string;
            /** @description all that it may ask about; empty: every host */
            hosts: string[];
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description to the minute; absent if never
             */
            lastUsed?: string;
            /** @description what it is for */
            name: string;
            /** @enum {string} */
            role: "viewer" | "operator";
        };
        /** @description Of one topic, in all hours that the range touches. */
        TopicCount: {
            /**
             * Format: int64
             * @description events that were numbered and are not kept
             */
            missing: number;
            /**
             * Format: int64
             * @description events that are on their way, an estimate
             */
            pending: number;
            /**
             * Format: int64
             * @description events that are kept
             */
            stored: number;
            topic: string;
            /**
             * Format: double
             * @description in which no probe ran
             */
            unobservedSeconds: number;
        };
        /** @description A topic. */
        TopicState: {
            /**
             * Format: int64
             * @description that the gateway has read or passed over, all partitions together
             */
            records: number;
            /**
             * Format: date-time
             * @description when the broker took the newest record that the persister had read; absent
             *          if it has read none
             */
            storedUntil?: string;
            topic: string;
            /**
             * Format: int64
             * @description how many of them are not known to be in the database; the newest
             *          minute always is not
             */
            unstoredRecords: number;
        };
        /** @description As it was asked for and not yet checked; null: missing. */
        WantedRetention: {
            /** Format: int64 */
            hourSeconds: number;
            /** Format: int64 */
            minuteSeconds: number;
            /** Format: int64 */
            rawSeconds: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    annotations: {
        parameters: {
            query?: {
                /** @description name, may be repeated; default any */
                host?: string[];
                /** @description RFC 3339 or epoch milliseconds, inclusive; default an hour before <code>to</code> */
                from?: string;
                /** @description the same, exclusive; default now */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundAnnotations"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    annotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAnnotation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotation"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    asyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    completeness: {
        parameters: {
            query: {
                /** @description name */
                host: string;
                /** @description RFC 3339 or epoch milliseconds, inclusive; default an hour before <code>to</code> */
                from?: string;
                /** @description the same, exclusive; default now; at most 800 days later */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completeness"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export: {
        parameters: {
            query: {
                /** @description name, may be repeated */
                host: string[];
                /** @description path, wildcards allowed, may be repeated */
                metric: string[];
                /** @description RFC 3339 or epoch milliseconds, inclusive; default an hour before <code>to</code> */
                from?: string;
                /** @description the same, exclusive; default now */
                to?: string;
                /** @description <code>csv</code> (RFC 4180, with a header) or <code>jsonl</code>; default csv */
                format?: string;
                /** @description <code>raw</code>, <code>minute</code> or <code>hour</code>; default raw */
                tier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Others are exporting */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    history: {
        parameters: {
            query: {
                /** @description name, may be repeated */
                host: string[];
                /** @description path, wildcards allowed, may be repeated */
                metric: string[];
                /** @description RFC 3339 or epoch milliseconds, inclusive; default an hour before <code>to</code> */
                from?: string;
                /** @description the same, exclusive; default now */
                to?: string;
                /** @description at most so many a series; default 1200 */
                points?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Others ask for much history */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hosts: {
        parameters: {
            query?: {
                /** @description name, may be repeated; default all */
                host?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostView"][];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    host: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostView"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetHost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                host: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name or the password is wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many logins failed; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processes: {
        parameters: {
            query: {
                /** @description name */
                host: string;
                /** @description RFC 3339 or epoch milliseconds, inclusive; default now */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessSnapshot"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prometheus: {
        parameters: {
            query?: {
                /** @description name, may be repeated; default all */
                host?: string[];
                /**
                 * @description of whose metrics all are wanted, may be repeated; default only the headline
                 *          metrics
                 */
                family?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSetting"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedRetention"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionSetting"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    system: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemState"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"][];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are no tokens where nobody has to log in */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are no tokens where nobody has to log in */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are too many */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What was asked for cannot be */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not logged in, and no token that holds */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed to this role or token, or no CSRF token */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none of this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database does not answer */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
