// Made from the API document by `npm run generate`.
export interface paths {
    "/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 校验审计链 · Verify the audit chain */
        get: operations["audit_verify_chain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询审计轨迹 · Search the audit trail */
        get: operations["audit_search_trail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出证据包 · Export an evidence pack */
        get: operations["audit_export_evidence"];
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
        DualRequest: {
            requestId: string;
        };
        Refusal: {
            /** @enum {string} */
            code: "calendar.year_unknown" | "platform.body_too_large" | "platform.body_unreadable" | "platform.busy" | "platform.date_unreal" | "platform.dry_run_only_commands" | "platform.field_choice" | "platform.field_control" | "platform.field_format" | "platform.field_long" | "platform.field_missing" | "platform.field_short" | "platform.field_type" | "platform.field_unknown" | "platform.forbidden" | "platform.identifier_check" | "platform.input_invalid" | "platform.key_missing" | "platform.key_reused" | "platform.media_type" | "platform.method" | "platform.money_format" | "platform.money_negative" | "platform.no_route" | "platform.not_found" | "platform.origin" | "platform.sign_in_needed" | "platform.state_changed" | "platform.step_up_needed";
            zh: string;
            en: string;
            field?: string;
            facts: {
                [key: string]: string | number | boolean | null;
            };
            faults: {
                field: string;
                code: string;
                zh: string;
                en: string;
            }[];
            requestId: string;
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
    audit_verify_chain: {
        parameters: {
            query?: {
                anchorNo?: string;
                anchorHash?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        whole: boolean;
                        faults: string[];
                        anchorNo: string;
                        anchorHash: string;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    audit_search_trail: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "at" | "-at";
                customerId?: string;
                actorId?: string;
                action?: string;
                subject?: string;
                outcome?: "done" | "requested" | "refused";
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            customerId: string;
                            /** Format: date-time */
                            at: string;
                            actorKind: string;
                            actorId: string;
                            actorName: string;
                            actorRoles: string;
                            makerId: string | null;
                            command: string;
                            action: string;
                            subject: string;
                            outcome: string;
                            before: string | null;
                            after: string | null;
                            why: string | null;
                            ip: string;
                            device: string;
                            requestId: string;
                            sealedInBlock: string | null;
                        }[];
                        total: number;
                    };
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    audit_export_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
}
