// Made by `npm run openapi` from the routes. Do not edit.
export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of every part; 503 when one of them fails */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "healthy" | "unhealthy";
                            service: string;
                            version: string;
                            timestamp: string;
                            services: {
                                /** @enum {string} */
                                emotion_recognition: "operational" | "loading" | "error";
                                /** @enum {string} */
                                spotify_integration: "operational" | "not_configured";
                                /** @enum {string} */
                                mediapipe: "loaded" | "loading" | "failed_to_load";
                                /** @enum {string} */
                                database: "operational" | "error";
                            };
                            error?: string;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "healthy" | "unhealthy";
                            service: string;
                            version: string;
                            timestamp: string;
                            services: {
                                /** @enum {string} */
                                emotion_recognition: "operational" | "loading" | "error";
                                /** @enum {string} */
                                spotify_integration: "operational" | "not_configured";
                                /** @enum {string} */
                                mediapipe: "loaded" | "loading" | "failed_to_load";
                                /** @enum {string} */
                                database: "operational" | "error";
                            };
                            error?: string;
                        };
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of every part; 503 when one of them fails */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "healthy" | "unhealthy";
                            service: string;
                            version: string;
                            timestamp: string;
                            services: {
                                /** @enum {string} */
                                emotion_recognition: "operational" | "loading" | "error";
                                /** @enum {string} */
                                spotify_integration: "operational" | "not_configured";
                                /** @enum {string} */
                                mediapipe: "loaded" | "loading" | "failed_to_load";
                                /** @enum {string} */
                                database: "operational" | "error";
                            };
                            error?: string;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "healthy" | "unhealthy";
                            service: string;
                            version: string;
                            timestamp: string;
                            services: {
                                /** @enum {string} */
                                emotion_recognition: "operational" | "loading" | "error";
                                /** @enum {string} */
                                spotify_integration: "operational" | "not_configured";
                                /** @enum {string} */
                                mediapipe: "loaded" | "loading" | "failed_to_load";
                                /** @enum {string} */
                                database: "operational" | "error";
                            };
                            error?: string;
                        };
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The server can do its work */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ready" | "not_ready";
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ready" | "not_ready";
                        };
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/db-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Does the database answer? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "online" | "offline";
                            last_checked: string;
                            last_error: string | null;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the account service running? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-in page shows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            first_user_needed: boolean;
                            /** @enum {string} */
                            registration: "closed" | "invite" | "open";
                            recovery: boolean;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/create-first-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the first user, an administrator (409 when there is one) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        email: string;
                        password: string;
                        invite?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            username: string;
                            email: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                            is_active: boolean;
                            created_at: string;
                            last_login_at: string | null;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an account where registration allows it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        email: string;
                        password: string;
                        invite?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            username: string;
                            email: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                            is_active: boolean;
                            created_at: string;
                            last_login_at: string | null;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in: a 24-hour token, also as cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            access_token: string;
                            /** @enum {string} */
                            token_type: "bearer";
                            expires_in: number;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/account-lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find an account with its e-mail and a recovery code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        recovery_code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            username: string;
                            email: string;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password with a recovery code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        recovery_code: string;
                        new_password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is my token valid? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I? */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            username: string;
                            email: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                            is_active: boolean;
                            created_at: string;
                            last_login_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Change my name, e-mail or password */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        email?: string;
                        password?: string;
                        current_password?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            username: string;
                            email: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                            is_active: boolean;
                            created_at: string;
                            last_login_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        /** Delete my account and everything of mine */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password and end my other sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current_password: string;
                        new_password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many recovery codes I have left */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            unused: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Make new one-time recovery codes; shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current_password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codes: string[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                username: string;
                                email: string;
                                /** @enum {string} */
                                role: "admin" | "user";
                                is_active: boolean;
                                created_at: string;
                                last_login_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                role: "admin" | "user";
                                note: string | null;
                                created_at: string;
                                expires_at: string;
                                used_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Make an invitation; its code is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default user
                         * @enum {string}
                         */
                        role?: "admin" | "user";
                        note?: string;
                        /** @default 72 */
                        expires_in_hours?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            role: "admin" | "user";
                            note: string | null;
                            created_at: string;
                            expires_at: string;
                            used_at: string | null;
                            code: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who may create an account */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        registration: "closed" | "invite" | "open";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            registration: "closed" | "invite" | "open";
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an account and everything of theirs */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a role, disable or enable an account */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role?: "admin" | "user";
                        is_active?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            name: string;
                            username: string;
                            email: string;
                            /** @enum {string} */
                            role: "admin" | "user";
                            is_active: boolean;
                            created_at: string;
                            last_login_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One-time code for a user who lost the password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recovery_code: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artists, by page; ETag, and 304 for who has the page already */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                    cursor?: string;
                    order?: "pop-desc" | "pop-asc" | "name-asc" | "recent" | "favorites";
                    search?: string;
                    genre?: string;
                    from?: string;
                    user_id?: number;
                    owned?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            }[];
                            total: number;
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/id/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One artist */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            spotify_id: string | null;
                            musicbrainz_id: string | null;
                            name: string;
                            normalized_name: string;
                            genres: string[];
                            images: {
                                url: string;
                            }[];
                            popularity: number;
                            followers: number;
                            bio_summary: string | null;
                            bio_content: string | null;
                            album_count: number;
                            track_count: number;
                            is_favorite: boolean;
                            /** @description ISO 8601 with zone */
                            created_at: string;
                            /** @description ISO 8601 with zone */
                            updated_at: string;
                            last_refreshed_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes an artist that is nobody’s favourite */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/id/{id}/discography": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An artist with albums and their tracks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            artist: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            };
                            albums: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                release_date: string;
                                release_type: string;
                                is_compilation: boolean;
                                total_tracks: number;
                                duration_ms: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                label: string | null;
                                genres: string[];
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                                tracks: {
                                    id: number;
                                    spotify_id: string | null;
                                    musicbrainz_id: string | null;
                                    name: string;
                                    artist_id: number | null;
                                    artist_name: string;
                                    artists: {
                                        id: number;
                                        name: string;
                                        /** @enum {string} */
                                        role: "main" | "featured";
                                        join_phrase: string;
                                    }[];
                                    album_id: number | null;
                                    album_name: string | null;
                                    disc_number: number;
                                    track_number: number | null;
                                    duration_ms: number;
                                    explicit: boolean;
                                    isrc: string | null;
                                    bpm: number | null;
                                    popularity: number;
                                    genres: string[];
                                    is_favorite: boolean;
                                    user_score: number;
                                    images: {
                                        url: string;
                                    }[];
                                    cover_color: string | null;
                                    stream_url: string | null;
                                    file: {
                                        id: number;
                                        codec: string;
                                        container: string;
                                        lossless: boolean;
                                        bitrate: number | null;
                                        sample_rate: number | null;
                                        bit_depth: number | null;
                                        channels: number | null;
                                        size_bytes: number;
                                        available: boolean;
                                        replay_gain: {
                                            track_gain: number | null;
                                            track_peak: number | null;
                                            album_gain: number | null;
                                            album_peak: number | null;
                                        };
                                    } | null;
                                    lyrics?: string | null;
                                    /** @description ISO 8601 with zone */
                                    created_at: string;
                                    /** @description ISO 8601 with zone */
                                    updated_at: string;
                                }[];
                            }[];
                            truncated: boolean;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/genres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Genres with their number of artists */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                artist_count: number;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Albums, by page */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    order?: "name-asc" | "artist-asc" | "date-desc" | "recent";
                    search?: string;
                    genre?: string;
                    from?: string;
                    owned?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                release_date: string;
                                release_type: string;
                                is_compilation: boolean;
                                total_tracks: number;
                                duration_ms: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                label: string | null;
                                genres: string[];
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            }[];
                            total: number;
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/id/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One album with its tracks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            spotify_id: string | null;
                            musicbrainz_id: string | null;
                            name: string;
                            artist_id: number | null;
                            artist_name: string;
                            artists: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                role: "main" | "featured";
                                join_phrase: string;
                            }[];
                            release_date: string;
                            release_type: string;
                            is_compilation: boolean;
                            total_tracks: number;
                            duration_ms: number;
                            images: {
                                url: string;
                            }[];
                            cover_color: string | null;
                            label: string | null;
                            genres: string[];
                            is_favorite: boolean;
                            /** @description ISO 8601 with zone */
                            created_at: string;
                            /** @description ISO 8601 with zone */
                            updated_at: string;
                            last_refreshed_at: string | null;
                            tracks: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                explicit: boolean;
                                isrc: string | null;
                                bpm: number | null;
                                popularity: number;
                                genres: string[];
                                is_favorite: boolean;
                                user_score: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                file: {
                                    id: number;
                                    codec: string;
                                    container: string;
                                    lossless: boolean;
                                    bitrate: number | null;
                                    sample_rate: number | null;
                                    bit_depth: number | null;
                                    channels: number | null;
                                    size_bytes: number;
                                    available: boolean;
                                    replay_gain: {
                                        track_gain: number | null;
                                        track_peak: number | null;
                                        album_gain: number | null;
                                        album_peak: number | null;
                                    };
                                } | null;
                                lyrics?: string | null;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes an album that is nobody’s favourite */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tracks, by page */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    /** @description Comma list of at most 100 ids: these and no page, in this order, without those that are not found */
                    ids?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                explicit: boolean;
                                isrc: string | null;
                                bpm: number | null;
                                popularity: number;
                                genres: string[];
                                is_favorite: boolean;
                                user_score: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                file: {
                                    id: number;
                                    codec: string;
                                    container: string;
                                    lossless: boolean;
                                    bitrate: number | null;
                                    sample_rate: number | null;
                                    bit_depth: number | null;
                                    channels: number | null;
                                    size_bytes: number;
                                    available: boolean;
                                    replay_gain: {
                                        track_gain: number | null;
                                        track_peak: number | null;
                                        album_gain: number | null;
                                        album_peak: number | null;
                                    };
                                } | null;
                                lyrics?: string | null;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                            }[];
                            total: number;
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/id/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One track */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            spotify_id: string | null;
                            musicbrainz_id: string | null;
                            name: string;
                            artist_id: number | null;
                            artist_name: string;
                            artists: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                role: "main" | "featured";
                                join_phrase: string;
                            }[];
                            album_id: number | null;
                            album_name: string | null;
                            disc_number: number;
                            track_number: number | null;
                            duration_ms: number;
                            explicit: boolean;
                            isrc: string | null;
                            bpm: number | null;
                            popularity: number;
                            genres: string[];
                            is_favorite: boolean;
                            user_score: number;
                            images: {
                                url: string;
                            }[];
                            cover_color: string | null;
                            stream_url: string | null;
                            file: {
                                id: number;
                                codec: string;
                                container: string;
                                lossless: boolean;
                                bitrate: number | null;
                                sample_rate: number | null;
                                bit_depth: number | null;
                                channels: number | null;
                                size_bytes: number;
                                available: boolean;
                                replay_gain: {
                                    track_gain: number | null;
                                    track_peak: number | null;
                                    album_gain: number | null;
                                    album_peak: number | null;
                                };
                            } | null;
                            lyrics?: string | null;
                            /** @description ISO 8601 with zone */
                            created_at: string;
                            /** @description ISO 8601 with zone */
                            updated_at: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The track table: filters, search, counters */
        get: {
            parameters: {
                query?: {
                    verify_files?: "0" | "1" | "true" | "false";
                    offset?: number;
                    limit?: number;
                    include_summary?: "0" | "1" | "true" | "false";
                    after_id?: number;
                    filter?: "all" | "withLink" | "noLink" | "hasFile" | "missingFile" | "favorites";
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                track_id: number;
                                track_name: string;
                                spotify_track_id: string | null;
                                artist_id: number | null;
                                artist_name: string | null;
                                artist_spotify_id: string | null;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                album_spotify_id: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                popularity: number;
                                genres: string[];
                                bpm: number | null;
                                is_favorite: boolean;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                replay_gain: {
                                    track_gain: number | null;
                                    track_peak: number | null;
                                    album_gain: number | null;
                                    album_peak: number | null;
                                } | null;
                                youtube_video_id: string | null;
                                youtube_status: string | null;
                                youtube_url: string | null;
                                local_file_path: string | null;
                                local_file_exists: boolean;
                                chart_source: string | null;
                                chart_name: string | null;
                                chart_best_position: number | null;
                                chart_best_position_date: string | null;
                                chart_weeks_at_one: number;
                                chart_weeks_top5: number;
                                chart_weeks_top10: number;
                            }[];
                            offset: number;
                            limit: number;
                            has_more: boolean;
                            next_after: number | null;
                            summary?: {
                                total: number;
                                with_link: number;
                                with_file: number;
                                missing_link: number;
                                missing_file: number;
                                favorites: number;
                            };
                            filtered_total?: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/recently-added": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest tracks first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    verify_files?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                track_id: number;
                                track_name: string;
                                spotify_track_id: string | null;
                                artist_id: number | null;
                                artist_name: string | null;
                                artist_spotify_id: string | null;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                album_spotify_id: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                popularity: number;
                                genres: string[];
                                bpm: number | null;
                                is_favorite: boolean;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                replay_gain: {
                                    track_gain: number | null;
                                    track_peak: number | null;
                                    album_gain: number | null;
                                    album_peak: number | null;
                                } | null;
                                youtube_video_id: string | null;
                                youtube_status: string | null;
                                youtube_url: string | null;
                                local_file_path: string | null;
                                local_file_exists: boolean;
                                chart_source: string | null;
                                chart_name: string | null;
                                chart_best_position: number | null;
                                chart_best_position_date: string | null;
                                chart_weeks_at_one: number;
                                chart_weeks_top5: number;
                                chart_weeks_top10: number;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audio: ranges (206, 416), validators (304), HEAD; 404 FILE_OFFLINE */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** The audio: ranges (206, 416), validators (304), HEAD; 404 FILE_OFFLINE */
        head: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        patch?: never;
        trace?: never;
    };
    "/library/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Music folders */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                path: string;
                                /** @enum {string} */
                                state: "online" | "offline";
                                file_count: number;
                                last_scan_at: string | null;
                                created_at: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Add a music folder (400 FOLDER_INVALID, 409 FOLDER_OVERLAP) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        path: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            path: string;
                            /** @enum {string} */
                            state: "online" | "offline";
                            file_count: number;
                            last_scan_at: string | null;
                            created_at: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/folders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a folder out of the library; its files on disk stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            path: string;
                            /** @enum {string} */
                            state: "online" | "offline";
                            file_count: number;
                            last_scan_at: string | null;
                            created_at: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/browse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Directories of the server, for the folder picker */
        get: {
            parameters: {
                query?: {
                    path?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            path: string;
                            parent: string | null;
                            directories: {
                                name: string;
                                path: string;
                            }[];
                            audio_files: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/scan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Scan every folder, or one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        folder_id?: number;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scan_id: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest scans */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                files_total: number;
                                files_seen: number;
                                added: number;
                                updated: number;
                                unchanged: number;
                                moved: number;
                                missing: number;
                                failed: number;
                                errors: {
                                    file: string;
                                    reason: string;
                                }[];
                                started_at: string | null;
                                finished_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/scans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scan */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            files_total: number;
                            files_seen: number;
                            added: number;
                            updated: number;
                            unchanged: number;
                            moved: number;
                            missing: number;
                            failed: number;
                            errors: {
                                file: string;
                                reason: string;
                            }[];
                            started_at: string | null;
                            finished_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/scans/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress as server-sent events named "scan" */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/scans/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a scan at its next safe point; what it found stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            files_total: number;
                            files_seen: number;
                            added: number;
                            updated: number;
                            unchanged: number;
                            moved: number;
                            missing: number;
                            failed: number;
                            errors: {
                                file: string;
                                reason: string;
                            }[];
                            started_at: string | null;
                            finished_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/library/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the demo library is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "idle" | "rendering" | "scanning" | "done" | "failed";
                            done: number;
                            total: number;
                            scan_id: number | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Make the demo library in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            demo: "started";
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/play/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a play */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        duration_played_seconds?: number;
                        device_info?: string;
                        mood_tag?: string;
                        playlist_context?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            play_history: {
                                id: number;
                                user_id: number;
                                track_id: number;
                                played_at: string;
                                duration_played_seconds: number;
                                platform: string;
                                device_info: string | null;
                                mood_tag: string | null;
                                playlist_context: string | null;
                                was_recommended: boolean;
                                recommendation_source: string | null;
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/recent-plays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My latest plays, one row each */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    verify_files?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                track_id: number;
                                track_name: string;
                                spotify_track_id: string | null;
                                artist_id: number | null;
                                artist_name: string | null;
                                artist_spotify_id: string | null;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                album_spotify_id: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                popularity: number;
                                genres: string[];
                                bpm: number | null;
                                is_favorite: boolean;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                replay_gain: {
                                    track_gain: number | null;
                                    track_peak: number | null;
                                    album_gain: number | null;
                                    album_peak: number | null;
                                } | null;
                                youtube_video_id: string | null;
                                youtube_status: string | null;
                                youtube_url: string | null;
                                local_file_path: string | null;
                                local_file_exists: boolean;
                                chart_source: string | null;
                                chart_name: string | null;
                                chart_best_position: number | null;
                                chart_best_position_date: string | null;
                                chart_weeks_at_one: number;
                                chart_weeks_top5: number;
                                chart_weeks_top10: number;
                                played_at: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/most-played": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My most played tracks */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    verify_files?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                track_id: number;
                                track_name: string;
                                spotify_track_id: string | null;
                                artist_id: number | null;
                                artist_name: string | null;
                                artist_spotify_id: string | null;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                album_spotify_id: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                popularity: number;
                                genres: string[];
                                bpm: number | null;
                                is_favorite: boolean;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                replay_gain: {
                                    track_gain: number | null;
                                    track_peak: number | null;
                                    album_gain: number | null;
                                    album_peak: number | null;
                                } | null;
                                youtube_video_id: string | null;
                                youtube_status: string | null;
                                youtube_url: string | null;
                                local_file_path: string | null;
                                local_file_exists: boolean;
                                chart_source: string | null;
                                chart_name: string | null;
                                chart_best_position: number | null;
                                chart_best_position_date: string | null;
                                chart_weeks_at_one: number;
                                chart_weeks_top5: number;
                                chart_weeks_top10: number;
                                play_count: number;
                                last_played_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/id/{id}/lyrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of a track: from its files, else from a provider; `lines` with time stamps where there are any */
        get: {
            parameters: {
                query?: {
                    /** @description Ask the providers again, although something is known */
                    refresh?: "true" | "false";
                    /** @description Ask nobody: what is in files and what was kept */
                    local?: "true" | "false";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            track_id: number;
                            /** @description `embedded`, `sidecar` or the name of a provider such as `lrclib` */
                            source: string | null;
                            /** @description The name of the provider as people write it */
                            source_title: string | null;
                            instrumental: boolean;
                            plain: string | null;
                            lines: {
                                at_ms: number;
                                text: string;
                            }[] | null;
                            /** @description When a provider was asked; null for words of a file */
                            fetched_at: string | null;
                            /** @description Why a provider that was wanted could not be asked */
                            unavailable: ("off" | "unable" | "busy" | "budget" | "refused" | "unreachable" | "timeout" | "failed" | "broken") | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scrobbling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Services, my accounts there, and what waits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                service: string;
                                title: string;
                                /** @description false: switched off on this server; what waits goes on waiting */
                                available: boolean;
                                /** @enum {string} */
                                connect: "token" | "sign-in";
                                /** @description null: not connected */
                                account: string | null;
                                state: ("active" | "refused") | null;
                                /** @description What went wrong last, in words */
                                note: string | null;
                                waiting: number;
                                last_sent_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scrobbling/{service}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Connect with a token; 400 when the service does not take it, 503 when it is silent */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    service: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The token the service shows to its user */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            service: string;
                            title: string;
                            /** @description false: switched off on this server; what waits goes on waiting */
                            available: boolean;
                            /** @enum {string} */
                            connect: "token" | "sign-in";
                            /** @description null: not connected */
                            account: string | null;
                            state: ("active" | "refused") | null;
                            /** @description What went wrong last, in words */
                            note: string | null;
                            waiting: number;
                            last_sent_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        /** Disconnect, and forget what waits to be sent */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    service: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scrobbling/{service}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where to sign in; the service leads back to the callback with `token` */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    service: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uri
                         * @description Where the service sends its user back to; the page of this server when left out
                         */
                        callback?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            url: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scrobbling/{service}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish signing in with what the service added to the callback */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    service: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What the service added to the callback, or the whole address it led to */
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            service: string;
                            title: string;
                            /** @description false: switched off on this server; what waits goes on waiting */
                            available: boolean;
                            /** @enum {string} */
                            connect: "token" | "sign-in";
                            /** @description null: not connected */
                            account: string | null;
                            state: ("active" | "refused") | null;
                            /** @description What went wrong last, in words */
                            note: string | null;
                            waiting: number;
                            last_sent_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/now-playing/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A track begins: tells the services, answers at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/data-freshness-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many discographies are fresh */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            data_freshness_report: {
                                artists: {
                                    total: number;
                                    fresh: number;
                                    stale: number;
                                    freshness_percentage: number;
                                };
                                downloads: {
                                    total_attempts: number;
                                    completed: number;
                                    completion_rate: number;
                                };
                                last_updated: string;
                            };
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/refresh-genres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Genres for artists that have none */
        post: {
            parameters: {
                query?: {
                    limit?: number;
                    tracks_per_artist?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scanned: number;
                            updated: number;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/refresh-missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Biography, picture and genres for artists that lack one */
        post: {
            parameters: {
                query?: {
                    limit?: number;
                    use_spotify?: "0" | "1" | "true" | "false";
                    use_lastfm?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            scanned: number;
                            spotify_updated: number;
                            lastfm_updated: number;
                            skipped: number;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/bulk-refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The oldest discographies are brought up to date */
        post: {
            parameters: {
                query?: {
                    max_artists?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bulk_refresh_result: {
                                artists_refreshed: number;
                                new_albums_discovered: number;
                                new_tracks_discovered: number;
                            };
                            message: string;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artists that providers find, each once, best first */
        get: {
            parameters: {
                query: {
                    q: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string | null;
                            local_id: number | null;
                            musicbrainz_id: string | null;
                            ref: string;
                            name: string;
                            disambiguation: string;
                            images: {
                                url: string;
                            }[];
                            followers: {
                                total: number;
                            };
                            popularity: number;
                            genres: string[];
                            sources: string[];
                            catalogued: boolean;
                        }[];
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/search-auto-download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keeps an artist with every album and track, and up to 15 similar ones; answers at once with the run */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref?: string;
                    user_id?: number;
                    expand_library?: "0" | "1" | "true" | "false";
                    similar?: number;
                    include_youtube_links?: "0" | "1" | "true" | "false";
                    auto_download_top_tracks?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            query: string;
                            user_id: number;
                            artists: {
                                id: string | null;
                                local_id: number | null;
                                musicbrainz_id: string | null;
                                ref: string;
                                name: string;
                                disambiguation: string;
                                images: {
                                    url: string;
                                }[];
                                followers: {
                                    total: number;
                                };
                                popularity: number;
                                genres: string[];
                                sources: string[];
                                catalogued: boolean;
                            }[];
                            main_artist_processed: {
                                id: number;
                                name: string;
                                spotify_id: string | null;
                                followers: number;
                            } | null;
                            library_expansion: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                            expand_library: boolean;
                            message?: string;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Keeps an artist with every album and track, and up to 15 similar ones; answers at once with the run */
        post: {
            parameters: {
                query?: {
                    q?: string;
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref?: string;
                    user_id?: number;
                    expand_library?: "0" | "1" | "true" | "false";
                    similar?: number;
                    include_youtube_links?: "0" | "1" | "true" | "false";
                    auto_download_top_tracks?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            query: string;
                            user_id: number;
                            artists: {
                                id: string | null;
                                local_id: number | null;
                                musicbrainz_id: string | null;
                                ref: string;
                                name: string;
                                disambiguation: string;
                                images: {
                                    url: string;
                                }[];
                                followers: {
                                    total: number;
                                };
                                popularity: number;
                                genres: string[];
                                sources: string[];
                                catalogued: boolean;
                            }[];
                            main_artist_processed: {
                                id: number;
                                name: string;
                                spotify_id: string | null;
                                followers: number;
                            } | null;
                            library_expansion: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                            expand_library: boolean;
                            message?: string;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/albums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Albums from the database, newest first; refresh=true brings them up to date in the background */
        get: {
            parameters: {
                query?: {
                    refresh?: "0" | "1" | "true" | "false";
                };
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string | null;
                            local_id: number;
                            musicbrainz_id: string | null;
                            name: string;
                            release_date: string;
                            release_type: string;
                            total_tracks: number;
                            owned_tracks: number;
                            images: {
                                url: string;
                            }[];
                            label: string | null;
                            artists: {
                                id: number;
                                name: string;
                            }[];
                            image_path_id: number | null;
                            youtube_links_available: number;
                        }[];
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/save/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps one artist */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            artist: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/sync-discography": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The list of albums now, tracks later */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                            albums_processed: number;
                            synced_albums: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/full-discography": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Albums with tracks as they are outside now; nothing is written */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            artist: {
                                id: string | null;
                                local_id: number | null;
                                musicbrainz_id: string | null;
                                ref: string;
                                name: string;
                                disambiguation: string;
                                images: {
                                    url: string;
                                }[];
                                followers: {
                                    total: number;
                                };
                                popularity: number;
                                genres: string[];
                                sources: string[];
                                catalogued: boolean;
                            };
                            albums: {
                                name: string;
                                release_date: string;
                                release_type: string;
                                sources: string[];
                                ids: {
                                    [key: string]: string;
                                };
                                images: {
                                    url: string;
                                }[];
                                total_tracks: number | null;
                                tracks: {
                                    name: string;
                                    disc_number: number;
                                    track_number: number | null;
                                    duration_ms: number;
                                    isrc: string | null;
                                    artists: {
                                        name: string;
                                    }[];
                                }[];
                            }[];
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/save-full-discography": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                            artist: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            };
                            saved_albums: number;
                            saved_tracks: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The artist page */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            artist: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                                disambiguation: string;
                                image_color: string | null;
                                kind: string | null;
                                country: string | null;
                                begin_date: string;
                                end_date: string;
                                bio_url: string | null;
                                bio_language: string | null;
                                listeners: number | null;
                                playcount: number | null;
                                links: {
                                    kind: string;
                                    url: string;
                                }[];
                                ids: {
                                    [key: string]: string;
                                };
                                catalogued: boolean;
                            };
                            ownership: {
                                [key: string]: {
                                    known: number;
                                    owned: number;
                                    partly: number;
                                    missing: number;
                                };
                            };
                            albums: {
                                id: number;
                                name: string;
                                release_date: string;
                                /** @enum {string} */
                                release_type: "album" | "ep" | "single" | "compilation" | "live" | "remix" | "soundtrack" | "other";
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                total_tracks: number;
                                owned_tracks: number;
                                /** @enum {string} */
                                state: "owned" | "partly" | "missing";
                                is_favorite: boolean;
                            }[];
                            tracks: {
                                known: number;
                                owned: number;
                            };
                            similar: {
                                id: number | null;
                                name: string;
                                ref: string;
                                score: number;
                                images: {
                                    url: string;
                                }[];
                                source: string;
                            }[];
                            popular_tracks: number[];
                            stale: boolean;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is told of an artist */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            spotify: {
                                id: string | null;
                                local_id: number | null;
                                musicbrainz_id: string | null;
                                ref: string;
                                name: string;
                                disambiguation: string;
                                images: {
                                    url: string;
                                }[];
                                followers: {
                                    total: number;
                                };
                                popularity: number;
                                genres: string[];
                                sources: string[];
                                catalogued: boolean;
                                image_path_id: number | null;
                            };
                            lastfm: {
                                summary: string;
                                content: string;
                                stats: {
                                    listeners?: string;
                                    playcount?: string;
                                };
                                tags: {
                                    name: string;
                                }[];
                                images: {
                                    url: string;
                                }[];
                            };
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Similar artists */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            top: {
                                name: string;
                                listeners: number | null;
                                playcount: number | null;
                                tags: {
                                    name: string;
                                }[];
                                bio: string;
                                score: number;
                                spotify: {
                                    id: string | null;
                                    local_id: number | null;
                                    musicbrainz_id: string | null;
                                    ref: string;
                                    name: string;
                                    disambiguation: string;
                                    images: {
                                        url: string;
                                    }[];
                                    followers: {
                                        total: number;
                                    };
                                    popularity: number;
                                    genres: string[];
                                    sources: string[];
                                    catalogued: boolean;
                                } | null;
                            }[];
                            discover: {
                                id: string | null;
                                local_id: number | null;
                                musicbrainz_id: string | null;
                                ref: string;
                                name: string;
                                disambiguation: string;
                                images: {
                                    url: string;
                                }[];
                                followers: {
                                    total: number;
                                };
                                popularity: number;
                                genres: string[];
                                sources: string[];
                                catalogued: boolean;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tracks and artists that go with one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tracks: {
                                id: string;
                                name: string;
                                duration_ms: number;
                                popularity: number;
                                preview_url: string | null;
                                artists: {
                                    id: string | null;
                                    name: string;
                                }[];
                                album: {
                                    id: string | null;
                                    name: string;
                                    images: {
                                        url: string;
                                    }[];
                                } | null;
                            }[];
                            artists: {
                                id: string | null;
                                local_id: number | null;
                                musicbrainz_id: string | null;
                                ref: string;
                                name: string;
                                disambiguation: string;
                                images: {
                                    url: string;
                                }[];
                                followers: {
                                    total: number;
                                };
                                popularity: number;
                                genres: string[];
                                sources: string[];
                                catalogued: boolean;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/spotify/{ref}/local": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kept artist with this outside id, or null */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            spotify_id: string | null;
                            musicbrainz_id: string | null;
                            name: string;
                            normalized_name: string;
                            genres: string[];
                            images: {
                                url: string;
                            }[];
                            popularity: number;
                            followers: number;
                            bio_summary: string | null;
                            bio_content: string | null;
                            album_count: number;
                            track_count: number;
                            is_favorite: boolean;
                            /** @description ISO 8601 with zone */
                            created_at: string;
                            /** @description ISO 8601 with zone */
                            updated_at: string;
                            last_refreshed_at: string | null;
                        } | null;
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/enrich_bio/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for the biography anew; an empty answer changes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            artist: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/refresh-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings one artist up to date */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            run: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            } | null;
                            new_content_discovered: {
                                new_albums: number;
                                new_tracks: number;
                            };
                            data_freshened: boolean;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/content-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is outside and not here; nothing is written */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            artist_spotify_id: string | null;
                            artist_id: number;
                            new_content_available: {
                                new_albums: number;
                                new_tracks: number;
                            };
                            albums: {
                                name: string;
                                release_date: string;
                                source: string;
                            }[];
                            message: string;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owned, by release type */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ownership: {
                                [key: string]: {
                                    known: number;
                                    owned: number;
                                    partly: number;
                                    missing: number;
                                };
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{ref}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The album page */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            spotify_id: string | null;
                            musicbrainz_id: string | null;
                            name: string;
                            artist_id: number | null;
                            artist_name: string;
                            artists: {
                                id: number;
                                name: string;
                                /** @enum {string} */
                                role: "main" | "featured";
                                join_phrase: string;
                            }[];
                            release_date: string;
                            release_type: string;
                            is_compilation: boolean;
                            total_tracks: number;
                            duration_ms: number;
                            images: {
                                url: string;
                            }[];
                            cover_color: string | null;
                            label: string | null;
                            genres: string[];
                            is_favorite: boolean;
                            /** @description ISO 8601 with zone */
                            created_at: string;
                            /** @description ISO 8601 with zone */
                            updated_at: string;
                            last_refreshed_at: string | null;
                            tracks: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                explicit: boolean;
                                isrc: string | null;
                                bpm: number | null;
                                popularity: number;
                                genres: string[];
                                is_favorite: boolean;
                                user_score: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                file: {
                                    id: number;
                                    codec: string;
                                    container: string;
                                    lossless: boolean;
                                    bitrate: number | null;
                                    sample_rate: number | null;
                                    bit_depth: number | null;
                                    channels: number | null;
                                    size_bytes: number;
                                    available: boolean;
                                    replay_gain: {
                                        track_gain: number | null;
                                        track_peak: number | null;
                                        album_gain: number | null;
                                        album_peak: number | null;
                                    };
                                } | null;
                                lyrics?: string | null;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                            }[];
                            disambiguation: string;
                            catalogued: boolean;
                            story: string | null;
                            story_url: string | null;
                            story_language: string | null;
                            editions: {
                                id: string;
                                provider: string;
                                title: string;
                                release_date: string;
                                country: string | null;
                                format: string | null;
                                label: string | null;
                                upc: string | null;
                                track_count: number | null;
                                status: string | null;
                            }[];
                            ids: {
                                [key: string]: string;
                            };
                            owned_tracks: number;
                            filling: boolean;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/spotify/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An album in the reference’s words: kept ones from the database, others as they are outside */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string | null;
                            local_id: number | null;
                            image_path_id: number | null;
                            name: string;
                            release_date: string;
                            images: {
                                url: string;
                            }[];
                            artists: {
                                id: number | null;
                                name: string;
                            }[];
                            tracks: {
                                id: string | null;
                                local_id: number | null;
                                spotify_id: string | null;
                                name: string;
                                duration_ms: number;
                                popularity: number;
                                external_urls: {
                                    spotify?: string;
                                };
                                artists: {
                                    id: number | null;
                                    name: string;
                                }[];
                            }[];
                            lastfm: {
                                wiki: {
                                    summary: string;
                                    content: string;
                                } | null;
                            };
                            filling: boolean;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{ref}/tracks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tracks of an album of any length */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string | null;
                            local_id: number | null;
                            spotify_id: string | null;
                            name: string;
                            duration_ms: number;
                            popularity: number;
                            external_urls: {
                                spotify?: string;
                            };
                            artists: {
                                id: number | null;
                                name: string;
                            }[];
                        }[];
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/save/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps an album with all tracks */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            album: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                release_date: string;
                                release_type: string;
                                is_compilation: boolean;
                                total_tracks: number;
                                duration_ms: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                label: string | null;
                                genres: string[];
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                                tracks: {
                                    id: number;
                                    spotify_id: string | null;
                                    musicbrainz_id: string | null;
                                    name: string;
                                    artist_id: number | null;
                                    artist_name: string;
                                    artists: {
                                        id: number;
                                        name: string;
                                        /** @enum {string} */
                                        role: "main" | "featured";
                                        join_phrase: string;
                                    }[];
                                    album_id: number | null;
                                    album_name: string | null;
                                    disc_number: number;
                                    track_number: number | null;
                                    duration_ms: number;
                                    explicit: boolean;
                                    isrc: string | null;
                                    bpm: number | null;
                                    popularity: number;
                                    genres: string[];
                                    is_favorite: boolean;
                                    user_score: number;
                                    images: {
                                        url: string;
                                    }[];
                                    cover_color: string | null;
                                    stream_url: string | null;
                                    file: {
                                        id: number;
                                        codec: string;
                                        container: string;
                                        lossless: boolean;
                                        bitrate: number | null;
                                        sample_rate: number | null;
                                        bit_depth: number | null;
                                        channels: number | null;
                                        size_bytes: number;
                                        available: boolean;
                                        replay_gain: {
                                            track_gain: number | null;
                                            track_peak: number | null;
                                            album_gain: number | null;
                                            album_peak: number | null;
                                        };
                                    } | null;
                                    lyrics?: string | null;
                                    /** @description ISO 8601 with zone */
                                    created_at: string;
                                    /** @description ISO 8601 with zone */
                                    updated_at: string;
                                }[];
                            };
                            tracks_saved: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Local ids of Spotify ids; unknown ones are left out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        spotify_track_ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                track_id: number;
                                spotify_track_id: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tracks that go with seeds: local, or with what providers recommend */
        get: {
            parameters: {
                query?: {
                    seed_tracks?: string;
                    seed_artists?: string;
                    limit?: number;
                    mode?: "hybrid" | "local" | "spotify";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            tracks: {
                                id: string;
                                local_id: number | null;
                                name: string;
                                duration_ms: number;
                                popularity: number;
                                preview_url: string | null;
                                artists: {
                                    id: string | null;
                                    name: string;
                                }[];
                                album: {
                                    id: string | null;
                                    name: string;
                                    images: {
                                        url: string;
                                    }[];
                                } | null;
                                reason: string;
                                source: string;
                                track: {
                                    track_id: number;
                                    track_name: string;
                                    spotify_track_id: string | null;
                                    artist_id: number | null;
                                    artist_name: string | null;
                                    artist_spotify_id: string | null;
                                    artists: {
                                        id: number;
                                        name: string;
                                        /** @enum {string} */
                                        role: "main" | "featured";
                                        join_phrase: string;
                                    }[];
                                    album_id: number | null;
                                    album_name: string | null;
                                    album_spotify_id: string | null;
                                    disc_number: number;
                                    track_number: number | null;
                                    duration_ms: number;
                                    popularity: number;
                                    genres: string[];
                                    bpm: number | null;
                                    is_favorite: boolean;
                                    images: {
                                        url: string;
                                    }[];
                                    cover_color: string | null;
                                    stream_url: string | null;
                                    replay_gain: {
                                        track_gain: number | null;
                                        track_peak: number | null;
                                        album_gain: number | null;
                                        album_peak: number | null;
                                    } | null;
                                    youtube_video_id: string | null;
                                    youtube_status: string | null;
                                    youtube_url: string | null;
                                    local_file_path: string | null;
                                    local_file_exists: boolean;
                                    chart_source: string | null;
                                    chart_name: string | null;
                                    chart_best_position: number | null;
                                    chart_best_position_date: string | null;
                                    chart_weeks_at_one: number;
                                    chart_weeks_top5: number;
                                    chart_weeks_top10: number;
                                } | null;
                            }[];
                            artists: {
                                id: number;
                                name: string;
                            }[];
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/enrich/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How often a track is heard, and its sound */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            track: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                artist_id: number | null;
                                artist_name: string;
                                artists: {
                                    id: number;
                                    name: string;
                                    /** @enum {string} */
                                    role: "main" | "featured";
                                    join_phrase: string;
                                }[];
                                album_id: number | null;
                                album_name: string | null;
                                disc_number: number;
                                track_number: number | null;
                                duration_ms: number;
                                explicit: boolean;
                                isrc: string | null;
                                bpm: number | null;
                                popularity: number;
                                genres: string[];
                                is_favorite: boolean;
                                user_score: number;
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                stream_url: string | null;
                                file: {
                                    id: number;
                                    codec: string;
                                    container: string;
                                    lossless: boolean;
                                    bitrate: number | null;
                                    sample_rate: number | null;
                                    bit_depth: number | null;
                                    channels: number | null;
                                    size_bytes: number;
                                    available: boolean;
                                    replay_gain: {
                                        track_gain: number | null;
                                        track_peak: number | null;
                                        album_gain: number | null;
                                        album_peak: number | null;
                                    };
                                } | null;
                                lyrics?: string | null;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                            };
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/enrich-spotify/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a track of Spotify */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            track_id: number;
                            spotify_popularity: number;
                            has_preview: boolean;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/bulk-enrich-lastfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Owned tracks of which nobody told how often they are heard */
        post: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            processed: number;
                            total_found: number;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/bulk-enrich-spotify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tracks of Spotify without popularity */
        post: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            processed: number;
                            total_found: number;
                            unavailable: {
                                provider: string;
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Albums of which nothing or only a part is owned, newest first */
        get: {
            parameters: {
                query?: {
                    artist_id?: number;
                    types?: string;
                    owned_artists?: "true" | "false";
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                release_date: string;
                                /** @enum {string} */
                                release_type: "album" | "ep" | "single" | "compilation" | "live" | "remix" | "soundtrack" | "other";
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                total_tracks: number;
                                owned_tracks: number;
                                /** @enum {string} */
                                state: "owned" | "partly" | "missing";
                                is_favorite: boolean;
                                artist_id: number | null;
                                artist_name: string;
                                label: string | null;
                                musicbrainz_id: string | null;
                            }[];
                            /** @description Albums on all pages together */
                            total: number;
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/missing/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a wish list: CSV, or M3U with placeholders */
        get: {
            parameters: {
                query?: {
                    artist_id?: number;
                    types?: string;
                    owned_artists?: "true" | "false";
                    format?: "csv" | "m3u";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/new-releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** New releases of the artists that are kept */
        get: {
            parameters: {
                query?: {
                    days?: number;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                name: string;
                                release_date: string;
                                /** @enum {string} */
                                release_type: "album" | "ep" | "single" | "compilation" | "live" | "remix" | "soundtrack" | "other";
                                images: {
                                    url: string;
                                }[];
                                cover_color: string | null;
                                total_tracks: number;
                                owned_tracks: number;
                                /** @enum {string} */
                                state: "owned" | "partly" | "missing";
                                is_favorite: boolean;
                                artist_id: number | null;
                                artist_name: string;
                                label: string | null;
                                musicbrainz_id: string | null;
                            }[];
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each fact of an artist is from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            entity: "artist" | "album" | "track";
                            id: number;
                            fields: {
                                field: string;
                                provider: string;
                                title: string;
                                attribution: string;
                                score: number | null;
                                fetched_at: string;
                            }[];
                            ids: {
                                provider: string;
                                value: string;
                                pinned: boolean;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{ref}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each fact of an album is from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            entity: "artist" | "album" | "track";
                            id: number;
                            fields: {
                                field: string;
                                provider: string;
                                title: string;
                                attribution: string;
                                score: number | null;
                                fetched_at: string;
                            }[];
                            ids: {
                                provider: string;
                                value: string;
                                pinned: boolean;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/{ref}/provenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where each fact of an track is from */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            entity: "artist" | "album" | "track";
                            id: number;
                            fields: {
                                field: string;
                                provider: string;
                                title: string;
                                attribution: string;
                                score: number | null;
                                fetched_at: string;
                            }[];
                            ids: {
                                provider: string;
                                value: string;
                                pinned: boolean;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An artist that was mixed up becomes two */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        ids: {
                            provider: string;
                            value: string;
                        }[];
                        name?: string;
                        /** @default [] */
                        album_ids?: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two artists that are one: the named one goes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{ref}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two albums that are one: the named one goes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/{ref}/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pins an outside id to an artist */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        provider: string;
                        value: string;
                        /** @default false */
                        move?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/albums/{ref}/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pins an outside id to an album */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        provider: string;
                        value: string;
                        /** @default false */
                        move?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tracks/{ref}/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pins an outside id to an track */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description local id, Spotify id or MusicBrainz id */
                    ref: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        provider: string;
                        value: string;
                        /** @default false */
                        move?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Latest work on the catalogue */
        get: {
            parameters: {
                query?: {
                    active?: "true" | "false";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** @enum {string} */
                                kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                                title: string;
                                /** @enum {string} */
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                steps_total: number;
                                steps_done: number;
                                steps_failed: number;
                                percentage: number;
                                artists: number;
                                albums: number;
                                tracks: number;
                                current: string | null;
                                note: string | null;
                                next_at: string | null;
                                artist_id: number | null;
                                cancellable: boolean;
                                stopping: boolean;
                                created_at: string;
                                started_at: string | null;
                                finished_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                            title: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            steps_total: number;
                            steps_done: number;
                            steps_failed: number;
                            percentage: number;
                            artists: number;
                            albums: number;
                            tracks: number;
                            current: string | null;
                            note: string | null;
                            next_at: string | null;
                            artist_id: number | null;
                            cancellable: boolean;
                            stopping: boolean;
                            created_at: string;
                            started_at: string | null;
                            finished_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A run as it goes on: server-sent events named "run" */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a run of yours, or as an administrator any, at its next safe point; what it wrote stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            /** @enum {string} */
                            kind: "expansion" | "discography" | "refresh" | "genres" | "missing" | "releases";
                            title: string;
                            /** @enum {string} */
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            steps_total: number;
                            steps_done: number;
                            steps_failed: number;
                            percentage: number;
                            artists: number;
                            albums: number;
                            tracks: number;
                            current: string | null;
                            note: string | null;
                            next_at: string | null;
                            artist_id: number | null;
                            cancellable: boolean;
                            stopping: boolean;
                            created_at: string;
                            started_at: string | null;
                            finished_at: string | null;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State, budget and last error of each */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                title: string;
                                website: string;
                                attribution: string;
                                gives: string[];
                                enabled: boolean;
                                missing: string[];
                                /** @enum {string} */
                                state: "ready" | "failing" | "resting" | "off" | "needs_key" | "offline";
                                message: string | null;
                                blocked_until: string | null;
                                last_error: string | null;
                                last_error_at: string | null;
                                last_success_at: string | null;
                                unable: {
                                    family: string;
                                    reason: string;
                                    since: string;
                                }[];
                                usage: {
                                    family: string;
                                    calls: number;
                                    failures: number;
                                    budget: number | null;
                                }[];
                                services: {
                                    name: string;
                                    title: string;
                                    /** @enum {string} */
                                    state: "ready" | "failing" | "resting" | "off" | "needs_key" | "offline";
                                    message: string | null;
                                    blocked_until: string | null;
                                    last_error: string | null;
                                    last_error_at: string | null;
                                    last_success_at: string | null;
                                    unable: {
                                        family: string;
                                        reason: string;
                                        since: string;
                                    }[];
                                    usage: {
                                        family: string;
                                        calls: number;
                                        failures: number;
                                        budget: number | null;
                                    }[];
                                }[];
                            }[];
                            offline: boolean;
                            custom: boolean;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Who is asked first, and who is not asked; an empty order is the recommended one */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        order?: string[];
                        disabled?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                title: string;
                                website: string;
                                attribution: string;
                                gives: string[];
                                enabled: boolean;
                                missing: string[];
                                /** @enum {string} */
                                state: "ready" | "failing" | "resting" | "off" | "needs_key" | "offline";
                                message: string | null;
                                blocked_until: string | null;
                                last_error: string | null;
                                last_error_at: string | null;
                                last_success_at: string | null;
                                unable: {
                                    family: string;
                                    reason: string;
                                    since: string;
                                }[];
                                usage: {
                                    family: string;
                                    calls: number;
                                    failures: number;
                                    budget: number | null;
                                }[];
                                services: {
                                    name: string;
                                    title: string;
                                    /** @enum {string} */
                                    state: "ready" | "failing" | "resting" | "off" | "needs_key" | "offline";
                                    message: string | null;
                                    blocked_until: string | null;
                                    last_error: string | null;
                                    last_error_at: string | null;
                                    last_success_at: string | null;
                                    unable: {
                                        family: string;
                                        reason: string;
                                        since: string;
                                    }[];
                                    usage: {
                                        family: string;
                                        calls: number;
                                        failures: number;
                                        budget: number | null;
                                    }[];
                                }[];
                            }[];
                            offline: boolean;
                            custom: boolean;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/providers/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One small question, to see that it answers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ok: boolean;
                            milliseconds: number;
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/favorites/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My favourites, newest first */
        get: {
            parameters: {
                query?: {
                    user_id?: number;
                    target_type?: "artist" | "album" | "track";
                    limit?: number;
                    after_id?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            user_id: number;
                            /** @enum {string} */
                            target_type: "artist" | "album" | "track";
                            artist_id: number | null;
                            album_id: number | null;
                            track_id: number | null;
                            created_at: string;
                        }[];
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/favorites/{target_type}/{target_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an artist, album or track */
        post: {
            parameters: {
                query?: {
                    user_id?: number;
                };
                header?: never;
                path: {
                    target_type: "artist" | "album" | "track";
                    target_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            favorite: {
                                id: number;
                                user_id: number;
                                /** @enum {string} */
                                target_type: "artist" | "album" | "track";
                                artist_id: number | null;
                                album_id: number | null;
                                track_id: number | null;
                                created_at: string;
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Let it go again */
        delete: {
            parameters: {
                query?: {
                    user_id?: number;
                };
                header?: never;
                path: {
                    target_type: "artist" | "album" | "track";
                    target_id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/hidden": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artists I hide */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                spotify_id: string | null;
                                musicbrainz_id: string | null;
                                name: string;
                                normalized_name: string;
                                genres: string[];
                                images: {
                                    url: string;
                                }[];
                                popularity: number;
                                followers: number;
                                bio_summary: string | null;
                                bio_content: string | null;
                                album_count: number;
                                track_count: number;
                                is_favorite: boolean;
                                /** @description ISO 8601 with zone */
                                created_at: string;
                                /** @description ISO 8601 with zone */
                                updated_at: string;
                                last_refreshed_at: string | null;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/artists/id/{id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide an artist from me */
        post: {
            parameters: {
                query?: {
                    user_id?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                            hidden: {
                                id: number;
                                user_id: number;
                                artist_id: number;
                                created_at: string;
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Show an artist again */
        delete: {
            parameters: {
                query?: {
                    user_id?: number;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            message: string;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/entity/{type}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A cover as WebP */
        get: {
            parameters: {
                query?: {
                    size?: number;
                    v?: string;
                    token?: string;
                };
                header?: never;
                path: {
                    type: "artist" | "album" | "track";
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/images/proxy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of another server as WebP */
        get: {
            parameters: {
                query: {
                    url: string;
                    sig: string;
                    size?: number;
                    token?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/detect/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the emotion of the faces in a picture */
        post: {
            parameters: {
                query?: {
                    /** @description true adds the 468 points to the reply */
                    landmarks?: "true" | "false";
                    /** @description Where the reading belongs; also as header X-Session-Id or as a field */
                    session_id?: string;
                    /** @description true: the session that is made with this picture keeps a history */
                    record?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        session_id?: string;
                        /** @description true: the session that is made with this picture keeps a history */
                        record?: boolean | ("true" | "false");
                        /** @description Data URL, or a multipart file field of this name: JPEG, PNG or WebP, up to 10 MB */
                        image?: string;
                    } | null;
                    "application/json": {
                        session_id?: string;
                        /** @description true: the session that is made with this picture keeps a history */
                        record?: boolean | ("true" | "false");
                        /** @description Data URL, or a multipart file field of this name: JPEG, PNG or WebP, up to 10 MB */
                        image?: string;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            /** @description The given session, or a new one */
                            session_id: string;
                            processing_time_ms: number;
                            detection: {
                                /** @enum {boolean} */
                                face_detected: true;
                                /** @enum {string} */
                                clase: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor";
                                /** @enum {string} */
                                clase_detallada: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor" | "disgusto" | "miedo" | "incierto";
                                /** @description No class is convincing */
                                incierto: boolean;
                                /** @description The score of the likeliest class */
                                confianza: number;
                                /** @description Sorted, highest first */
                                scores: {
                                    happy: number;
                                    surprise: number;
                                    sad: number;
                                    angry: number;
                                    disgust: number;
                                    fear: number;
                                    neutral: number;
                                } & {
                                    [key: string]: number;
                                };
                                /** @description The face, in parts of the picture */
                                box: {
                                    x: number;
                                    y: number;
                                    width: number;
                                    height: number;
                                };
                            };
                            /** @description Every face that was found, largest first */
                            faces: {
                                primary: boolean;
                                /** @enum {string} */
                                clase: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor";
                                /** @enum {string} */
                                clase_detallada: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor" | "disgusto" | "miedo" | "incierto";
                                incierto: boolean;
                                confianza: number;
                                /** @description Sorted, highest first */
                                scores: {
                                    happy: number;
                                    surprise: number;
                                    sad: number;
                                    angry: number;
                                    disgust: number;
                                    fear: number;
                                    neutral: number;
                                } & {
                                    [key: string]: number;
                                };
                                /** @description The face, in parts of the picture */
                                box: {
                                    x: number;
                                    y: number;
                                    width: number;
                                    height: number;
                                };
                            }[];
                            features: {
                                eyes: {
                                    /** @description 0 closed .. 1 wide open; right and left are the person's own */
                                    right_eye_opening: number;
                                    left_eye_opening: number;
                                    /** @description |right - left| */
                                    eye_asymmetry: number;
                                    /** @description (right + left) / 2 */
                                    average_opening: number;
                                };
                                eyebrows: {
                                    /** @description Height over the eye less that of a resting face, signed; in units of the distance between the outer eye corners */
                                    right_eyebrow_raise: number;
                                    /** @description The same of the left one; in units of the distance between the outer eye corners */
                                    left_eyebrow_raise: number;
                                    /** @description Mean slope in degrees, positive when the inner ends are higher */
                                    eyebrow_angle: number;
                                    /** @description Gap between the inner ends; in units of the distance between the outer eye corners */
                                    eyebrow_distance: number;
                                };
                                mouth: {
                                    /** @description Gap between the lips; in units of the distance between the outer eye corners */
                                    mouth_height: number;
                                    /** @description Distance between the corners; in units of the distance between the outer eye corners */
                                    mouth_width: number;
                                    /** @description mouth_height / mouth_width */
                                    mouth_aspect_ratio: number;
                                    /** @description 0 none .. 1 broad */
                                    smile_intensity: number;
                                    /** @description 0 relaxed .. 1 pressed together */
                                    lip_compression: number;
                                };
                                nose: {
                                    /** @description Height of the tip between forehead (0) and chin (1) */
                                    nose_position: number;
                                    /** @description Sideways offset of the tip, positive towards the person's left; in units of the distance between the outer eye corners */
                                    nose_orientation: number;
                                    /** @description Width over the wings; in units of the distance between the outer eye corners */
                                    nostril_flare: number;
                                };
                            };
                            /** @description [x, y] in parts of the picture */
                            landmarks?: [
                                number,
                                number
                            ][];
                            metadata: {
                                image_resolution: {
                                    width: number;
                                    height: number;
                                };
                                face_landmarks_count: number;
                                landmark_model: string;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ws/detect/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live video: a WebSocket that takes frames or landmarks and answers emotions */
        get: {
            parameters: {
                query?: {
                    session_id?: string;
                    record?: "true" | "false";
                    landmarks?: "true" | "false";
                    features?: "true" | "false";
                    takeover?: "true" | "false";
                    lang?: "es" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/detect/video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live video: a WebSocket that takes frames or landmarks and answers emotions */
        get: {
            parameters: {
                query?: {
                    session_id?: string;
                    record?: "true" | "false";
                    landmarks?: "true" | "false";
                    features?: "true" | "false";
                    takeover?: "true" | "false";
                    lang?: "es" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My sessions, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            sessions: {
                                /** @description Known to nobody else: it opens the history of a session without an owner */
                                session_id: string;
                                name: string | null;
                                recording: boolean;
                                created_at: string;
                                last_activity_at: string;
                                ended_at: string | null;
                                detections: number;
                            }[];
                            metadata: {
                                total_returned: number;
                                has_more: boolean;
                                next_cursor: string | null;
                            };
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Begin a session; with `recording` its detections are kept as history */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string | null;
                        /** @description Consent to keep a history of what is read; false unless given */
                        recording?: boolean;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            session: {
                                /** @description Known to nobody else: it opens the history of a session without an owner */
                                session_id: string;
                                name: string | null;
                                recording: boolean;
                                created_at: string;
                                last_activity_at: string;
                                ended_at: string | null;
                                detections: number;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session (404 INVALID_SESSION unless it is yours) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            session: {
                                /** @description Known to nobody else: it opens the history of a session without an owner */
                                session_id: string;
                                name: string | null;
                                recording: boolean;
                                created_at: string;
                                last_activity_at: string;
                                ended_at: string | null;
                                detections: number;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a session and its history */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            deleted: {
                                sessions: number;
                                detections: number;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a session, give or withdraw the consent to record it */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string | null;
                        recording?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            session: {
                                /** @description Known to nobody else: it opens the history of a session without an owner */
                                session_id: string;
                                name: string | null;
                                recording: boolean;
                                created_at: string;
                                last_activity_at: string;
                                ended_at: string | null;
                                detections: number;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/sessions/{session_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a session: it takes no more detections, its history stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            session: {
                                /** @description Known to nobody else: it opens the history of a session without an owner */
                                session_id: string;
                                name: string | null;
                                recording: boolean;
                                created_at: string;
                                last_activity_at: string;
                                ended_at: string | null;
                                detections: number;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/emotions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Detections of a session with statistics of the whole period */
        get: {
            parameters: {
                query: {
                    /** @description A session, or `all`: every session of the signed-in caller */
                    session_id: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    from_timestamp?: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    to_timestamp?: string;
                    limit?: number;
                    /** @description `next_cursor` of the page before */
                    cursor?: string;
                    /** @description Only the timeline is filtered; statistics are of all */
                    emotion?: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor" | "disgusto" | "miedo" | "incierto";
                    order?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            session_id: string;
                            /** @description As asked for, else from the start of the session to its last activity */
                            period: {
                                start: string;
                                end: string;
                                duration_minutes: number;
                            };
                            /** @description Of the whole period, not of the page */
                            statistics: {
                                total_detections: number;
                                /** @description Those whose `clase` is only the likeliest of unconvincing ones */
                                uncertain_detections: number;
                                emotion_distribution: {
                                    [key: string]: number;
                                };
                                /** @description Of the total, two decimals */
                                emotion_percentages: {
                                    [key: string]: number;
                                };
                                /** @description Without the uncertain ones */
                                detailed_distribution: {
                                    [key: string]: number;
                                };
                                dominant_emotion: ("feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor") | null;
                                average_confidence: number;
                                /** @description How often `clase` is another than just before in the same session */
                                emotion_changes: number;
                                /** @description By duration, then by count, of one session; more than 30 s without a reading end a streak */
                                longest_emotion_streak: {
                                    /** @enum {string} */
                                    emotion: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor";
                                    duration_seconds: number;
                                    count: number;
                                } | null;
                            };
                            timeline: {
                                timestamp: string;
                                /** @enum {string} */
                                clase: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor";
                                /** @enum {string} */
                                clase_detallada: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor" | "disgusto" | "miedo" | "incierto";
                                confianza: number;
                                /** @description Sorted, highest first */
                                scores: {
                                    happy: number;
                                    surprise: number;
                                    sad: number;
                                    angry: number;
                                    disgust: number;
                                    fear: number;
                                    neutral: number;
                                } & {
                                    [key: string]: number;
                                };
                                /** @enum {string} */
                                source: "image" | "video" | "landmarks" | "correction";
                                /** @description Where `all` was asked for */
                                session_id?: string;
                            }[];
                            playlists_played: {
                                emotion: string;
                                playlist_id: string;
                                playlist_name: string;
                                played_at: string;
                                duration_minutes: number;
                            }[];
                            metadata: {
                                total_returned: number;
                                has_more: boolean;
                                next_cursor: string | null;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Erase the detections of a period; the sessions stay */
        delete: {
            parameters: {
                query: {
                    /** @description A session, or `all`: every session of the signed-in caller */
                    session_id: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    from_timestamp?: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    to_timestamp?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            deleted: {
                                detections: number;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/emotions/streaks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Unbroken runs of one class, for the strip of a day */
        get: {
            parameters: {
                query: {
                    /** @description A session, or `all`: every session of the signed-in caller */
                    session_id: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    from_timestamp?: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    to_timestamp?: string;
                    limit?: number;
                    /** @description `next_cursor` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            /** @description Unbroken runs of one detailed class, those at the ends of the period cut to it */
                            streaks: {
                                /** @description null where the class is uncertain */
                                clase: ("feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor") | null;
                                /** @enum {string} */
                                clase_detallada: "feliz" | "triste" | "enojado" | "sorprendido" | "neutral" | "amor" | "disgusto" | "miedo" | "incierto";
                                started_at: string;
                                ended_at: string;
                                count: number;
                                duration_seconds: number;
                            }[];
                            metadata: {
                                total_returned: number;
                                has_more: boolean;
                                next_cursor: string | null;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/emotions/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Detections by hour of a time zone, for at most 400 days */
        get: {
            parameters: {
                query: {
                    /** @description A session, or `all`: every session of the signed-in caller */
                    session_id: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    from_timestamp?: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    to_timestamp?: string;
                    /** @description A time zone of the IANA data base, as Europe/Madrid */
                    tz?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            hours: {
                                /** @description Its beginning, with the offset of the zone */
                                hour: string;
                                counts: {
                                    [key: string]: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/emotions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything of a period as a file: CSV for spreadsheets, or JSON */
        get: {
            parameters: {
                query: {
                    /** @description A session, or `all`: every session of the signed-in caller */
                    session_id: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    from_timestamp?: string;
                    /** @description ISO 8601 with a zone: `Z` or an offset */
                    to_timestamp?: string;
                    format?: "csv" | "json";
                    /** @description A time zone of the IANA data base, as Europe/Madrid */
                    tz?: string;
                    lang?: "es" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long my history is kept */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            /** @description null: as the server does */
                            retention_days: number | null;
                            server_retention_days: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Keep my history for so many days, or as long as the server does; what is older goes at once */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        retention_days: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            /** @description null: as the server does */
                            retention_days: number | null;
                            server_retention_days: number;
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models for reading faces on the device, and whether they are installed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            models: {
                                name: string;
                                installed: boolean;
                                /** @description Where this server has it */
                                url: string;
                                bytes: number;
                                sha256: string;
                                /** @description Where this server gets it from */
                                source: string;
                                license: string;
                            }[];
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/face_landmarker.task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The model as a file; 404 until it is installed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/face_landmarker/install": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetch the model (502 MODEL_UNAVAILABLE says why not) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            models: {
                                name: string;
                                installed: boolean;
                                /** @description Where this server has it */
                                url: string;
                                bytes: number;
                                sha256: string;
                                /** @description Where this server gets it from */
                                source: string;
                                license: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/face_landmarker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Upload the model, for servers without internet: multipart field `model` (400 MODEL_INVALID) */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            /** @description ISO 8601, UTC */
                            timestamp: string;
                            models: {
                                name: string;
                                installed: boolean;
                                /** @description Where this server has it */
                                url: string;
                                bytes: number;
                                sha256: string;
                                /** @description Where this server gets it from */
                                source: string;
                                license: string;
                            }[];
                        };
                    };
                };
                /** @description Nobody is signed in, or the token is not valid */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Not allowed to this user */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/music/emotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A playlist for an emotion */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        emotion: string;
                        confianza: number;
                        user_preferences?: {
                            language?: string;
                            /** @enum {string} */
                            intensity?: "low" | "medium" | "high";
                            genres?: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            timestamp: string;
                            emotion_detected: string;
                            confianza: number;
                            playlist: {
                                id: string;
                                name: string;
                                description: string;
                                emotion: string;
                                mood_match_score: number;
                                image_url: string;
                                total_tracks: number;
                                tracks: {
                                    id: string;
                                    name: string;
                                    artists: string[];
                                    album: string;
                                    duration_ms: number;
                                    preview_url: string | null;
                                    spotify_url: string | null;
                                    track_id: number;
                                    stream_url: string | null;
                                    image_url: string | null;
                                    valence: number | null;
                                    energy: number | null;
                                    mood_source: ("genre" | "tempo" | "genre+tempo") | null;
                                }[];
                            };
                            recommendation_reason: string;
                            metadata: {
                                total_tracks: number;
                                avg_valence: number | null;
                                avg_energy: number | null;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/music/random": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Random songs of a mood */
        get: {
            parameters: {
                query?: {
                    mood?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            success: true;
                            timestamp: string;
                            playlist: {
                                id: string;
                                name: string;
                                description: string;
                                mood: string;
                                image_url: string;
                                total_tracks: number;
                                tracks: {
                                    id: string;
                                    name: string;
                                    artists: string[];
                                    album: string;
                                    duration_ms: number;
                                    preview_url: string | null;
                                    spotify_url: string | null;
                                    track_id: number;
                                    stream_url: string | null;
                                    image_url: string | null;
                                }[];
                            };
                            metadata: {
                                total_returned: number;
                                has_more: boolean;
                            };
                        };
                    };
                };
                /** @description Too many requests; `retry_after` says in how many seconds to come back */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Any other failure */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            /** @enum {boolean} */
            success: false;
            /** Format: date-time */
            timestamp: string;
            error: {
                /** @enum {string} */
                code: "NO_FACE_DETECTED" | "INVALID_IMAGE" | "IMAGE_TOO_LARGE" | "PROCESSING_ERROR" | "INVALID_EMOTION" | "INVALID_SESSION" | "MISSING_PARAMETER" | "INVALID_PARAMETER" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "SERVICE_UNAVAILABLE" | "REQUEST_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "NOT_FOUND" | "CONFLICT" | "RANGE_NOT_SATISFIABLE" | "AUTH_REQUIRED" | "NO_USERS" | "INVALID_TOKEN" | "INVALID_CREDENTIALS" | "INVALID_PASSWORD" | "INVALID_RECOVERY" | "INVALID_INVITE" | "REGISTRATION_CLOSED" | "FIRST_USER_EXISTS" | "EMAIL_TAKEN" | "FORBIDDEN" | "LAST_ADMIN" | "FOLDER_INVALID" | "FOLDER_OVERLAP" | "SCAN_NOT_ACTIVE" | "FILE_OFFLINE" | "MODEL_UNAVAILABLE" | "MODEL_INVALID" | "STORAGE_FAILED";
                message: string;
                details?: string;
            } & {
                [key: string]: unknown;
            };
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
