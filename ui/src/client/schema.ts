// Made from the API document by `npm run generate`.
export interface paths {
    "/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预警列表 · List alerts */
        get: operations["monitoring_list_alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请列表 · List of applications */
        get: operations["applications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待审批案件 · Cases waiting for a decision */
        get: operations["decisioning_list_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/authority-matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 授权矩阵（全部版本） · Authority matrix, all versions */
        get: operations["access_authority_matrix"];
        put?: never;
        /** 更换授权矩阵 · Replace the authority matrix */
        post: operations["access_replace_authority_matrix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authority-matrix/lent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 授予临时审批权限 · Lend authority for a time */
        post: operations["access_lend_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authority-matrix/path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某笔授信的审批层级 · Who decides a case */
        get: operations["access_authority_path"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/blacklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 内部黑名单（依据与解除） · Internal blacklist: evidence, and what was lifted */
        get: operations["customers_list_blacklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/borrower/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不能登录时凭验证码申诉 · Appeal by code when signing in is locked */
        post: operations["customers_appeal_by_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/borrower/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的资料与下一步 · My profile and next steps */
        get: operations["customers_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/borrower/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 验证码登录（首次登录即成为客户） · Sign in by code (the first time opens the customer) */
        post: operations["customers_verify_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/borrower/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 获取登录验证码 · Send a sign-in code */
        post: operations["customers_request_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 机构列表 · Branches */
        get: operations["access_list_branches"];
        put?: never;
        /** 新增机构 · Add a branch */
        post: operations["access_create_branch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branches/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 营业机构 · Branches open to customers */
        get: operations["access_list_open_branches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branches/{branchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改机构 · Change a branch */
        put: operations["access_change_branch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 支付通道回调（签名） · Signed callback of the payment rail */
        post: operations["connectors_payment_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 活动列表 · List campaigns */
        get: operations["engagement_list_campaigns"];
        put?: never;
        /** 新建或修改活动（双人复核） · Make or change a campaign (two persons) */
        post: operations["engagement_save_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cob/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 运行日终并切换营业日期 · Run close of business and move the business date */
        post: operations["cob_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cob/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 营业日期与日终进度 · Business date and progress of close of business */
        get: operations["cob_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cockpit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 驾驶舱：首屏十项指标与三张图 · Cockpit: the first ten figures and three charts */
        get: operations["reporting_cockpit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 催收案件列表 · List collection cases */
        get: operations["collections_list_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全行外部查询日志 · Log of outside calls of the whole bank */
        get: operations["connectors_search_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口健康、任务状态与数据质量 · Integration health, job status, data quality */
        get: operations["connectors_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/connectors/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 等待或失败的数据采集 · Collections that wait or failed */
        get: operations["connectors_list_stuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consent-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 授权文本（现行版本） · Consent wordings in force */
        get: operations["customers_list_consent_texts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 留下联系方式（需同意联系） · Ask to be contacted, with consent */
        post: operations["engagement_ask_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 合同列表 · List contracts */
        get: operations["contracts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 岗位培训课程 · Courses that roles need */
        get: operations["access_list_courses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 授信额度列表 · List credit lines */
        get: operations["credit_lines_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资料冲突队列 · Queue of conflicting data */
        get: operations["customers_list_conflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户列表 · List customers */
        get: operations["customers_list"];
        put?: never;
        /** 柜面新建客户 · Open a customer at the counter */
        post: operations["customers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户360 · Customer 360 */
        get: operations["customers_view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/account-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 收款账户四要素核验 · Checks of the payout account */
        get: operations["connectors_list_account_checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/affordability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 还款能力测算（不查询征信） · What a loan would cost against income; no credit query */
        get: operations["applications_affordability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/alerts/{alertId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预警详情：信号、数据、处置 · One alert: signal, figures, measures */
        get: operations["monitoring_show_alert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/alerts/{alertId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 关闭预警（须有处置，双人复核） · Close an alert (needs a measure and a second person) */
        post: operations["monitoring_close_alert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/alerts/{alertId}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记预警处置措施 · Record a measure on an alert */
        post: operations["monitoring_record_measure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 对账户锁定提出申诉 · Appeal against a lock */
        post: operations["customers_appeal_lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一位客户的全部申请 · All applications of one customer */
        get: operations["applications_list_own"];
        put?: never;
        /** 新建贷款申请草稿 · Start a loan application */
        post: operations["applications_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请进度：节点、时间、说明与承诺时限 · Progress of an application: steps, times, messages and the promised time */
        get: operations["applications_track"];
        /** 保存申请草稿（可不完整） · Save a draft, complete or not */
        put: operations["applications_save_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/counter-offer/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 接受调整后的方案 · Accept the other terms */
        post: operations["decisioning_accept_counter_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/counter-offer/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不接受调整后的方案 · Refuse the other terms */
        post: operations["decisioning_refuse_counter_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 决策解释：输入、规则、版本、回放校验 · A decision opened up: inputs, rules, versions, replay */
        get: operations["decisioning_show_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/gather-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新获取外部数据 · Ask the outside sources again */
        post: operations["decisioning_gather_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/human-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请人工复核（自动拒绝后 30 日内） · Ask that people look at an automatic decline, within 30 days */
        post: operations["decisioning_ask_human_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申请结果与主要原因 · The outcome of an application and its main reasons */
        get: operations["decisioning_show_outcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交申请：一次检查全部内容，有误则留在草稿 · Submit: everything is checked at once; with any fault it stays a draft */
        post: operations["applications_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applications/{applicationId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回申请 · Withdraw an application */
        post: operations["applications_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/behaviour-scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 月度行为评分：分数、原因与建议 · Monthly behaviour scores: figure, reasons and what they speak for */
        get: operations["monitoring_behaviour_scores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 外部查询日志（授权、用途、硬查询） · Log of outside calls: consent, purpose, hard or soft */
        get: operations["connectors_list_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 催收案件：联系记录、承诺、允许的动作与时段 · One case: contacts, promises, what is allowed and when */
        get: operations["collections_show_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/cases/{caseId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记催收联系（时段与次数受限） · Record a contact (hours and counts are held) */
        post: operations["collections_record_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/cases/{caseId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发送逾期提醒 · Send the overdue notice */
        post: operations["collections_send_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/cases/{caseId}/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记还款承诺 · Record a promise to pay */
        post: operations["collections_record_promise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资料变更记录（前后值） · Changes of the profile, before and after */
        get: operations["customers_list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资料清单 · What is still missing */
        get: operations["documents_checklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 人工核查项结论（如电话回访） · Decide a check that people make (call-back) */
        post: operations["customers_decide_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据采集记录 · Collections of a customer */
        get: operations["connectors_list_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/collections/{collectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数据采集进度 · Progress of a collection */
        get: operations["connectors_show_collection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/collections/{collectionId}/cross-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 申报收入交叉验证 · Declared revenue against other sources */
        get: operations["connectors_cross_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/collections/{collectionId}/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 特征及其来源 · Features with their lineage */
        get: operations["connectors_list_features"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/collections/{collectionId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即重试失败的数据源 · Ask the failed sources again now */
        post: operations["connectors_retry_collection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/collections/{collectionId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 豁免失败的数据源（须说明理由） · Go on without a failed source, with a reason */
        post: operations["connectors_waive_source"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/conflicts/{conflictId}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 处理资料冲突 · Resolve conflicting data */
        post: operations["customers_resolve_conflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 授权记录 · Consents of a customer */
        get: operations["customers_list_consents"];
        put?: never;
        /** 签署授权 · Sign consents */
        post: operations["customers_give_consents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/consents/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回授权 · Withdraw a consent */
        post: operations["customers_withdraw_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contact-window": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 可联系时段 · May the customer be contacted now */
        get: operations["notifications_contact_window"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户的合同 · A customer's contracts */
        get: operations["contracts_list_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看合同、综合融资成本明示表与还款计划 · Read a contract with its cost statement and plan */
        get: operations["contracts_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}/amount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 借款人选择用款金额与期限 · The borrower chooses amount and term */
        post: operations["contracts_choose_amount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载合同 PDF · Download the contract as a PDF */
        get: operations["contracts_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认已阅读全文 · Confirm having read all of it */
        post: operations["contracts_acknowledge_reading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}/sign-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 获取签署验证码 · Get a code for signing */
        post: operations["contracts_request_sign_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 借款人签署合同 · The borrower signs */
        post: operations["contracts_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/contracts/{contractId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核验合同签名 · Verify the signatures of a contract */
        get: operations["contracts_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/credit-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户授信额度与变动 · A customer's credit line and its movements */
        get: operations["credit_lines_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/credit-line/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 冻结授信额度 · Freeze a credit line */
        post: operations["credit_lines_freeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/credit-line/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解冻授信额度（双人复核） · Unfreeze a credit line (two persons) */
        post: operations["credit_lines_unfreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/decisions/{decisionId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回放决策并逐字节比较 · Compute a decision again and compare the bytes */
        get: operations["decisioning_replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资料列表 · A customer's documents */
        get: operations["documents_list"];
        put?: never;
        /** 上传资料 · Upload a document */
        post: operations["documents_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/documents/{documentId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载资料 · Download a document */
        get: operations["documents_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/documents/{documentId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审核资料 · Accept or reject a document */
        post: operations["documents_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/eligibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资格自测：不查询征信，给出可能结果和还缺什么 · Self-check: likely result and what is missing, without any credit query */
        get: operations["applications_eligibility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/enterprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存企业信息（企业信息报备） · Save enterprise details */
        put: operations["customers_save_enterprise"];
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
    "/customers/{customerId}/finance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存财务数据 · Save financial figures */
        put: operations["customers_save_finance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/grade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 信用等级：分项、扣分原因、提升建议、数据来源 · Grade: sub-scores, what holds it down, what would help, data with sources */
        get: operations["decisioning_show_grade"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/grade-overrides/{overrideId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批等级调整 · Decide a change of grade */
        post: operations["decisioning_decide_grade_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/journals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户或贷款的会计分录 · Journals of a customer or loan */
        get: operations["ledger_list_customer_journals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/journals/{journalId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 冲正手工分录（双人复核） · Reverse a manual journal (two persons) */
        post: operations["ledger_reverse_manual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/kind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 选择客户类型 · Choose the kind of customer */
        put: operations["customers_choose_kind"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户的贷款 · A customer's loans */
        get: operations["servicing_list_own_loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 贷款详情：计划、流水、余额 · A loan with plan, transactions and balances */
        get: operations["servicing_show_loan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/extension-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 借款人申请展期 · The borrower asks for an extension */
        post: operations["servicing_ask_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/extension-requests/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不同意展期申请 · Decline a request for an extension */
        post: operations["servicing_decline_extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/instalments/{no}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 这个数是怎么来的 · Why this number */
        get: operations["servicing_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 借款人立即还款（从登记账户扣款） · The borrower pays now from the registered account */
        post: operations["servicing_pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/payoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 提前结清试算 · What settles the loan */
        get: operations["servicing_quote_payoff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/plan-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 展期、重组试算 · What an extension or a restructuring would change */
        get: operations["servicing_preview_change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/plan-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 展期或重组（双人复核） · Extend or restructure a loan (two persons) */
        post: operations["servicing_change_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/prepayment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 部分提前还款试算 · What an early partial repayment would change */
        get: operations["servicing_preview_prepayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退还结清后的溢缴款（双人复核，仅退至本人账户） · Pay back what a settled loan holds too much (two persons, to the own account only) */
        post: operations["servicing_refund_credit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/repayments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记已收到的还款（可指定起息日） · Record money received, with its value date */
        post: operations["servicing_record_repayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 冲正还款（超过限额须双人复核） · Reverse a repayment (two persons above the limit) */
        post: operations["servicing_reverse_repayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 贷款对账单 · Statement of a loan for a period */
        get: operations["servicing_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/loans/{loanId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 减免罚息、利息或费用（双人复核） · Waive penalty, interest or fee (two persons) */
        post: operations["servicing_waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 锁定账户（可申诉，可恢复） · Lock an account; reversible, with appeal */
        post: operations["customers_lock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即核查该客户 · Look at this customer now */
        post: operations["monitoring_look_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 指派客户经理 · Assign a relationship manager */
        put: operations["customers_assign_manager"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/message-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 消息设置 · Message settings */
        get: operations["notifications_get_preferences"];
        /** 修改消息设置 · Change message settings */
        put: operations["notifications_put_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的消息 · My messages */
        get: operations["notifications_my_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记消息已读 · Mark messages as read */
        post: operations["notifications_read_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/messages/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户消息记录 · Messages sent to a customer */
        get: operations["notifications_list_sent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/mobile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 更换手机号：核对新旧号码的验证码 · Change of mobile: check both codes */
        put: operations["customers_change_mobile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/mobile/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更换手机号：向新旧号码各发一个验证码 · Change of mobile: a code to the old and to the new number */
        post: operations["customers_request_mobile_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 预授信方案：额度、利率构成、期限、综合成本 · Offers: limit, price line by line, term, all-in cost */
        get: operations["decisioning_show_offers"];
        put?: never;
        /** 请求评级与预授信（不留硬查询） · Ask for a grade and an offer (no hard query) */
        post: operations["decisioning_request_offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 证照与材料清单（接口可取得的不再要求提交） · Papers: what must be handed in and what interfaces deliver */
        get: operations["customers_show_papers"];
        put?: never;
        /** 证照归档（含有效期） · File a document with its validity */
        post: operations["customers_file_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 支付订单 · Payment orders of a customer */
        get: operations["connectors_list_payments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payments/{orderNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一笔支付订单 · One payment order */
        get: operations["connectors_show_payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payout-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存收款账户 · Save the payout account */
        put: operations["customers_save_payout_account"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户的放款 · A customer's payouts */
        get: operations["servicing_list_own_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payouts/{payoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 放款单：条件、额度四值、进度 · A payout: conditions, the four values, progress */
        get: operations["servicing_show_payout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payouts/{payoutId}/counterparty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记受托支付对手方 · Name the counterparty of an entrusted payment */
        post: operations["servicing_set_counterparty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payouts/{payoutId}/payee-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新核验收款账户 · Check the payee again */
        post: operations["servicing_recheck_payee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payouts/{payoutId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放款（仅转账） · Release a payout (transfer only) */
        post: operations["servicing_release_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/payouts/{payoutId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停止放款 · Stop a payout */
        post: operations["servicing_stop_payout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 保存个人资料 · Save personal details */
        put: operations["customers_save_person"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/product-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 产品匹配：可申请的产品，以及其余产品不符合的规则 · Products the customer passes, and the failing rules of the others */
        get: operations["decisioning_match_products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户资料（脱敏） · Profile, masked */
        get: operations["customers_show_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历次评级 · Ratings over time */
        get: operations["decisioning_list_ratings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/repayment-habit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 还款习惯 · Repayment habit */
        get: operations["servicing_repayment_habit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件审查页：申请、数据、评级、规则、资料与意见 · A case on one page: form, data, rating, rules, papers, opinions */
        get: operations["decisioning_show_review"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领取审查案件 · Take a case for review */
        post: operations["decisioning_claim_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批：同意、变更条件或拒绝 · Decide a case: approve, counter-offer or reject */
        post: operations["decisioning_decide_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/grade-override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请调整信用等级（上调至多一级，须他人批准） · Ask for another grade: at most one notch up, for another person to decide */
        post: operations["decisioning_ask_grade_override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 提交审查意见 · Give the reviewer's opinion */
        post: operations["decisioning_recommend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 审批：退回审查员或上报上一级 · Give a case back to the reviewer, or up to the next level */
        post: operations["decisioning_pass_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 要求补充信息或调查，暂停计时 · Ask for information or an investigation; the clock stops */
        post: operations["decisioning_pause_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记调查结果，恢复计时 · Write down the findings; the clock goes on */
        post: operations["decisioning_resume_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回申请人补充更正 · Return the application to the applicant with reasons */
        post: operations["decisioning_return_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/reviews/{reviewId}/ticks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 勾选审查清单 · Tick an item of the checklist */
        post: operations["decisioning_tick_item"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 登记店铺 · Register shops */
        put: operations["customers_save_shops"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户相关任务 · A customer's tasks */
        get: operations["tasks_list_of_customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tasks/{taskId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指派任务 · Give a task to a person */
        post: operations["tasks_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tasks/{taskId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 领取任务 · Take a task */
        post: operations["tasks_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tasks/{taskId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成任务 · Complete a task */
        post: operations["tasks_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/tasks/{taskId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回任务 · Put a task back */
        post: operations["tasks_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 客户时间线 · Timeline of a customer */
        get: operations["customers_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除账户锁定 · Unlock an account */
        post: operations["customers_unlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/unmasked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看完整信息（须说明理由，留痕） · See one value in full; the reason is recorded */
        get: operations["customers_unmask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/document-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资料类型 · Kinds of documents */
        get: operations["documents_list_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export-permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 申请批量导出数据 · Ask leave to take many rows away as a file */
        post: operations["access_permit_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/first-loan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 首贷专题页：产品条款与费用示例 · First-loan page: terms and a worked example */
        get: operations["engagement_landing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 转化漏斗（按活动，含流失原因） · Funnel by campaign, with reasons of drop-out */
        get: operations["engagement_funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grade-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待审批的等级调整 · Changes of grade waiting for a second person */
        get: operations["decisioning_list_grade_overrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 岗位权限 · Rights of roles */
        get: operations["access_list_grants"];
        put?: never;
        /** 调整岗位权限 · Give a role a right or take it away */
        post: operations["access_change_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 线索列表 · List leads */
        get: operations["engagement_list_leads"];
        put?: never;
        /** 录入线索（须已取得联系同意） · Enter a lead who consented to contact */
        post: operations["engagement_enter_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{leadId}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看线索联系方式（留痕） · See how to reach a lead; recorded */
        get: operations["engagement_show_contact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{leadId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更新线索状态 · Move a lead on */
        post: operations["engagement_move_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会计科目表 · Chart of accounts */
        get: operations["ledger_list_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/journals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 会计分录查询 · List journals */
        get: operations["ledger_list_journals"];
        put?: never;
        /** 手工记账（双人复核） · Post a manual journal (two persons) */
        post: operations["ledger_post_manual"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 试算平衡表 · Trial balance */
        get: operations["ledger_show_trial_balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 贷款台账 · List loans */
        get: operations["servicing_list_loans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lpr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** LPR 历史序列 · The series of the loan prime rate */
        get: operations["products_list_lpr"];
        put?: never;
        /** 录入新公布的 LPR（双人复核） · Enter a newly published LPR (two persons) */
        post: operations["products_enter_lpr"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录人 · Who is signed in */
        get: operations["access_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的通知（员工） · My notices (staff) */
        get: operations["notifications_staff_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标记通知已读（员工） · Mark notices as read (staff) */
        post: operations["notifications_read_staff_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改本人密码 · Change my password */
        post: operations["access_change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/preferences/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 读取个人设置 · Read a setting of mine */
        get: operations["access_get_preference"];
        /** 保存个人设置 · Keep a setting of mine */
        put: operations["access_put_preference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的登录设备 · My signed-in devices */
        get: operations["access_list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{sessionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 远程退出一台设备 · Sign one of my devices out */
        post: operations["access_end_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 再次验证动态口令 · Show the second factor once more */
        post: operations["access_step_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 消息模板 · Message templates */
        get: operations["notifications_list_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 模型登记簿：用途、版本、状态与检验指标 · Register of models: purpose, version, state and measures */
        get: operations["models_list"];
        put?: never;
        /** 登记一个验证过的模型版本（双人复核） · Register a validated version of a model (two persons) */
        post: operations["models_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{modelId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 模型详情：分箱、分值与来源 · A model in full: bins, points and provenance */
        get: operations["models_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/models/{modelId}/versions/{version}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 模型版本上线，原版本停用（双人复核） · Put a version live; the former one retires (two persons) */
        post: operations["models_put_live"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/monitoring/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 监控覆盖：未被监控的有贷客户 · Coverage: customers with loans whom nobody watches */
        get: operations["monitoring_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 参数集及其版本 · Parameter sets and their versions */
        get: operations["products_list_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/parameters/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 发布评级、策略、定价或受理参数的新版本（双人复核） · Publish rating, policy, pricing or intake parameters (two persons) */
        post: operations["products_publish_parameters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 支付对账结果 · Reconciliations with the payment rail */
        get: operations["connectors_list_reconciliations"];
        put?: never;
        /** 重新对账 · Reconcile a day again */
        post: operations["connectors_reconcile_day"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 放款队列 · Queue of payouts */
        get: operations["servicing_list_payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今日有效的产品 · Products in force today */
        get: operations["products_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{code}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个产品的全部版本 · All versions of one product */
        get: operations["products_list_versions"];
        put?: never;
        /** 发布产品的新版本（双人复核） · Publish a version of a product (two persons) */
        post: operations["products_publish_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/applications/decision-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按周统计的审批时效与超时 · Time to decision by week, and what was late */
        get: operations["applications_decision_times"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/applications/satisfaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 融资需求满足率（批准与申请金额之比） · Approved against requested amounts */
        get: operations["applications_satisfaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/applications/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各环节耗时与瓶颈 · Minutes per stage and the bottleneck */
        get: operations["applications_stage_times"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/decisions/review-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 自动审批占比、人工介入、人工偏离与一致性 · Share decided by rules, touches by people, overrides by person, consistency */
        get: operations["decisioning_review_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/portfolio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 贷款组合：按产品、机构、阶段、方式、首贷、放款月 · Portfolio by product, branch, stage, method, first loan, vintage */
        get: operations["reporting_portfolio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 资产质量指标（含口径）与按等级平均成本 · Asset quality with formulas, and average cost by grade */
        get: operations["reporting_quality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/stage-minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各环节耗时（近 90 天，中位数与 95 分位） · Minutes per stage over 90 days: median and 95th percentile */
        get: operations["reporting_stage_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待复核事项 · Requests under four eyes */
        get: operations["access_list_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{customerId}/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 复核事项详情 · A request in detail */
        get: operations["access_get_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{customerId}/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核通过并执行 · Approve and run a request */
        post: operations["access_approve_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requests/{customerId}/{requestId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复核驳回或撤回 · Reject a request, or take one back */
        post: operations["access_reject_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 人工审查案件 · Cases in the hands of people */
        get: operations["decisioning_list_reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 员工登录（第一步） · Staff sign-in, first step */
        post: operations["access_sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/demo-hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 演示环境登录提示 · Sign-in hints of a demonstration */
        get: operations["access_demo_hints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 员工登录（动态口令） · Staff sign-in, second factor */
        post: operations["access_second_factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出登录 · Sign out */
        post: operations["access_sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 风险信号库 · Signal library */
        get: operations["monitoring_signals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 员工列表 · Staff */
        get: operations["access_list_staff"];
        put?: never;
        /** 新增员工 · Add a staff member */
        post: operations["access_create_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改员工岗位、机构或状态 · Change a staff member's roles, branch or state */
        put: operations["access_change_staff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置员工密码与动态口令 · Reset a staff member's password and second factor */
        post: operations["access_reset_staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 强制员工下线 · Sign a staff member out everywhere */
        post: operations["access_sign_staff_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/staff/{staffId}/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记培训完成 · Record a completed course */
        post: operations["access_record_training"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的任务 · My tasks */
        get: operations["tasks_list_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/branch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 机构任务 · Tasks of the branch */
        get: operations["tasks_list_branch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任务概况 · My tasks in figures */
        get: operations["tasks_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 页面访问计数（不识别访客） · Count a visit; no visitor is known by it */
        post: operations["engagement_count_visit"];
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
            code: "access.branch_code_taken" | "access.branch_has_staff" | "access.branch_unknown" | "access.code_too_many" | "access.code_too_soon" | "access.code_wrong" | "access.course_unknown" | "access.login_taken" | "access.maker_cannot_check" | "access.maker_gone" | "access.matrix_incomplete" | "access.matrix_too_early" | "access.over_authority" | "access.password_same" | "access.password_weak" | "access.permission_unknown" | "access.request_closed" | "access.sign_in_failed" | "access.slow_down" | "applications.acknowledgement_changed" | "applications.acknowledgement_missing" | "applications.amount_high" | "applications.amount_low" | "applications.amount_step" | "applications.budget_short" | "applications.consent_missing" | "applications.customer_locked" | "applications.document_missing" | "applications.document_rejected" | "applications.form_incomplete" | "applications.illegal_state" | "applications.method_not_offered" | "applications.months_range" | "applications.not_first_loan" | "applications.one_open" | "applications.over_debt" | "applications.over_income" | "applications.payout_account_missing" | "applications.payout_account_tail" | "applications.purpose_banned" | "applications.purpose_class" | "applications.segment" | "applications.too_many_lenders" | "calendar.year_unknown" | "cob.already_running" | "collections.action_not_allowed" | "collections.case_closed" | "collections.promise_amount" | "collections.promise_date" | "collections.promise_open" | "connectors.callback_refused" | "connectors.not_collected" | "connectors.nothing_to_retry" | "connectors.nothing_to_waive" | "connectors.order_conflict" | "contracts.borrower_incomplete" | "contracts.lapsed" | "contracts.not_draft" | "contracts.not_read" | "contracts.over_limits" | "contracts.read_too_fast" | "contracts.sections_unread" | "contracts.term_unavailable" | "contracts.text_changed" | "credit-lines.below_minimum" | "credit-lines.expired" | "credit-lines.frozen" | "credit-lines.none" | "credit-lines.not_in_steps" | "credit-lines.over_limit" | "customers.appeal_made" | "customers.check_not_listed" | "customers.check_not_manual" | "customers.child_count" | "customers.closed" | "customers.conflict_resolved" | "customers.consent_expired" | "customers.consent_missing" | "customers.consent_not_live" | "customers.consent_text_changed" | "customers.consent_withdrawn" | "customers.field_fixed" | "customers.identifier_in_use" | "customers.identifier_unusable" | "customers.locked" | "customers.login_locked" | "customers.no_branch" | "customers.not_locked" | "customers.profile_incomplete" | "customers.same_mobile" | "customers.term_unfit" | "customers.too_many_shops" | "decisioning.appeal_late" | "decisioning.appeal_none" | "decisioning.approval_expired" | "decisioning.beyond_approval" | "decisioning.high_risk_committee" | "decisioning.high_risk_security" | "decisioning.item_unknown" | "decisioning.no_higher_level" | "decisioning.no_rating" | "decisioning.not_approved" | "decisioning.nothing_offered" | "decisioning.opinion_incomplete" | "decisioning.override_closed" | "decisioning.override_open" | "decisioning.override_same" | "decisioning.rate_above_cap" | "decisioning.remark_missing" | "decisioning.review_state" | "decisioning.review_taken" | "decisioning.review_unclaimed" | "decisioning.terms_above_asked" | "decisioning.terms_differ" | "decisioning.terms_outside_product" | "decisioning.tick_document" | "decisioning.ticks_missing" | "documents.active_content" | "documents.comment_missing" | "documents.empty" | "documents.image_too_large" | "documents.kind_unknown" | "documents.reviewed_already" | "documents.too_large" | "documents.type_mismatch" | "documents.type_unsupported" | "engagement.campaign_dates" | "engagement.lead_closed" | "engagement.lead_lost_reason" | "engagement.too_many" | "ledger.account_controlled" | "ledger.already_reversed" | "ledger.day_closed" | "ledger.reversal_final" | "ledger.unbalanced" | "loan.allocation_invalid" | "loan.amount_invalid" | "loan.charge_invalid" | "loan.choice_invalid" | "loan.cost_unsolvable" | "loan.date_invalid" | "loan.disbursed_after_maturity" | "loan.due_dates_invalid" | "loan.due_day_conflict" | "loan.event_before_disbursement" | "loan.event_before_start" | "loan.event_invalid" | "loan.event_seq_duplicate" | "loan.extension_too_late" | "loan.extension_too_long" | "loan.first_due_not_after_start" | "loan.grace_too_long" | "loan.lpr_unknown" | "loan.method_fixed" | "loan.number_invalid" | "loan.over_disbursed" | "loan.plan_does_not_close" | "loan.rate_invalid" | "loan.refund_above_credit" | "loan.row_missing" | "loan.target_missing" | "loan.term_too_long" | "models.known" | "models.none_live" | "models.not_validated" | "models.unknown" | "monitoring.alert_closed" | "monitoring.no_measure" | "notifications.daily_limit" | "notifications.outside_hours" | "platform.body_too_large" | "platform.body_unreadable" | "platform.busy" | "platform.date_unreal" | "platform.dry_run_only_commands" | "platform.export_needs_leave" | "platform.field_choice" | "platform.field_control" | "platform.field_format" | "platform.field_long" | "platform.field_missing" | "platform.field_short" | "platform.field_type" | "platform.field_unknown" | "platform.forbidden" | "platform.identifier_check" | "platform.input_invalid" | "platform.key_missing" | "platform.key_reused" | "platform.media_type" | "platform.method" | "platform.money_format" | "platform.money_negative" | "platform.no_route" | "platform.not_found" | "platform.origin" | "platform.sign_in_needed" | "platform.state_changed" | "platform.step_up_needed" | "platform.too_many" | "policy.duplicate_row" | "policy.input_type" | "policy.no_rows" | "policy.not_in_force" | "policy.text_missing" | "policy.unknown_input" | "policy.unreachable_row" | "policy.unreadable" | "policy.wrong_type" | "pricing.above_cap" | "pricing.dual_control" | "pricing.grade_not_offered" | "pricing.not_monotone" | "pricing.override_approval" | "pricing.parameters_invalid" | "pricing.size_data_missing" | "pricing.term_too_long" | "pricing.unknown_segment" | "pricing.version_order" | "products.all_in_cap" | "products.kind_prohibited" | "products.lpr_known" | "products.no_lpr" | "products.no_parameters" | "products.parameter_body" | "products.parameter_name" | "products.student_conditions" | "products.terms_invalid" | "products.unknown" | "products.version_gap" | "rating.data_missing" | "rating.override_above_cap" | "rating.override_approval_missing" | "rating.override_reason_missing" | "rating.override_too_far" | "rating.parameters_invalid" | "scorecard.bad_value_unknown" | "scorecard.behaviour_policy" | "scorecard.card_invalid" | "scorecard.column_unknown" | "scorecard.encoding" | "scorecard.file_damaged" | "scorecard.file_empty" | "scorecard.file_missing" | "scorecard.header_twice" | "scorecard.no_generator" | "scorecard.no_rejects" | "scorecard.no_solution" | "scorecard.nothing_left" | "scorecard.one_class" | "scorecard.onnx_missing" | "scorecard.onnx_unusable" | "scorecard.option_invalid" | "scorecard.quote_open" | "scorecard.row_ragged" | "scorecard.share_invalid" | "scorecard.slope_wrong" | "scorecard.split_empty" | "scorecard.unknown_grade" | "scorecard.weight_invalid" | "servicing.account_missing" | "servicing.conditions_open" | "servicing.extension_not_asked" | "servicing.extension_pending" | "servicing.loan_settled" | "servicing.method_not_lawful" | "servicing.more_than_owed" | "servicing.net_below_principal" | "servicing.not_a_repayment" | "servicing.not_entrusted" | "servicing.nothing_overpaid" | "servicing.payment_pending" | "servicing.payout_state" | "servicing.quote_changed" | "servicing.reference_used" | "servicing.value_date_outside" | "tasks.not_open" | "tasks.not_yours" | "tasks.owner_unfit" | "tasks.taken";
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
    monitoring_list_alerts: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "open" | "closed";
                severity?: "red" | "orange" | "yellow" | "info";
                code?: string;
                late?: "true";
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example aler_01kaq3f2v0… */
                            id: string;
                            code: string;
                            /** @enum {string} */
                            severity: "red" | "orange" | "yellow" | "info";
                            /** @enum {string} */
                            raisedSeverity: "red" | "orange" | "yellow" | "info";
                            loanId: string | null;
                            branchId: string | null;
                            ownerRole: string;
                            ownerId: string | null;
                            facts: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            state: "open" | "closed";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            raisedOn: string;
                            /** Format: date-time */
                            raisedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            outcome: string | null;
                            closedAt: string | null;
                            closedBy: string | null;
                            version: number;
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
    applications_list: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                productCode?: string;
                late?: string;
                decided?: string;
                mine?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            branchId: string | null;
                            productCode: string;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                            version: number;
                            attempt: number;
                            isFirstLoan: boolean | null;
                            approvedAmountMinor: string | null;
                            approvedRatePpm: string | null;
                            approvedMonths: number | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            submittedAt: string | null;
                            decidedAt: string | null;
                            /** Format: date-time */
                            updatedAt: string;
                            dueAt: string | null;
                            preScreen: {
                                /** @enum {string} */
                                result: "likely" | "unclear" | "unlikely";
                                /** Format: date-time */
                                at: string;
                            } | null;
                            amountMinor: string | null;
                            months: number | null;
                            purposeClass: string | null;
                            late: boolean;
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
    decisioning_list_approvals: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                mine?: string;
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
                            /** @example revw_01kaq3f2v0… */
                            reviewId: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            /** @example deci_01kaq3f2v0… */
                            decisionId: string;
                            /** @enum {string} */
                            kind: "referred" | "appeal";
                            appeal: string;
                            productCode: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            months: number;
                            grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                            /** @enum {string} */
                            riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                            /** @enum {string} */
                            state: "open" | "paused" | "recommended" | "closed";
                            outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                            reviewerId: string | null;
                            approverRole: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            closedAt: string | null;
                            version: number;
                            displayName: string;
                            minutesLeft: number;
                            late: boolean;
                            /** @enum {string} */
                            conclusion: "approve" | "counter_offer" | "reject" | "return" | "escalate";
                            proposedMinor: string | null;
                            ratePpm: string | null;
                            proposedMonths: number | null;
                            guarantee: ("CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE") | null;
                            readonly conditions: string[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            exposureMinor: string;
                            matrixRatePpm: string | null;
                            matrixLimitMinor: string | null;
                            recommendedBy: string;
                            /** Format: date-time */
                            recommendedAt: string;
                            offMatrixPpm: string | null;
                            authorityLeftMinor: string | null;
                            mayDecide: boolean;
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
                            says: {
                                zh: string;
                                en: string;
                            };
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
    access_authority_matrix: {
        parameters: {
            query?: never;
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
                            version: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            source: string;
                            makerId: string | null;
                            checkerId: string | null;
                            rows: {
                                productCode: string | null;
                                /** @enum {string} */
                                columnKey: "AA" | "A" | "SECURED" | "BBB";
                                upTo: string | null;
                                /** @enum {string} */
                                level: "system_manager" | "manager" | "branch_reviewer" | "branch_head" | "division_risk" | "division_committee" | "head_approver" | "head_committee" | "head_committee_president";
                            }[];
                        }[];
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
    access_replace_authority_matrix: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    effectiveFrom: string;
                    source: string;
                    rows: {
                        productCode: string | null;
                        /** @enum {string} */
                        columnKey: "AA" | "A" | "SECURED" | "BBB";
                        upTo: string | null;
                        /** @enum {string} */
                        level: "system_manager" | "manager" | "branch_reviewer" | "branch_head" | "division_risk" | "division_committee" | "head_approver" | "head_committee" | "head_committee_president";
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_lend_authority: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example staf_01kaq3f2v0… */
                    staffId: string;
                    /** @enum {string} */
                    level: "system_manager" | "manager" | "branch_reviewer" | "branch_head" | "division_risk" | "division_committee" | "head_approver" | "head_committee" | "head_committee_president";
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    to: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_authority_path: {
        parameters: {
            query: {
                exposure: string;
                gradeGroup: string;
                secured?: string;
                productCode?: string;
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
                        role: string;
                        level: string;
                        matrixVersion: number;
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
    customers_list_blacklist: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "standing" | "ended" | "lifted";
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            displayName: string;
                            lockId: string;
                            /** @enum {string} */
                            reasonCode: "false_information" | "fraud_suspected";
                            evidence: string;
                            identifiers: ("mobile" | "resident_id" | "uscc" | "shop")[];
                            /** @enum {string} */
                            state: "standing" | "ended" | "lifted";
                            addedBy: string;
                            checkedBy: string;
                            /** Format: date-time */
                            addedAt: string;
                            endsOn: string | null;
                            appeal: string | null;
                            appealedAt: string | null;
                            liftedAt: string | null;
                            liftWhy: string | null;
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
    customers_appeal_by_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                    code: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    customers_me: {
        parameters: {
            query?: never;
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
                        profile: {
                            summary: {
                                /** @example cust_01kaq3f2v0… */
                                customerId: string;
                                /** @enum {string} */
                                kind: "merchant" | "enterprise" | "person";
                                displayName: string;
                                /** @example bran_01kaq3f2v0… */
                                branchId: string;
                                managerId: string | null;
                                /** @enum {string} */
                                state: "prospect" | "active" | "locked" | "closed";
                                /** @enum {string} */
                                profileState: "draft" | "verified";
                                completeness: number;
                                campaign: string | null;
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                joinedOn: string;
                                firstPaidOutOn: string | null;
                            };
                            blocks: {
                                /** @enum {string} */
                                block: "person" | "enterprise" | "finance" | "payout";
                                updatedAt: string | null;
                                sources: string[];
                                fields: {
                                    /** @enum {string} */
                                    field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                    value: string;
                                    masked: boolean;
                                    source: string;
                                    reference: string | null;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    updatedBy: string;
                                }[];
                            }[];
                            shops: {
                                shopId: string;
                                /** @enum {string} */
                                platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                                shopName: string;
                                state: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            checks: {
                                /** @enum {string} */
                                item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                                /** @enum {string} */
                                state: "open" | "passed" | "failed" | "in_review";
                                source: string | null;
                                reference: string | null;
                                why: string | null;
                                decidedBy: string | null;
                                decidedAt: string | null;
                            }[];
                            missing: string[];
                            ratios: {
                                debtRatioPpm: string | null;
                                currentRatioPpm: string | null;
                                netMarginPpm: string | null;
                            };
                            sources: {
                                source: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                asOf: string;
                                /** Format: date-time */
                                at: string;
                                reference: string;
                            }[];
                            manager: {
                                /** @example staf_01kaq3f2v0… */
                                managerId: string;
                                name: string;
                                branchZh: string;
                                branchEn: string;
                            } | null;
                            lock: {
                                id: string;
                                reasonCode: string;
                                /** Format: date-time */
                                lockedAt: string;
                                appealedAt: string | null;
                            } | null;
                        };
                        steps: ("sign_consents" | "fill_profile" | "add_shop" | "hand_in_papers" | "wait_for_checks" | "apply" | "appeal")[];
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
    customers_verify_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                    code: string;
                    /**
                     * @default merchant
                     * @enum {string}
                     */
                    kind?: "merchant" | "enterprise" | "person";
                    region?: string;
                    campaign?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        csrf: string;
                        joined: boolean;
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
    customers_request_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    access_list_branches: {
        parameters: {
            query?: never;
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
                            code: string;
                            nameZh: string;
                            nameEn: string;
                            region: string;
                            /** @enum {string} */
                            state: "open" | "closed";
                            version: number;
                        }[];
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
    access_create_branch: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    nameZh: string;
                    nameEn: string;
                    region: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branchId: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_list_open_branches: {
        parameters: {
            query?: never;
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
                            code: string;
                            nameZh: string;
                            nameEn: string;
                            region: string;
                        }[];
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
    access_change_branch: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                branchId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nameZh: string;
                    nameEn: string;
                    region: string;
                    /** @enum {string} */
                    state: "open" | "closed";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    connectors_payment_callback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    timestamp: string;
                    nonce: string;
                    signature: string;
                    body: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        received: true;
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
    engagement_list_campaigns: {
        parameters: {
            query?: never;
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
                            code: string;
                            nameZh: string;
                            nameEn: string;
                            channel: string;
                            productCode: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startsOn: string;
                            endsOn: string | null;
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
    engagement_save_campaign: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    nameZh: string;
                    nameEn: string;
                    /** @enum {string} */
                    channel: "site" | "app" | "event" | "partner" | "branch";
                    productCode: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    startsOn: string;
                    endsOn: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    cob_run: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        businessDate: string;
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
    cob_status: {
        parameters: {
            query?: never;
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
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        businessDate: string;
                        steps: {
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            businessDate: string;
                            step: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                            done: number;
                            total: number;
                            fault: string | null;
                            startedAt: string | null;
                            finishedAt: string | null;
                        }[];
                        runs: {
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            businessDate: string;
                            closed: boolean;
                            startedAt: string | null;
                            finishedAt: string | null;
                        }[];
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
    reporting_cockpit: {
        parameters: {
            query?: never;
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
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        asOf: string;
                        figures: {
                            key: string;
                            value: string;
                            second: string | null;
                            unit: string;
                            zh: string;
                            en: string;
                        }[];
                        months: {
                            month: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            paidOutMinor: string;
                        }[];
                        stages: {
                            stage: string;
                            loans: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                        }[];
                        vintages: {
                            month: string;
                            loans: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            everLateMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            everLatePpm: string;
                        }[];
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
    collections_list_cases: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "open" | "promised" | "closed";
                stage?: "M0" | "M1" | "M2" | "M3" | "M4";
                mine?: "true";
                text?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example case_01kaq3f2v0… */
                            id: string;
                            loanId: string;
                            loanNo: string;
                            branchId: string | null;
                            ownerId: string | null;
                            /** @enum {string} */
                            stage: "M0" | "M1" | "M2" | "M3" | "M4";
                            /** @enum {string} */
                            state: "open" | "promised" | "closed";
                            daysPastDue: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            openedOn: string;
                            /** Format: date-time */
                            openedAt: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            nextContactOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            limitationDue: string;
                            closedOn: string | null;
                            version: number;
                            promisedOn: string | null;
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
    connectors_search_calls: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                source?: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                purpose?: "offer" | "application" | "monitoring" | "profile";
                hard?: string;
                failed?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example call_01kaq3f2v0… */
                            callId: string;
                            /** @enum {string} */
                            source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                            purpose: string;
                            hard: boolean;
                            consentId: string;
                            consentHash: string;
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            state: string | null;
                            latencyMs: number | null;
                            cost: string | null;
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
    connectors_health: {
        parameters: {
            query?: {
                hours?: number;
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
                        /** Format: date-time */
                        since: string;
                        sources: {
                            /** @enum {string} */
                            source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                            calls: number;
                            succeeded: number;
                            p95LatencyMs: number | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            costMinor: string;
                            lastAnswerAt: string | null;
                            lastFailureAt: string | null;
                            lastFailure: string | null;
                        }[];
                        collections: {
                            open: number;
                            waiting: number;
                            failed: number;
                            fullSetP95Ms: number | null;
                        };
                        jobs: {
                            name: string;
                            ready: number;
                            dead: number;
                            oldest: string | null;
                            lastError: string | null;
                        }[];
                        quality: {
                            customers: number;
                            verified: number;
                            averageCompleteness: number;
                            openConflicts: number;
                            joinedFrom: string | null;
                            score: number | null;
                        };
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
    connectors_list_stuck: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example coll_01kaq3f2v0… */
                            collectionId: string;
                            purpose: string;
                            subject: string;
                            state: string;
                            retryAt: string | null;
                            failing: string;
                        }[];
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
    customers_list_consent_texts: {
        parameters: {
            query?: never;
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
                        texts: {
                            /** @enum {string} */
                            scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                            version: string;
                            validMonths: number;
                            basis: string;
                            recipientZh: string;
                            recipientEn: string;
                            titleZh: string;
                            titleEn: string;
                            bodyZh: string;
                            bodyEn: string;
                            hashZh: string;
                            hashEn: string;
                        }[];
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
    engagement_ask_contact: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    mobile: string;
                    campaign?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    need?: string;
                    note?: string;
                    region?: string;
                    consent: {
                        version: string;
                        hash: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        received: true;
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
    contracts_list: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "draft" | "signing" | "signed" | "cancelled";
                productCode?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example cont_01kaq3f2v0… */
                            id: string;
                            contractNo: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            decisionId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number;
                            /** @enum {string} */
                            state: "draft" | "signing" | "signed" | "cancelled";
                            version: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            limits: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                approvedMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                availableMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                needMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                capMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                mostMinor: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                            textVersion: string;
                            textHash: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            approvedBy: string;
                            readAt: string | null;
                            signedAt: string | null;
                            documentId: string | null;
                            documentHash: string | null;
                            fault: string | null;
                            /** Format: date-time */
                            draftedAt: string;
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
    access_list_courses: {
        parameters: {
            query?: never;
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
                            course: string;
                            nameZh: string;
                            nameEn: string;
                        }[];
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
    credit_lines_list: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "active" | "frozen";
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example line_01kaq3f2v0… */
                            id: string;
                            branchId: string | null;
                            productCode: string;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            limitMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            usedMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            availableMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            minDrawMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            stepMinor: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validTo: string;
                            /** @enum {string} */
                            state: "active" | "frozen" | "expired";
                            frozenFor: {
                                zh: string;
                                en: string;
                            } | null;
                            decisionId: string;
                            version: number;
                            /** Format: date-time */
                            openedAt: string;
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
    customers_list_conflicts: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            displayName: string;
                            /** @example conf_01kaq3f2v0… */
                            id: string;
                            /** @enum {string} */
                            field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                            declaredSource: string;
                            foundSource: string;
                            /** Format: date-time */
                            openedAt: string;
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
    customers_list: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                q?: string;
                ids?: string;
                kind?: "merchant" | "enterprise" | "person";
                state?: "prospect" | "active" | "locked" | "closed";
                profileState?: "draft" | "verified";
                managerId?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
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
    customers_add: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mobile: string;
                    /** @enum {string} */
                    kind: "merchant" | "enterprise" | "person";
                    /** @example bran_01kaq3f2v0… */
                    branchId?: string;
                    region?: string;
                    campaign?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
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
    customers_view: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: {
                            summary: {
                                /** @example cust_01kaq3f2v0… */
                                customerId: string;
                                /** @enum {string} */
                                kind: "merchant" | "enterprise" | "person";
                                displayName: string;
                                /** @example bran_01kaq3f2v0… */
                                branchId: string;
                                managerId: string | null;
                                /** @enum {string} */
                                state: "prospect" | "active" | "locked" | "closed";
                                /** @enum {string} */
                                profileState: "draft" | "verified";
                                completeness: number;
                                campaign: string | null;
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                joinedOn: string;
                                firstPaidOutOn: string | null;
                            };
                            blocks: {
                                /** @enum {string} */
                                block: "person" | "enterprise" | "finance" | "payout";
                                updatedAt: string | null;
                                sources: string[];
                                fields: {
                                    /** @enum {string} */
                                    field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                    value: string;
                                    masked: boolean;
                                    source: string;
                                    reference: string | null;
                                    /** Format: date-time */
                                    updatedAt: string;
                                    updatedBy: string;
                                }[];
                            }[];
                            shops: {
                                shopId: string;
                                /** @enum {string} */
                                platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                                shopName: string;
                                state: string;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                            checks: {
                                /** @enum {string} */
                                item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                                /** @enum {string} */
                                state: "open" | "passed" | "failed" | "in_review";
                                source: string | null;
                                reference: string | null;
                                why: string | null;
                                decidedBy: string | null;
                                decidedAt: string | null;
                            }[];
                            missing: string[];
                            ratios: {
                                debtRatioPpm: string | null;
                                currentRatioPpm: string | null;
                                netMarginPpm: string | null;
                            };
                            sources: {
                                source: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                asOf: string;
                                /** Format: date-time */
                                at: string;
                                reference: string;
                            }[];
                            manager: {
                                /** @example staf_01kaq3f2v0… */
                                managerId: string;
                                name: string;
                                branchZh: string;
                                branchEn: string;
                            } | null;
                            lock: {
                                id: string;
                                reasonCode: string;
                                /** Format: date-time */
                                lockedAt: string;
                                appealedAt: string | null;
                            } | null;
                        };
                        consents: {
                            /** @example cons_01kaq3f2v0… */
                            id: string;
                            /** @enum {string} */
                            scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                            version: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                            textHash: string;
                            signer: string;
                            /** Format: date-time */
                            signedAt: string;
                            ip: string;
                            device: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            withdrawnAt: string | null;
                            /** @enum {string} */
                            state: "live" | "ended" | "withdrawn";
                            signature: string;
                        }[];
                        conflicts: {
                            /** @example conf_01kaq3f2v0… */
                            id: string;
                            /** @enum {string} */
                            field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                            declared: string;
                            declaredSource: string;
                            found: string;
                            foundSource: string;
                            reference: string | null;
                            /** @enum {string} */
                            state: "open" | "resolved";
                            resolution: string | null;
                            why: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            resolvedAt: string | null;
                            resolvedBy: string | null;
                        }[];
                        papers: {
                            kind: string;
                            required: boolean;
                            /** @enum {string} */
                            state: "by_interface" | "missing" | "uploaded" | "accepted" | "rejected" | "expired";
                            documentId: string | null;
                            validUntil: string | null;
                            source: ("contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share") | null;
                            reference: string | null;
                            comment: string | null;
                        }[];
                        timeline: {
                            items: {
                                id: string;
                                /** Format: date-time */
                                at: string;
                                kind: string;
                                subject: string;
                                zh: string;
                                en: string;
                                link: string | null;
                                actor: string;
                            }[];
                            total: number;
                        };
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
    connectors_list_account_checks: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example acck_01kaq3f2v0… */
                            id: string;
                            subject: string;
                            /** @enum {string} */
                            state: "asked" | "matched" | "differs" | "failed";
                            elements: {
                                [key: string]: boolean;
                            } | null;
                            code: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            answeredAt: string | null;
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
    applications_affordability: {
        parameters: {
            query: {
                productCode: string;
                amountMinor: string;
                months: number;
                method: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                monthlyIncomeMinor: string;
                annualRevenueMinor: string;
                otherMonthlyMinor?: string;
                otherDebtMinor?: string;
                otherLenders?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        affordability: {
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            largestPaymentMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            instalmentMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            irrPpm: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            monthlyDebtMinor: string;
                            dtiPpm: string | null;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            dtiCapPpm: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalDebtMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            debtRoomMinor: string;
                            lenders: number;
                            maxLenders: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            fittingMinor: string;
                            readonly faults: ("dti" | "total_debt" | "lenders")[];
                        };
                        acknowledgement: {
                            version: string;
                            zh: string;
                            en: string;
                        };
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
    monitoring_show_alert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                alertId: string;
            };
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
                        alert: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example aler_01kaq3f2v0… */
                            id: string;
                            code: string;
                            /** @enum {string} */
                            severity: "red" | "orange" | "yellow" | "info";
                            /** @enum {string} */
                            raisedSeverity: "red" | "orange" | "yellow" | "info";
                            loanId: string | null;
                            branchId: string | null;
                            ownerRole: string;
                            ownerId: string | null;
                            facts: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            state: "open" | "closed";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            raisedOn: string;
                            /** Format: date-time */
                            raisedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            outcome: string | null;
                            closedAt: string | null;
                            closedBy: string | null;
                            version: number;
                        };
                        signal: {
                            code: string;
                            nameZh: string;
                            nameEn: string;
                            category: string;
                            responseZh: string;
                            responseEn: string;
                        } | null;
                        measures: {
                            id: string;
                            /** @enum {string} */
                            kind: "contact" | "site_check" | "evidence_request" | "line_freeze" | "extra_guarantee" | "rate_action" | "classification" | "collection_handover" | "legal";
                            note: string;
                            staffId: string;
                            /** Format: date-time */
                            at: string;
                        }[];
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
    monitoring_close_alert: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                alertId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "cured" | "risk_confirmed" | "false_alarm";
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example aler_01kaq3f2v0… */
                        alertId: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    monitoring_record_measure: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                alertId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "contact" | "site_check" | "evidence_request" | "line_freeze" | "extra_guarantee" | "rate_action" | "classification" | "collection_handover" | "legal";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example aler_01kaq3f2v0… */
                        alertId: string;
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
    customers_appeal_lock: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    applications_list_own: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                            version: number;
                            attempt: number;
                            form: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor?: string;
                                months?: number;
                                /** @enum {string} */
                                method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                                /** @enum {string} */
                                purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                                purposeText?: string;
                                readonly purposeBudget?: {
                                    item: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    amountMinor: string;
                                }[];
                                payoutAccountTail?: string;
                                readonly declaredDebts?: {
                                    lender: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    balanceMinor: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    monthlyMinor: string;
                                }[];
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                declaredAnnualRevenueMinor?: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                declaredMonthlyIncomeMinor?: string;
                            };
                            isFirstLoan: boolean | null;
                            approvedAmountMinor: string | null;
                            approvedRatePpm: string | null;
                            approvedMonths: number | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            submittedAt: string | null;
                            decidedAt: string | null;
                            /** Format: date-time */
                            updatedAt: string;
                            dueAt: string | null;
                            preScreen: {
                                /** @enum {string} */
                                result: "likely" | "unclear" | "unlikely";
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
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
    applications_create: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    productCode: string;
                    form?: {
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor?: string;
                        months?: number;
                        /** @enum {string} */
                        method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                        /** @enum {string} */
                        purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                        purposeText?: string;
                        readonly purposeBudget?: {
                            item: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                        }[];
                        payoutAccountTail?: string;
                        readonly declaredDebts?: {
                            lender: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            monthlyMinor: string;
                        }[];
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        declaredAnnualRevenueMinor?: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        declaredMonthlyIncomeMinor?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        branchId: string | null;
                        productCode: string;
                        productVersion: number | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                        version: number;
                        attempt: number;
                        form: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor?: string;
                            months?: number;
                            /** @enum {string} */
                            method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                            /** @enum {string} */
                            purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                            purposeText?: string;
                            readonly purposeBudget?: {
                                item: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                            }[];
                            payoutAccountTail?: string;
                            readonly declaredDebts?: {
                                lender: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                balanceMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                monthlyMinor: string;
                            }[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredAnnualRevenueMinor?: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredMonthlyIncomeMinor?: string;
                        };
                        isFirstLoan: boolean | null;
                        approvedAmountMinor: string | null;
                        approvedRatePpm: string | null;
                        approvedMonths: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        submittedAt: string | null;
                        decidedAt: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                        dueAt: string | null;
                        preScreen: {
                            /** @enum {string} */
                            result: "likely" | "unclear" | "unlikely";
                            /** Format: date-time */
                            at: string;
                        } | null;
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
    applications_track: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                applicationId: string;
            };
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
                        application: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                            version: number;
                            attempt: number;
                            form: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor?: string;
                                months?: number;
                                /** @enum {string} */
                                method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                                /** @enum {string} */
                                purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                                purposeText?: string;
                                readonly purposeBudget?: {
                                    item: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    amountMinor: string;
                                }[];
                                payoutAccountTail?: string;
                                readonly declaredDebts?: {
                                    lender: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    balanceMinor: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    monthlyMinor: string;
                                }[];
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                declaredAnnualRevenueMinor?: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                declaredMonthlyIncomeMinor?: string;
                            };
                            isFirstLoan: boolean | null;
                            approvedAmountMinor: string | null;
                            approvedRatePpm: string | null;
                            approvedMonths: number | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            submittedAt: string | null;
                            decidedAt: string | null;
                            /** Format: date-time */
                            updatedAt: string;
                            dueAt: string | null;
                            preScreen: {
                                /** @enum {string} */
                                result: "likely" | "unclear" | "unlikely";
                                /** Format: date-time */
                                at: string;
                            } | null;
                        };
                        path: {
                            /** @enum {string} */
                            state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                            /** Format: date-time */
                            enteredAt: string;
                            leftAt: string | null;
                            minutes: number;
                            owner: string | null;
                            zh: string;
                            en: string;
                        }[];
                        milestones: {
                            /** @enum {string} */
                            kind: "submitted" | "authorised" | "rated" | "decided" | "approved" | "signed" | "registered" | "disbursed";
                            /** Format: date-time */
                            at: string;
                            evidence: string;
                        }[];
                        late: boolean;
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
    applications_save_draft: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    productCode?: string;
                    form: {
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor?: string;
                        months?: number;
                        /** @enum {string} */
                        method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                        /** @enum {string} */
                        purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                        purposeText?: string;
                        readonly purposeBudget?: {
                            item: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                        }[];
                        payoutAccountTail?: string;
                        readonly declaredDebts?: {
                            lender: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            monthlyMinor: string;
                        }[];
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        declaredAnnualRevenueMinor?: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        declaredMonthlyIncomeMinor?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        branchId: string | null;
                        productCode: string;
                        productVersion: number | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                        version: number;
                        attempt: number;
                        form: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor?: string;
                            months?: number;
                            /** @enum {string} */
                            method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                            /** @enum {string} */
                            purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                            purposeText?: string;
                            readonly purposeBudget?: {
                                item: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                            }[];
                            payoutAccountTail?: string;
                            readonly declaredDebts?: {
                                lender: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                balanceMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                monthlyMinor: string;
                            }[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredAnnualRevenueMinor?: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredMonthlyIncomeMinor?: string;
                        };
                        isFirstLoan: boolean | null;
                        approvedAmountMinor: string | null;
                        approvedRatePpm: string | null;
                        approvedMonths: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        submittedAt: string | null;
                        decidedAt: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                        dueAt: string | null;
                        preScreen: {
                            /** @enum {string} */
                            result: "likely" | "unclear" | "unlikely";
                            /** Format: date-time */
                            at: string;
                        } | null;
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
    decisioning_accept_counter_offer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
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
    decisioning_refuse_counter_offer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
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
    decisioning_show_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                applicationId: string;
            };
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
                        /** @example deci_01kaq3f2v0… */
                        decisionId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        attempt: number;
                        /** @enum {string} */
                        outcome: "approve" | "refer" | "decline" | "counter_offer";
                        /** @enum {string} */
                        riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                        /** Format: date-time */
                        madeAt: string;
                        sha256: string;
                        sealed: boolean;
                        replayEqual: boolean;
                        versions: {
                            what: string;
                            version: string;
                        }[];
                        reasons: {
                            code: string;
                            zh: string;
                            en: string;
                        }[];
                        hits: {
                            table: string;
                            row: string;
                            outcome: string;
                            code: string;
                            zh: string;
                            en: string;
                        }[];
                        trace: {
                            table: string;
                            row: string;
                            code: string;
                            /** @enum {string} */
                            result: "hit" | "not_hit" | "unknown";
                            checks: {
                                input: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                op: string;
                                threshold: string[];
                                value: string | null;
                                ok: boolean | null;
                            }[];
                        }[];
                        features: {
                            name: string;
                            value: string | null;
                            unit: string;
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            window: string;
                            missingReason: string | null;
                        }[];
                        rating: {
                            /** @example rate_01kaq3f2v0… */
                            ratingId: string;
                            /** @enum {string} */
                            state: "rated" | "insufficient";
                            grade: string | null;
                            scoreGrade: string | null;
                            scoreTenths: number | null;
                            pdPpm: string | null;
                            riskLevel: ("LOW" | "MEDIUM" | "HIGH" | "VETO") | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            ratedOn: string;
                            /** Format: date-time */
                            ratedAt: string;
                            expiresOn: string | null;
                            why: string;
                            missing: string | null;
                            model: string;
                            parameters: string;
                            subScores: {
                                group: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                tenths: number;
                                capTenths: number;
                                disclosure: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            contributions: {
                                factor: string;
                                group: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                value: string | null;
                                tenths: number;
                                lostTenths: number;
                            }[];
                            caps: {
                                code: string;
                                zh: string;
                                en: string;
                            }[];
                            reasons: {
                                code: string;
                                zh: string;
                                en: string;
                            }[];
                            nextGrade: string | null;
                            missingTenths: number;
                            improvements: {
                                factor: string;
                                text: {
                                    zh: string;
                                    en: string;
                                };
                                gainTenths: number;
                                gradeAfter: string;
                                reachesNextGrade: boolean;
                            }[];
                            noHelp: {
                                factor: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                why: string;
                            }[];
                            fiveFactors: {
                                notice: {
                                    zh: string;
                                    en: string;
                                };
                                score: number | null;
                                parts: {
                                    part: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    weight: number;
                                    score: number | null;
                                }[];
                            };
                            card: {
                                points: number;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                pdPpm: string;
                                contributions: {
                                    attribute: string;
                                    value: string | null;
                                    points: number;
                                    lostPoints: number;
                                }[];
                            } | null;
                        } | null;
                        terms: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            irrPpm: string;
                        } | null;
                        limitMinor: string | null;
                        priceLines: {
                            code: string;
                            zh: string;
                            en: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ppm: string;
                        }[];
                        buildUp: {
                            code: string;
                            zh: string;
                            en: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ppm: string;
                        }[];
                        bounds: {
                            code: string;
                            zh: string;
                            en: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                        }[];
                        expectedLossMinor: string | null;
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
    decisioning_gather_again: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
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
    decisioning_ask_human_review: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example revw_01kaq3f2v0… */
                        reviewId: string;
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
    decisioning_show_outcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                applicationId: string;
            };
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
                        state: string;
                        reasons: {
                            code: string;
                            zh: string;
                            en: string;
                        }[];
                        decidedAt: string | null;
                        automatic: boolean;
                        mayAskHuman: boolean;
                        progress: {
                            /** @enum {string} */
                            state: "collecting" | "waiting" | "done" | "cancelled";
                            missing: string[];
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
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
    applications_submit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    form?: {
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor?: string;
                        months?: number;
                        /** @enum {string} */
                        method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                        /** @enum {string} */
                        purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                        purposeText?: string;
                        readonly purposeBudget?: {
                            item: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                        }[];
                        payoutAccountTail?: string;
                        readonly declaredDebts?: {
                            lender: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            monthlyMinor: string;
                        }[];
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        declaredAnnualRevenueMinor?: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        declaredMonthlyIncomeMinor?: string;
                    };
                    acknowledgement?: {
                        version: string;
                        accepted: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        branchId: string | null;
                        productCode: string;
                        productVersion: number | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                        version: number;
                        attempt: number;
                        form: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor?: string;
                            months?: number;
                            /** @enum {string} */
                            method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                            /** @enum {string} */
                            purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                            purposeText?: string;
                            readonly purposeBudget?: {
                                item: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                            }[];
                            payoutAccountTail?: string;
                            readonly declaredDebts?: {
                                lender: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                balanceMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                monthlyMinor: string;
                            }[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredAnnualRevenueMinor?: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredMonthlyIncomeMinor?: string;
                        };
                        isFirstLoan: boolean | null;
                        approvedAmountMinor: string | null;
                        approvedRatePpm: string | null;
                        approvedMonths: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        submittedAt: string | null;
                        decidedAt: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                        dueAt: string | null;
                        preScreen: {
                            /** @enum {string} */
                            result: "likely" | "unclear" | "unlikely";
                            /** Format: date-time */
                            at: string;
                        } | null;
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
    applications_withdraw: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                applicationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        branchId: string | null;
                        productCode: string;
                        productVersion: number | null;
                        /** @enum {string} */
                        state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                        version: number;
                        attempt: number;
                        form: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor?: string;
                            months?: number;
                            /** @enum {string} */
                            method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                            /** @enum {string} */
                            purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                            purposeText?: string;
                            readonly purposeBudget?: {
                                item: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                            }[];
                            payoutAccountTail?: string;
                            readonly declaredDebts?: {
                                lender: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                balanceMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                monthlyMinor: string;
                            }[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredAnnualRevenueMinor?: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            declaredMonthlyIncomeMinor?: string;
                        };
                        isFirstLoan: boolean | null;
                        approvedAmountMinor: string | null;
                        approvedRatePpm: string | null;
                        approvedMonths: number | null;
                        createdBy: string;
                        /** Format: date-time */
                        createdAt: string;
                        submittedAt: string | null;
                        decidedAt: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                        dueAt: string | null;
                        preScreen: {
                            /** @enum {string} */
                            result: "likely" | "unclear" | "unlikely";
                            /** Format: date-time */
                            at: string;
                        } | null;
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
    monitoring_behaviour_scores: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            month: string;
                            points: number | null;
                            months: number;
                            line: ("raise" | "keep" | "cut") | null;
                            collectionPriority: (1 | 2 | 3) | null;
                            fall: number | null;
                            reasons: {
                                code: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                lostPoints: number;
                            }[];
                            windows: {
                                [key: string]: number | null;
                            };
                            modelId: string;
                            modelVersion: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            scoredOn: string;
                        }[];
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
    connectors_list_calls: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            /** @example call_01kaq3f2v0… */
                            callId: string;
                            /** @example coll_01kaq3f2v0… */
                            collectionId: string;
                            round: number;
                            /** @enum {string} */
                            source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                            kind: string;
                            consentId: string;
                            consentHash: string;
                            purpose: string;
                            reasonCode: string;
                            hard: boolean;
                            fields: string;
                            sourceUrl: string;
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            state: string | null;
                            tries: number | null;
                            latencyMs: number | null;
                            cost: string | null;
                            payloadHash: string | null;
                            answeredAt: string | null;
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
    collections_show_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                caseId: string;
            };
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
                        file: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example case_01kaq3f2v0… */
                            id: string;
                            loanId: string;
                            loanNo: string;
                            branchId: string | null;
                            ownerId: string | null;
                            /** @enum {string} */
                            stage: "M0" | "M1" | "M2" | "M3" | "M4";
                            /** @enum {string} */
                            state: "open" | "promised" | "closed";
                            daysPastDue: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            openedOn: string;
                            /** Format: date-time */
                            openedAt: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            nextContactOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            limitationDue: string;
                            closedOn: string | null;
                            version: number;
                        };
                        strategy: {
                            /** @enum {string} */
                            stage: "M0" | "M1" | "M2" | "M3" | "M4";
                            actions: ("message" | "voice" | "visit" | "letter")[];
                            documents: string[];
                            contactEveryDays: number;
                            saysZh: string;
                            saysEn: string;
                        };
                        windows: {
                            message: {
                                allowed: boolean;
                                /** @enum {string} */
                                reason: "" | "outside_hours" | "daily_limit";
                                /** Format: date-time */
                                nextAllowedAt: string;
                                attemptsLeft: number | null;
                            };
                            voice: {
                                allowed: boolean;
                                /** @enum {string} */
                                reason: "" | "outside_hours" | "daily_limit";
                                /** Format: date-time */
                                nextAllowedAt: string;
                                attemptsLeft: number | null;
                            };
                            visit: {
                                allowed: boolean;
                                /** @enum {string} */
                                reason: "" | "outside_hours" | "daily_limit";
                                /** Format: date-time */
                                nextAllowedAt: string;
                                attemptsLeft: number | null;
                            };
                        };
                        contacts: {
                            id: string;
                            /** @enum {string} */
                            channel: "message" | "voice" | "visit" | "letter";
                            /** @enum {string} */
                            outcome: "reached" | "not_reached" | "promised" | "refused" | "sent";
                            ability: number | null;
                            willingness: number | null;
                            note: string;
                            staffId: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        promises: {
                            id: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            byOn: string;
                            /** @enum {string} */
                            state: "open" | "kept" | "broken";
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            paidMinor: string;
                            staffId: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            madeOn: string;
                            settledOn: string | null;
                        }[];
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
    collections_record_contact: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    channel: "voice" | "visit" | "letter";
                    /** @enum {string} */
                    outcome: "reached" | "not_reached" | "promised" | "refused";
                    ability?: number;
                    willingness?: number;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example case_01kaq3f2v0… */
                        caseId: string;
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
    collections_send_notice: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example case_01kaq3f2v0… */
                        caseId: string;
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
    collections_record_promise: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amount: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    byOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example case_01kaq3f2v0… */
                        caseId: string;
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
    customers_list_changes: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            /** @enum {string} */
                            field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                            before: string | null;
                            after: string | null;
                            source: string;
                            reference: string | null;
                            changedBy: string;
                            /** Format: date-time */
                            at: string;
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
    documents_checklist: {
        parameters: {
            query: {
                kinds: string;
                subject?: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            kind: string;
                            nameZh: string;
                            nameEn: string;
                            /** @enum {string} */
                            state: "missing" | "uploaded" | "accepted" | "rejected";
                            documentId: string | null;
                            comment: string | null;
                        }[];
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
    customers_decide_check: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                    /** @enum {string} */
                    outcome: "passed" | "failed";
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    connectors_list_collections: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            /** @example coll_01kaq3f2v0… */
                            collectionId: string;
                            /** @enum {string} */
                            purpose: "offer" | "application" | "monitoring" | "profile";
                            subject: string;
                            /** @enum {string} */
                            state: "collecting" | "waiting" | "complete" | "partial" | "failed";
                            round: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            askedAt: string;
                            retryAt: string | null;
                            finishedAt: string | null;
                            sources: {
                                /** @enum {string} */
                                source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                                mandatory: boolean;
                                /** @enum {string} */
                                state: "pending" | "collected" | "no_record" | "failed" | "waived";
                                reason: string | null;
                                settledAt: string | null;
                            }[];
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
    connectors_show_collection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                collectionId: string;
            };
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
                        /** @example coll_01kaq3f2v0… */
                        collectionId: string;
                        /** @enum {string} */
                        purpose: "offer" | "application" | "monitoring" | "profile";
                        subject: string;
                        /** @enum {string} */
                        state: "collecting" | "waiting" | "complete" | "partial" | "failed";
                        round: number;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        asOf: string;
                        /** Format: date-time */
                        askedAt: string;
                        retryAt: string | null;
                        finishedAt: string | null;
                        sources: {
                            /** @enum {string} */
                            source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                            mandatory: boolean;
                            /** @enum {string} */
                            state: "pending" | "collected" | "no_record" | "failed" | "waived";
                            reason: string | null;
                            settledAt: string | null;
                        }[];
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
    connectors_cross_check: {
        parameters: {
            query?: {
                declared?: string;
            };
            header?: never;
            path: {
                customerId: string;
                collectionId: string;
            };
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
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        tolerance: string;
                        checks: {
                            /** @enum {string} */
                            against: "tax" | "shop_sales" | "settlement_flow";
                            declared: string | null;
                            found: string | null;
                            deviation: string | null;
                            /** @enum {string} */
                            state: "match" | "mismatch" | "unknown";
                        }[];
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
    connectors_list_features: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                collectionId: string;
            };
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
                            name: string;
                            value: string | null;
                            unit: string;
                            /** @enum {string} */
                            source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            window: string;
                            missingReason: string | null;
                            callId: string | null;
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
    connectors_retry_collection: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    connectors_waive_source: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                collectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    source: "identity" | "bureau" | "court" | "registry" | "tax" | "platform";
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    customers_resolve_conflict: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                conflictId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    resolution: "keep_declared" | "take_found";
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    customers_list_consents: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: {
                            /** @example cons_01kaq3f2v0… */
                            id: string;
                            /** @enum {string} */
                            scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                            version: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                            textHash: string;
                            signer: string;
                            /** Format: date-time */
                            signedAt: string;
                            ip: string;
                            device: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            withdrawnAt: string | null;
                            /** @enum {string} */
                            state: "live" | "ended" | "withdrawn";
                            signature: string;
                        }[];
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
    customers_give_consents: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "zh" | "en";
                    agreed: {
                        /** @enum {string} */
                        scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                        version: string;
                        hash: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: {
                            /** @example cons_01kaq3f2v0… */
                            id: string;
                            /** @enum {string} */
                            scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                            version: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                            textHash: string;
                            signer: string;
                            /** Format: date-time */
                            signedAt: string;
                            ip: string;
                            device: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            withdrawnAt: string | null;
                            /** @enum {string} */
                            state: "live" | "ended" | "withdrawn";
                            signature: string;
                        }[];
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
    customers_withdraw_consent: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                    why?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: {
                            /** @example cons_01kaq3f2v0… */
                            id: string;
                            /** @enum {string} */
                            scope: "contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share";
                            version: string;
                            /** @enum {string} */
                            language: "zh" | "en";
                            textHash: string;
                            signer: string;
                            /** Format: date-time */
                            signedAt: string;
                            ip: string;
                            device: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            withdrawnAt: string | null;
                            /** @enum {string} */
                            state: "live" | "ended" | "withdrawn";
                            signature: string;
                        }[];
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
    notifications_contact_window: {
        parameters: {
            query?: {
                kind?: "message" | "voice" | "visit";
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        allowed: boolean;
                        /** @enum {string} */
                        reason: "" | "outside_hours" | "daily_limit";
                        /** Format: date-time */
                        nextAllowedAt: string;
                        attemptsLeft: number | null;
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
    contracts_list_own: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example cont_01kaq3f2v0… */
                            id: string;
                            contractNo: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            decisionId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number;
                            /** @enum {string} */
                            state: "draft" | "signing" | "signed" | "cancelled";
                            version: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            limits: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                approvedMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                availableMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                needMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                capMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                mostMinor: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                            textVersion: string;
                            textHash: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            approvedBy: string;
                            readAt: string | null;
                            signedAt: string | null;
                            documentId: string | null;
                            documentHash: string | null;
                            fault: string | null;
                            /** Format: date-time */
                            draftedAt: string;
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
    contracts_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                contractId: string;
            };
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
                        contract: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example cont_01kaq3f2v0… */
                            id: string;
                            contractNo: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            decisionId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number;
                            /** @enum {string} */
                            state: "draft" | "signing" | "signed" | "cancelled";
                            version: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            limits: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                approvedMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                availableMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                needMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                capMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                mostMinor: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                            textVersion: string;
                            textHash: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            approvedBy: string;
                            readAt: string | null;
                            signedAt: string | null;
                            documentId: string | null;
                            documentHash: string | null;
                            fault: string | null;
                            /** Format: date-time */
                            draftedAt: string;
                        };
                        cost: {
                            items: {
                                code: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                method: {
                                    zh: string;
                                    en: string;
                                };
                                standard: {
                                    zh: string;
                                    en: string;
                                };
                                payee: {
                                    zh: string;
                                    en: string;
                                };
                                amountMinor: string | null;
                            }[];
                            otherwise: {
                                code: string;
                                name: {
                                    zh: string;
                                    en: string;
                                };
                                method: {
                                    zh: string;
                                    en: string;
                                };
                                standard: {
                                    zh: string;
                                    en: string;
                                };
                                payee: {
                                    zh: string;
                                    en: string;
                                };
                                amountMinor: string | null;
                            }[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feesMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                        };
                        plan: {
                            no: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            dueOn: string;
                            days: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceAfterMinor: string;
                        }[];
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        totalMinor: string;
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        penaltyPpm: string;
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        prepaymentFeePpm: string;
                        allocation: {
                            zh: string;
                            en: string;
                        };
                        clauses: {
                            title: {
                                zh: string;
                                en: string;
                            };
                            paragraphs: {
                                zh: string;
                                en: string;
                            }[];
                        }[];
                        sections: ("summary" | "costs" | "clauses" | "plan")[];
                        readingSeconds: number;
                        evidence: {
                            place: number;
                            kind: string;
                            facts: {
                                [key: string]: string | number | boolean;
                            };
                            ip: string;
                            device: string;
                            actorId: string;
                            /** Format: date-time */
                            at: string;
                        }[];
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
    contracts_choose_amount: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amount: string;
                    months?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contract: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example cont_01kaq3f2v0… */
                            id: string;
                            contractNo: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            decisionId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number;
                            /** @enum {string} */
                            state: "draft" | "signing" | "signed" | "cancelled";
                            version: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            limits: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                approvedMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                availableMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                needMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                capMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                mostMinor: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                            textVersion: string;
                            textHash: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            approvedBy: string;
                            readAt: string | null;
                            signedAt: string | null;
                            documentId: string | null;
                            documentHash: string | null;
                            fault: string | null;
                            /** Format: date-time */
                            draftedAt: string;
                        };
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
    contracts_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                contractId: string;
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
    contracts_acknowledge_reading: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    textHash: string;
                    sections: ("summary" | "costs" | "clauses" | "plan")[];
                    seconds: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contract: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example cont_01kaq3f2v0… */
                            id: string;
                            contractNo: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            decisionId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number;
                            /** @enum {string} */
                            state: "draft" | "signing" | "signed" | "cancelled";
                            version: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            limits: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                approvedMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                availableMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                needMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                capMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                mostMinor: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                            textVersion: string;
                            textHash: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            approvedBy: string;
                            readAt: string | null;
                            signedAt: string | null;
                            documentId: string | null;
                            documentHash: string | null;
                            fault: string | null;
                            /** Format: date-time */
                            draftedAt: string;
                        };
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
    contracts_request_sign_code: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sent: boolean;
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
    contracts_sign: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                contractId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    textHash: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contract: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example cont_01kaq3f2v0… */
                            id: string;
                            contractNo: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            decisionId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number;
                            /** @enum {string} */
                            state: "draft" | "signing" | "signed" | "cancelled";
                            version: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            limits: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                approvedMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                availableMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                needMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                capMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                mostMinor: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            simplePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            compoundPpm: string;
                            textVersion: string;
                            textHash: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            approvedBy: string;
                            readAt: string | null;
                            signedAt: string | null;
                            documentId: string | null;
                            documentHash: string | null;
                            fault: string | null;
                            /** Format: date-time */
                            draftedAt: string;
                        };
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
    contracts_verify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                contractId: string;
            };
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
                        valid: boolean;
                        hashFits: boolean;
                        signatures: {
                            valid: boolean;
                            fault: string | null;
                            signer: string;
                            serial: string;
                            chainFits: boolean;
                        }[];
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
    credit_lines_show: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example line_01kaq3f2v0… */
                            id: string;
                            branchId: string | null;
                            productCode: string;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            limitMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            usedMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            availableMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            minDrawMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            stepMinor: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validTo: string;
                            /** @enum {string} */
                            state: "active" | "frozen" | "expired";
                            frozenFor: {
                                zh: string;
                                en: string;
                            } | null;
                            decisionId: string;
                            version: number;
                            /** Format: date-time */
                            openedAt: string;
                        } | null;
                        movements: {
                            id: string;
                            /** @enum {string} */
                            kind: "opened" | "changed" | "reserved" | "released" | "frozen" | "unfrozen";
                            subject: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            availableMinor: string;
                            actorId: string;
                            /** Format: date-time */
                            at: string;
                        }[];
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
    credit_lines_freeze: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example line_01kaq3f2v0… */
                        id: string;
                        branchId: string | null;
                        productCode: string;
                        currency: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        limitMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        usedMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        availableMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        minDrawMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        stepMinor: string;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        validTo: string;
                        /** @enum {string} */
                        state: "active" | "frozen" | "expired";
                        frozenFor: {
                            zh: string;
                            en: string;
                        } | null;
                        decisionId: string;
                        version: number;
                        /** Format: date-time */
                        openedAt: string;
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
    credit_lines_unfreeze: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example line_01kaq3f2v0… */
                        id: string;
                        branchId: string | null;
                        productCode: string;
                        currency: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        limitMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        usedMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        availableMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        minDrawMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        stepMinor: string;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        validTo: string;
                        /** @enum {string} */
                        state: "active" | "frozen" | "expired";
                        frozenFor: {
                            zh: string;
                            en: string;
                        } | null;
                        decisionId: string;
                        version: number;
                        /** Format: date-time */
                        openedAt: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    decisioning_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                decisionId: string;
            };
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
                        equal: boolean;
                        sealed: boolean;
                        sha256: string;
                        replayedSha256: string;
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
    documents_list: {
        parameters: {
            query?: {
                subject?: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            kind: string;
                            subject: string;
                            name: string;
                            mediaType: string;
                            sizeBytes: number;
                            sha256: string;
                            source: string;
                            /** @enum {string} */
                            state: "uploaded" | "accepted" | "rejected";
                            comment: string | null;
                            /** Format: date-time */
                            storedAt: string;
                            storedBy: string;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
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
    documents_upload: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documentId: string;
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
    documents_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                documentId: string;
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
    documents_review: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    verdict: "accepted" | "rejected";
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    applications_eligibility: {
        parameters: {
            query: {
                amountMinor: string;
                months: number;
                method: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                monthlyIncomeMinor: string;
                annualRevenueMinor: string;
                otherMonthlyMinor?: string;
                otherDebtMinor?: string;
                otherLenders?: number;
                purposeClass: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                purposeText: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        /** @constant */
                        creditQuery: false;
                        products: {
                            productCode: string;
                            /** @enum {string} */
                            result: "likely" | "unclear" | "unlikely";
                            faults: {
                                field: string;
                                code: string;
                                facts: {
                                    [key: string]: string | number | boolean | null;
                                };
                                zh: string;
                                en: string;
                            }[];
                        }[];
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
    customers_save_enterprise: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    uscc?: string;
                    legalPerson?: string;
                    legalPersonId?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    registeredCapital?: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    establishedOn?: string;
                    address?: string;
                    industry?: string;
                    staffCount?: number;
                    shareholders?: {
                        name: string;
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        ratio: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    customers_save_finance: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    annualRevenue?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    netProfit?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    totalAssets?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    totalLiabilities?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    currentAssets?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    currentLiabilities?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    decisioning_show_grade: {
        parameters: {
            query?: {
                ratingId?: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        rating: {
                            /** @example rate_01kaq3f2v0… */
                            ratingId: string;
                            /** @enum {string} */
                            state: "rated" | "insufficient";
                            grade: string | null;
                            scoreGrade: string | null;
                            scoreTenths: number | null;
                            pdPpm: string | null;
                            riskLevel: ("LOW" | "MEDIUM" | "HIGH" | "VETO") | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            ratedOn: string;
                            /** Format: date-time */
                            ratedAt: string;
                            expiresOn: string | null;
                            why: string;
                            missing: string | null;
                            model: string;
                            parameters: string;
                            subScores: {
                                group: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                tenths: number;
                                capTenths: number;
                                disclosure: {
                                    zh: string;
                                    en: string;
                                };
                            }[];
                            contributions: {
                                factor: string;
                                group: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                value: string | null;
                                tenths: number;
                                lostTenths: number;
                            }[];
                            caps: {
                                code: string;
                                zh: string;
                                en: string;
                            }[];
                            reasons: {
                                code: string;
                                zh: string;
                                en: string;
                            }[];
                            nextGrade: string | null;
                            missingTenths: number;
                            improvements: {
                                factor: string;
                                text: {
                                    zh: string;
                                    en: string;
                                };
                                gainTenths: number;
                                gradeAfter: string;
                                reachesNextGrade: boolean;
                            }[];
                            noHelp: {
                                factor: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                why: string;
                            }[];
                            fiveFactors: {
                                notice: {
                                    zh: string;
                                    en: string;
                                };
                                score: number | null;
                                parts: {
                                    part: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    weight: number;
                                    score: number | null;
                                }[];
                            };
                            card: {
                                points: number;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                pdPpm: string;
                                contributions: {
                                    attribute: string;
                                    value: string | null;
                                    points: number;
                                    lostPoints: number;
                                }[];
                            } | null;
                        } | null;
                        features: {
                            name: string;
                            value: string | null;
                            unit: string;
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            window: string;
                            missingReason: string | null;
                        }[];
                        progress: {
                            /** @enum {string} */
                            state: "collecting" | "waiting" | "done" | "cancelled";
                            missing: string[];
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
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
    decisioning_decide_grade_override: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                overrideId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example govr_01kaq3f2v0… */
                        overrideId: string;
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example rate_01kaq3f2v0… */
                        ratingId: string;
                        applicationId: string | null;
                        /** @enum {string} */
                        fromGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                        /** @enum {string} */
                        toGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                        /** @enum {string} */
                        direction: "up" | "down";
                        reason: string;
                        /** @enum {string} */
                        state: "asked" | "approved" | "refused";
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    ledger_list_customer_journals: {
        parameters: {
            query?: {
                subject?: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        journals: {
                            /** @example jrnl_01kaq3f2v0… */
                            id: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            on: string;
                            kind: string;
                            reference: string;
                            zh: string;
                            en: string;
                            currency: string;
                            branchId: string | null;
                            reverses: string | null;
                            reversedBy: string | null;
                            actorId: string;
                            /** Format: date-time */
                            postedAt: string;
                            lines: {
                                /** @enum {string} */
                                account: "1002" | "1132" | "1133" | "1134" | "1135" | "1301" | "1303" | "2241" | "6011" | "6012" | "6021" | "6602" | "6701" | "9011" | "9012" | "9021" | "9091";
                                zh: string;
                                en: string;
                                /** @enum {string} */
                                side: "debit" | "credit";
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                                subject: string;
                            }[];
                        }[];
                        balances: {
                            /** @enum {string} */
                            account: "1002" | "1132" | "1133" | "1134" | "1135" | "1301" | "1303" | "2241" | "6011" | "6012" | "6021" | "6602" | "6701" | "9011" | "9012" | "9021" | "9091";
                            zh: string;
                            en: string;
                            /** @enum {string} */
                            kind: "asset" | "liability" | "income" | "expense" | "off_balance";
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            debitMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                        }[];
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
    ledger_reverse_manual: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                journalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example jrnl_01kaq3f2v0… */
                        journalId: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    customers_choose_kind: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "merchant" | "enterprise" | "person";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    servicing_list_own_loans: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
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
    servicing_show_loan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                loanId: string;
            };
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
                        loan: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
                        };
                        rows: {
                            no: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            fromOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            dueOn: string;
                            days: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            compoundMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceAfterMinor: string;
                            paid: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            waived: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            outstanding: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            outstandingMinor: string;
                            paidOn: string | null;
                            /** @enum {string} */
                            status: "upcoming" | "due" | "overdue" | "paid";
                        }[];
                        transactions: {
                            seq: number;
                            /** @enum {string} */
                            kind: "disburse" | "repay" | "prepay" | "settle" | "waive" | "fee" | "refund" | "reverse" | "extend" | "replan";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            valueOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            postedOn: string;
                            amountMinor: string | null;
                            reference: string;
                            channel: string;
                            receiptNo: string;
                            journalId: string | null;
                            actorId: string;
                            /** Format: date-time */
                            at: string;
                            reversed: boolean;
                            targetSeq: number | null;
                            allocation: {
                                row: number;
                                /** @enum {string} */
                                bucket: "fee" | "penalty" | "interest" | "principal";
                                /** @enum {string} */
                                kind: "paid" | "waived";
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                on: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                minor: string;
                            }[];
                        }[];
                        deductions: {
                            orderNo: string;
                            /** @enum {string} */
                            source: "borrower" | "auto";
                            /** @enum {string} */
                            intent: "repay" | "prepay" | "settle";
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            valueOn: string;
                            /** @enum {string} */
                            state: "ordered" | "success" | "failed";
                            faultCode: string | null;
                            railRef: string | null;
                            /** Format: date-time */
                            orderedAt: string;
                            settledAt: string | null;
                        }[];
                        balances: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestDueMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestAccruedMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalMinor: string;
                        };
                        extension: {
                            /** @example exte_01kaq3f2v0… */
                            id: string;
                            periods: number;
                            reason: string;
                            /** @enum {string} */
                            state: "asked" | "granted" | "declined";
                            answer: string | null;
                            /** Format: date-time */
                            askedAt: string;
                            answeredAt: string | null;
                        } | null;
                        overdue: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            fee: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penalty: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interest: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principal: string;
                        };
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        overdueMinor: string;
                        daysPastDue: number;
                        totals: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            paidMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            prepaidMinor: string;
                        };
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
    servicing_ask_extension: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    periods: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    servicing_decline_extension: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    servicing_explain: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                customerId: string;
                loanId: string;
                no: number;
            };
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
                        no: number;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        on: string;
                        loanNo: string;
                        lines: {
                            /** @enum {string} */
                            bucket: "fee" | "penalty" | "interest" | "principal";
                            rule: string;
                            zh: string;
                            en: string;
                            formula: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            minor: string;
                        }[];
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        totalMinor: string;
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
    servicing_pay: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amount: string;
                    /**
                     * @default repay
                     * @enum {string}
                     */
                    intent?: "repay" | "prepay" | "settle";
                    /**
                     * @default keep_term
                     * @enum {string}
                     */
                    mode?: "keep_term" | "keep_instalment";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNo: string;
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
    servicing_quote_payoff: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                customerId: string;
                loanId: string;
            };
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
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        on: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        principalMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        interestDueMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        interestAccruedMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        penaltyMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        feeMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        prepaymentFeeMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        totalMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        creditMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        payMinor: string;
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
    servicing_preview_change: {
        parameters: {
            query: {
                kind: "extend" | "restructure";
                periods: number;
                arrears?: "stay" | "principal";
            };
            header?: never;
            path: {
                customerId: string;
                loanId: string;
            };
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
                        before: {
                            instalments: number;
                            lastDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestLeftMinor: string;
                        };
                        after: {
                            instalments: number;
                            lastDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestLeftMinor: string;
                        };
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        savedMinor: string;
                        rows: {
                            no: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            fromOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            dueOn: string;
                            days: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            compoundMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceAfterMinor: string;
                            paid: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            waived: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            outstanding: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            outstandingMinor: string;
                            paidOn: string | null;
                            /** @enum {string} */
                            status: "upcoming" | "due" | "overdue" | "paid";
                        }[];
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
    servicing_change_plan: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "extend" | "restructure";
                    periods: number;
                    /**
                     * @default stay
                     * @enum {string}
                     */
                    arrears?: "stay" | "principal";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        receiptNo: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        overdueMinor: string;
                        loan: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
                        };
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    servicing_preview_prepayment: {
        parameters: {
            query: {
                amount: string;
                mode?: "keep_term" | "keep_instalment";
            };
            header?: never;
            path: {
                customerId: string;
                loanId: string;
            };
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
                        before: {
                            instalments: number;
                            lastDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestLeftMinor: string;
                        };
                        after: {
                            instalments: number;
                            lastDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestLeftMinor: string;
                        };
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        savedMinor: string;
                        rows: {
                            no: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            fromOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            dueOn: string;
                            days: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            compoundMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            totalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceAfterMinor: string;
                            paid: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            waived: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            outstanding: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                fee: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                penalty: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interest: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                principal: string;
                            };
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            outstandingMinor: string;
                            paidOn: string | null;
                            /** @enum {string} */
                            status: "upcoming" | "due" | "overdue" | "paid";
                        }[];
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
    servicing_refund_credit: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amount: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNo: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    servicing_record_repayment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amount: string;
                    /**
                     * @default repay
                     * @enum {string}
                     */
                    intent?: "repay" | "prepay" | "settle";
                    /**
                     * @default keep_term
                     * @enum {string}
                     */
                    mode?: "keep_term" | "keep_instalment";
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    valueOn: string;
                    reference: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        receiptNo: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        overdueMinor: string;
                        loan: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
                        };
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
    servicing_reverse_repayment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    seq: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        receiptNo: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        overdueMinor: string;
                        loan: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
                        };
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    servicing_statement: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                customerId: string;
                loanId: string;
            };
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
                        loanNo: string;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        from: string;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        to: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        openingMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        closingMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        paidOutMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        receivedMinor: string;
                        paid: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            fee: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penalty: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interest: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principal: string;
                        };
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        forgivenMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        heldMinor: string;
                        transactions: {
                            seq: number;
                            /** @enum {string} */
                            kind: "disburse" | "repay" | "prepay" | "settle" | "waive" | "fee" | "refund" | "reverse" | "extend" | "replan";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            valueOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            postedOn: string;
                            amountMinor: string | null;
                            reference: string;
                            channel: string;
                            receiptNo: string;
                            journalId: string | null;
                            actorId: string;
                            /** Format: date-time */
                            at: string;
                            reversed: boolean;
                            targetSeq: number | null;
                            allocation: {
                                row: number;
                                /** @enum {string} */
                                bucket: "fee" | "penalty" | "interest" | "principal";
                                /** @enum {string} */
                                kind: "paid" | "waived";
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                on: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                minor: string;
                            }[];
                        }[];
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
    servicing_waive: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                loanId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    bucket: "fee" | "penalty" | "interest";
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amount: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seq: number;
                        receiptNo: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        overdueMinor: string;
                        loan: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
                        };
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    customers_lock: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode: "false_information" | "fraud_suspected" | "customer_request" | "legal_order";
                    evidence: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    endsOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    monitoring_look_now: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
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
    customers_assign_manager: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example staf_01kaq3f2v0… */
                    managerId: string;
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    notifications_get_preferences: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language: "zh" | "en";
                        marketing: boolean;
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
    notifications_put_preferences: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "zh" | "en";
                    marketing: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language: "zh" | "en";
                        marketing: boolean;
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
    notifications_my_messages: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "-at";
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            template: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            body: {
                                zh: string;
                                en: string;
                            };
                            link: string | null;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                        total: number;
                        unread: number;
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
    notifications_read_messages: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example mesg_01kaq3f2v0… */
                    messageId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
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
    notifications_list_sent: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "-at";
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            /** @enum {string} */
                            channel: "in_app" | "sms" | "email";
                            /** @enum {string} */
                            purpose: "code" | "service" | "collection" | "marketing";
                            template: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            body: {
                                zh: string;
                                en: string;
                            };
                            address: string;
                            /** @enum {string} */
                            state: "waiting" | "sent" | "blocked" | "failed";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            sendAt: string;
                            sentAt: string | null;
                            readAt: string | null;
                            attempts: number;
                            postponed: number;
                            fault: string | null;
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
    customers_change_mobile: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newMobile: string;
                    oldCode: string;
                    newCode: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    customers_request_mobile_change: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    newMobile: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    decisioning_show_offers: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example offr_01kaq3f2v0… */
                            offerId: string;
                            productCode: string;
                            productVersion: number;
                            grade: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            limitMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            irrPpm: string;
                            /** Format: date-time */
                            madeAt: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            validUntil: string;
                            priceLines: {
                                code: string;
                                zh: string;
                                en: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ppm: string;
                            }[];
                            buildUp: {
                                code: string;
                                zh: string;
                                en: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ppm: string;
                            }[];
                            bounds: {
                                code: string;
                                zh: string;
                                en: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                            }[];
                            binding: string;
                            guarantee: {
                                zh: string;
                                en: string;
                            };
                            ruleIds: string[];
                        }[];
                        total: number;
                        progress: {
                            /** @enum {string} */
                            state: "collecting" | "waiting" | "done" | "cancelled";
                            missing: string[];
                            /** Format: date-time */
                            startedAt: string;
                        } | null;
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
    decisioning_request_offer: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
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
    customers_show_papers: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        papers: {
                            kind: string;
                            required: boolean;
                            /** @enum {string} */
                            state: "by_interface" | "missing" | "uploaded" | "accepted" | "rejected" | "expired";
                            documentId: string | null;
                            validUntil: string | null;
                            source: ("contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share") | null;
                            reference: string | null;
                            comment: string | null;
                        }[];
                        toHandIn: string[];
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
    customers_file_document: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example docu_01kaq3f2v0… */
                    documentId: string;
                    kind: string;
                    /** @default null */
                    validUntil?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        papers: {
                            kind: string;
                            required: boolean;
                            /** @enum {string} */
                            state: "by_interface" | "missing" | "uploaded" | "accepted" | "rejected" | "expired";
                            documentId: string | null;
                            validUntil: string | null;
                            source: ("contact" | "bureau" | "tax" | "court" | "registry" | "platform" | "identity" | "partner_share") | null;
                            reference: string | null;
                            comment: string | null;
                        }[];
                        toHandIn: string[];
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
    connectors_list_payments: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            orderNo: string;
                            /** @enum {string} */
                            kind: "disburse" | "deduct";
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amount: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            done: string;
                            accountTail: string;
                            purpose: string;
                            subject: string;
                            /** @enum {string} */
                            state: "created" | "sent" | "unknown" | "success" | "failed" | "returned";
                            code: string | null;
                            ref: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            orderedOn: string;
                            /** Format: date-time */
                            orderedAt: string;
                            settledOn: string | null;
                            returnedOn: string | null;
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
    connectors_show_payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                orderNo: string;
            };
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
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        orderNo: string;
                        /** @enum {string} */
                        kind: "disburse" | "deduct";
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amount: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        done: string;
                        accountTail: string;
                        purpose: string;
                        subject: string;
                        /** @enum {string} */
                        state: "created" | "sent" | "unknown" | "success" | "failed" | "returned";
                        code: string | null;
                        ref: string | null;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        orderedOn: string;
                        /** Format: date-time */
                        orderedAt: string;
                        settledOn: string | null;
                        returnedOn: string | null;
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
    customers_save_payout_account: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account: string;
                    bankCode: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    servicing_list_own_payouts: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example pout_01kaq3f2v0… */
                            id: string;
                            orderNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            loanId: string | null;
                            branchId: string | null;
                            productCode: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            netMinor: string;
                            currency: string;
                            /** @enum {string} */
                            mode: "self" | "entrusted";
                            /** @enum {string} */
                            payeeCheck: "waiting" | "matched" | "differs" | "failed";
                            /** @enum {string} */
                            trialState: "not_needed" | "waiting" | "success" | "failed";
                            firstLoan: boolean;
                            /** @enum {string} */
                            state: "open" | "ordered" | "paid" | "stopped";
                            faultCode: string | null;
                            stopped: {
                                zh: string;
                                en: string;
                            } | null;
                            railRef: string | null;
                            version: number;
                            attempt: number;
                            dueOn: string | null;
                            late: boolean;
                            /** Format: date-time */
                            signedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            checkedAt: string | null;
                            releasedAt: string | null;
                            releasedBy: string | null;
                            paidAt: string | null;
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
    servicing_show_payout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                payoutId: string;
            };
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
                        payout: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example pout_01kaq3f2v0… */
                            id: string;
                            orderNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            loanId: string | null;
                            branchId: string | null;
                            productCode: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            netMinor: string;
                            currency: string;
                            /** @enum {string} */
                            mode: "self" | "entrusted";
                            /** @enum {string} */
                            payeeCheck: "waiting" | "matched" | "differs" | "failed";
                            /** @enum {string} */
                            trialState: "not_needed" | "waiting" | "success" | "failed";
                            firstLoan: boolean;
                            /** @enum {string} */
                            state: "open" | "ordered" | "paid" | "stopped";
                            faultCode: string | null;
                            stopped: {
                                zh: string;
                                en: string;
                            } | null;
                            railRef: string | null;
                            version: number;
                            attempt: number;
                            dueOn: string | null;
                            late: boolean;
                            /** Format: date-time */
                            signedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            checkedAt: string | null;
                            releasedAt: string | null;
                            releasedBy: string | null;
                            paidAt: string | null;
                        };
                        conditions: {
                            /** @enum {string} */
                            code: "contract_signed" | "customer_in_order" | "approval_stands" | "payee_matched" | "trial_payment" | "line_available" | "net_equals_principal" | "still_first_loan";
                            met: boolean;
                            zh: string;
                            en: string;
                        }[];
                        limits: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            approvedMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            availableMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            needMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            capMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            mostMinor: string;
                        };
                        payee: {
                            name: string;
                            account: string;
                        } | null;
                        pipeline: {
                            /** @enum {string} */
                            step: "approved" | "signed" | "prepared" | "checked" | "released" | "paid";
                            at: string | null;
                            minutes: number | null;
                        }[];
                        targetDueOn: string | null;
                        minutesToAccount: number | null;
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
    servicing_set_counterparty: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    account: string;
                    bankCode: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example pout_01kaq3f2v0… */
                        id: string;
                        orderNo: string;
                        /** @example cont_01kaq3f2v0… */
                        contractId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        loanId: string | null;
                        branchId: string | null;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        netMinor: string;
                        currency: string;
                        /** @enum {string} */
                        mode: "self" | "entrusted";
                        /** @enum {string} */
                        payeeCheck: "waiting" | "matched" | "differs" | "failed";
                        /** @enum {string} */
                        trialState: "not_needed" | "waiting" | "success" | "failed";
                        firstLoan: boolean;
                        /** @enum {string} */
                        state: "open" | "ordered" | "paid" | "stopped";
                        faultCode: string | null;
                        stopped: {
                            zh: string;
                            en: string;
                        } | null;
                        railRef: string | null;
                        version: number;
                        attempt: number;
                        dueOn: string | null;
                        late: boolean;
                        /** Format: date-time */
                        signedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        checkedAt: string | null;
                        releasedAt: string | null;
                        releasedBy: string | null;
                        paidAt: string | null;
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
    servicing_recheck_payee: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example pout_01kaq3f2v0… */
                        id: string;
                        orderNo: string;
                        /** @example cont_01kaq3f2v0… */
                        contractId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        loanId: string | null;
                        branchId: string | null;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        netMinor: string;
                        currency: string;
                        /** @enum {string} */
                        mode: "self" | "entrusted";
                        /** @enum {string} */
                        payeeCheck: "waiting" | "matched" | "differs" | "failed";
                        /** @enum {string} */
                        trialState: "not_needed" | "waiting" | "success" | "failed";
                        firstLoan: boolean;
                        /** @enum {string} */
                        state: "open" | "ordered" | "paid" | "stopped";
                        faultCode: string | null;
                        stopped: {
                            zh: string;
                            en: string;
                        } | null;
                        railRef: string | null;
                        version: number;
                        attempt: number;
                        dueOn: string | null;
                        late: boolean;
                        /** Format: date-time */
                        signedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        checkedAt: string | null;
                        releasedAt: string | null;
                        releasedBy: string | null;
                        paidAt: string | null;
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
    servicing_release_payout: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default transfer
                     * @enum {string}
                     */
                    method?: "transfer" | "cash" | "cheque";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example pout_01kaq3f2v0… */
                        id: string;
                        orderNo: string;
                        /** @example cont_01kaq3f2v0… */
                        contractId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        loanId: string | null;
                        branchId: string | null;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        netMinor: string;
                        currency: string;
                        /** @enum {string} */
                        mode: "self" | "entrusted";
                        /** @enum {string} */
                        payeeCheck: "waiting" | "matched" | "differs" | "failed";
                        /** @enum {string} */
                        trialState: "not_needed" | "waiting" | "success" | "failed";
                        firstLoan: boolean;
                        /** @enum {string} */
                        state: "open" | "ordered" | "paid" | "stopped";
                        faultCode: string | null;
                        stopped: {
                            zh: string;
                            en: string;
                        } | null;
                        railRef: string | null;
                        version: number;
                        attempt: number;
                        dueOn: string | null;
                        late: boolean;
                        /** Format: date-time */
                        signedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        checkedAt: string | null;
                        releasedAt: string | null;
                        releasedBy: string | null;
                        paidAt: string | null;
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
    servicing_stop_payout: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                payoutId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example pout_01kaq3f2v0… */
                        id: string;
                        orderNo: string;
                        /** @example cont_01kaq3f2v0… */
                        contractId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        loanId: string | null;
                        branchId: string | null;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        netMinor: string;
                        currency: string;
                        /** @enum {string} */
                        mode: "self" | "entrusted";
                        /** @enum {string} */
                        payeeCheck: "waiting" | "matched" | "differs" | "failed";
                        /** @enum {string} */
                        trialState: "not_needed" | "waiting" | "success" | "failed";
                        firstLoan: boolean;
                        /** @enum {string} */
                        state: "open" | "ordered" | "paid" | "stopped";
                        faultCode: string | null;
                        stopped: {
                            zh: string;
                            en: string;
                        } | null;
                        railRef: string | null;
                        version: number;
                        attempt: number;
                        dueOn: string | null;
                        late: boolean;
                        /** Format: date-time */
                        signedAt: string;
                        /** Format: date-time */
                        createdAt: string;
                        checkedAt: string | null;
                        releasedAt: string | null;
                        releasedBy: string | null;
                        paidAt: string | null;
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
    customers_save_person: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    idNo?: string;
                    /** Format: email */
                    email?: string;
                    /** @enum {string} */
                    maritalStatus?: "single" | "married" | "divorced" | "widowed";
                    children?: number;
                    residence?: string;
                    /** @enum {string} */
                    education?: "primary" | "middle" | "high" | "college" | "bachelor" | "postgraduate";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    decisioning_match_products: {
        parameters: {
            query?: {
                purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        grade: string | null;
                        items: {
                            productCode: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            fits: boolean;
                            readonly failing: {
                                rule: string;
                                threshold: string;
                            }[];
                        }[];
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
    customers_show_profile: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    decisioning_list_ratings: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @example rate_01kaq3f2v0… */
                            id: string;
                            state: string;
                            grade: string | null;
                            scoreTenths: number | null;
                            riskLevel: ("LOW" | "MEDIUM" | "HIGH" | "VETO") | null;
                            why: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            ratedOn: string;
                            expiresOn: string | null;
                            modelVersion: string;
                        }[];
                        total: number;
                        current: {
                            grade: string;
                            gradeGroup: string;
                        } | null;
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
    servicing_repayment_habit: {
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
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueCount: number;
                        onTimeCount: number;
                        streak: number;
                        longestStreak: number;
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        onTimePpm: string;
                        lateCount: number;
                        longestDaysLate: number;
                        nextDueOn: string | null;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        nextDueMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        overdueMinor: string;
                        behaviourScore: number;
                        scoreWithNextOnTime: number;
                        discountBp: number;
                        nextStep: {
                            instalments: number;
                            discountBp: number;
                        } | null;
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
    decisioning_show_review: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                reviewId: string;
            };
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
                        review: {
                            /** @example revw_01kaq3f2v0… */
                            reviewId: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            /** @example deci_01kaq3f2v0… */
                            decisionId: string;
                            /** @enum {string} */
                            kind: "referred" | "appeal";
                            appeal: string;
                            productCode: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            months: number;
                            grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                            /** @enum {string} */
                            riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                            /** @enum {string} */
                            state: "open" | "paused" | "recommended" | "closed";
                            outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                            reviewerId: string | null;
                            approverRole: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            closedAt: string | null;
                            version: number;
                            displayName: string;
                            minutesLeft: number;
                            late: boolean;
                            pausedFor: string | null;
                        };
                        redFlags: {
                            code: string;
                            zh: string;
                            en: string;
                            /** @enum {string} */
                            weight: "decline" | "refer" | "cap" | "weakness";
                        }[];
                        customer: {
                            kind: string;
                            displayName: string;
                            state: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            completeness: number;
                            firstPaidOutOn: string | null;
                            managerId: string | null;
                        };
                        application: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            branchId: string | null;
                            productCode: string;
                            productVersion: number | null;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "collecting" | "deciding" | "reviewing" | "approving" | "approved" | "declined" | "counter_offered" | "withdrawn" | "expired" | "contracted" | "paid_out";
                            version: number;
                            attempt: number;
                            form: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor?: string;
                                months?: number;
                                /** @enum {string} */
                                method?: "equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat";
                                /** @enum {string} */
                                purposeClass?: "CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL";
                                purposeText?: string;
                                readonly purposeBudget?: {
                                    item: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    amountMinor: string;
                                }[];
                                payoutAccountTail?: string;
                                readonly declaredDebts?: {
                                    lender: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    balanceMinor: string;
                                    /**
                                     * @description Decimal amount with at most two places
                                     * @example 1234.56
                                     */
                                    monthlyMinor: string;
                                }[];
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                declaredAnnualRevenueMinor?: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                declaredMonthlyIncomeMinor?: string;
                            };
                            isFirstLoan: boolean | null;
                            approvedAmountMinor: string | null;
                            approvedRatePpm: string | null;
                            approvedMonths: number | null;
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            submittedAt: string | null;
                            decidedAt: string | null;
                            /** Format: date-time */
                            updatedAt: string;
                            dueAt: string | null;
                            preScreen: {
                                /** @enum {string} */
                                result: "likely" | "unclear" | "unlikely";
                                /** Format: date-time */
                                at: string;
                            } | null;
                        };
                        decision: {
                            /** @example deci_01kaq3f2v0… */
                            decisionId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            attempt: number;
                            /** @enum {string} */
                            outcome: "approve" | "refer" | "decline" | "counter_offer";
                            /** @enum {string} */
                            riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                            /** Format: date-time */
                            madeAt: string;
                            sha256: string;
                            sealed: boolean;
                            replayEqual: boolean;
                            versions: {
                                what: string;
                                version: string;
                            }[];
                            reasons: {
                                code: string;
                                zh: string;
                                en: string;
                            }[];
                            hits: {
                                table: string;
                                row: string;
                                outcome: string;
                                code: string;
                                zh: string;
                                en: string;
                            }[];
                            trace: {
                                table: string;
                                row: string;
                                code: string;
                                /** @enum {string} */
                                result: "hit" | "not_hit" | "unknown";
                                checks: {
                                    input: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    op: string;
                                    threshold: string[];
                                    value: string | null;
                                    ok: boolean | null;
                                }[];
                            }[];
                            features: {
                                name: string;
                                value: string | null;
                                unit: string;
                                source: string;
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                asOf: string;
                                window: string;
                                missingReason: string | null;
                            }[];
                            rating: {
                                /** @example rate_01kaq3f2v0… */
                                ratingId: string;
                                /** @enum {string} */
                                state: "rated" | "insufficient";
                                grade: string | null;
                                scoreGrade: string | null;
                                scoreTenths: number | null;
                                pdPpm: string | null;
                                riskLevel: ("LOW" | "MEDIUM" | "HIGH" | "VETO") | null;
                                /**
                                 * Format: date
                                 * @example 2026-11-22
                                 */
                                ratedOn: string;
                                /** Format: date-time */
                                ratedAt: string;
                                expiresOn: string | null;
                                why: string;
                                missing: string | null;
                                model: string;
                                parameters: string;
                                subScores: {
                                    group: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    tenths: number;
                                    capTenths: number;
                                    disclosure: {
                                        zh: string;
                                        en: string;
                                    };
                                }[];
                                contributions: {
                                    factor: string;
                                    group: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    value: string | null;
                                    tenths: number;
                                    lostTenths: number;
                                }[];
                                caps: {
                                    code: string;
                                    zh: string;
                                    en: string;
                                }[];
                                reasons: {
                                    code: string;
                                    zh: string;
                                    en: string;
                                }[];
                                nextGrade: string | null;
                                missingTenths: number;
                                improvements: {
                                    factor: string;
                                    text: {
                                        zh: string;
                                        en: string;
                                    };
                                    gainTenths: number;
                                    gradeAfter: string;
                                    reachesNextGrade: boolean;
                                }[];
                                noHelp: {
                                    factor: string;
                                    label: {
                                        zh: string;
                                        en: string;
                                    };
                                    why: string;
                                }[];
                                fiveFactors: {
                                    notice: {
                                        zh: string;
                                        en: string;
                                    };
                                    score: number | null;
                                    parts: {
                                        part: string;
                                        label: {
                                            zh: string;
                                            en: string;
                                        };
                                        weight: number;
                                        score: number | null;
                                    }[];
                                };
                                card: {
                                    points: number;
                                    /**
                                     * @description Percent
                                     * @example 6.0000
                                     */
                                    pdPpm: string;
                                    contributions: {
                                        attribute: string;
                                        value: string | null;
                                        points: number;
                                        lostPoints: number;
                                    }[];
                                } | null;
                            } | null;
                            terms: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ratePpm: string;
                                months: number;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                irrPpm: string;
                            } | null;
                            limitMinor: string | null;
                            priceLines: {
                                code: string;
                                zh: string;
                                en: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ppm: string;
                            }[];
                            buildUp: {
                                code: string;
                                zh: string;
                                en: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ppm: string;
                            }[];
                            bounds: {
                                code: string;
                                zh: string;
                                en: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                            }[];
                            expectedLossMinor: string | null;
                        };
                        capacity: {
                            facts: {
                                name: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                value: string | null;
                                unit: string;
                                source: string;
                                asOf: string | null;
                                callId: string | null;
                                missingReason: string | null;
                            }[];
                            documents: {
                                documentId: string;
                                kind: string;
                                name: string;
                            }[];
                        };
                        willingness: {
                            facts: {
                                name: string;
                                label: {
                                    zh: string;
                                    en: string;
                                };
                                value: string | null;
                                unit: string;
                                source: string;
                                asOf: string | null;
                                callId: string | null;
                                missingReason: string | null;
                            }[];
                            documents: {
                                documentId: string;
                                kind: string;
                                name: string;
                            }[];
                        };
                        checklist: {
                            item: string;
                            label: {
                                zh: string;
                                en: string;
                            };
                            documentKind: string | null;
                            documentId: string | null;
                            tick: {
                                item: string;
                                /** @enum {string} */
                                verdict: "passed" | "failed";
                                documentId: string | null;
                                remark: string;
                                tickedBy: string;
                                /** Format: date-time */
                                tickedAt: string;
                            } | null;
                        }[];
                        ticks: {
                            item: string;
                            /** @enum {string} */
                            verdict: "passed" | "failed";
                            documentId: string | null;
                            remark: string;
                            tickedBy: string;
                            /** Format: date-time */
                            tickedAt: string;
                        }[];
                        papers: {
                            kind: string;
                            nameZh: string;
                            nameEn: string;
                            state: string;
                            documentId: string | null;
                            comment: string | null;
                        }[];
                        pauses: {
                            /** @example paus_01kaq3f2v0… */
                            pauseId: string;
                            /** @enum {string} */
                            kind: "information" | "investigation";
                            reason: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            dueOn: string;
                            pausedBy: string;
                            /** Format: date-time */
                            pausedAt: string;
                            findings: string | null;
                            resumedBy: string | null;
                            resumedAt: string | null;
                        }[];
                        opinions: {
                            /** @example opin_01kaq3f2v0… */
                            opinionId: string;
                            /** @example revw_01kaq3f2v0… */
                            reviewId: string;
                            /** @enum {string} */
                            stage: "review" | "approval";
                            /** @enum {string} */
                            conclusion: "approve" | "counter_offer" | "reject" | "return" | "escalate";
                            terms: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ratePpm: string;
                                months: number;
                                /** @enum {string} */
                                guarantee: "CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE";
                            } | null;
                            readonly conditions: string[];
                            readonly reasonCodes: string[];
                            opinion: string;
                            matrix: {
                                ratePpm: string | null;
                                limitMinor: string | null;
                            };
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            exposureMinor: string;
                            byStaff: string;
                            /** Format: date-time */
                            at: string;
                            authority: string;
                        }[];
                        overrides: {
                            /** @example govr_01kaq3f2v0… */
                            overrideId: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example rate_01kaq3f2v0… */
                            ratingId: string;
                            applicationId: string | null;
                            /** @enum {string} */
                            fromGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                            /** @enum {string} */
                            toGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                            /** @enum {string} */
                            direction: "up" | "down";
                            reason: string;
                            /** @enum {string} */
                            state: "asked" | "approved" | "refused";
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        reasons: {
                            code: string;
                            zh: string;
                            en: string;
                        }[];
                        exposure: {
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            elsewhereMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            afterMinor: string;
                        };
                        matrix: {
                            ratePpm: string | null;
                            limitMinor: string | null;
                        };
                        authority: {
                            role: string;
                            level: string;
                            matrixVersion: number;
                            leftMinor: string | null;
                        };
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
    decisioning_claim_review: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example revw_01kaq3f2v0… */
                        reviewId: string;
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example bran_01kaq3f2v0… */
                        branchId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        /** @example deci_01kaq3f2v0… */
                        decisionId: string;
                        /** @enum {string} */
                        kind: "referred" | "appeal";
                        appeal: string;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        months: number;
                        grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                        /** @enum {string} */
                        riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                        /** @enum {string} */
                        state: "open" | "paused" | "recommended" | "closed";
                        outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                        reviewerId: string | null;
                        approverRole: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        closedAt: string | null;
                        version: number;
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
    decisioning_decide_case: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    conclusion: "approve" | "counter_offer" | "reject";
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amountMinor?: string;
                    /**
                     * @description Percent
                     * @example 6.0000
                     */
                    ratePpm?: string;
                    months?: number;
                    /** @enum {string} */
                    guarantee?: "CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE";
                    conditions: string[];
                    reasonCodes: ("RVA01" | "RVA02" | "RVA03" | "RVA04" | "RVC01" | "RVC02" | "RVD01" | "RVD02" | "RVD03" | "RVD04" | "RVD05" | "RVD06" | "RVR01" | "RVR02" | "RVR03")[];
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example revw_01kaq3f2v0… */
                        reviewId: string;
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example bran_01kaq3f2v0… */
                        branchId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        /** @example deci_01kaq3f2v0… */
                        decisionId: string;
                        /** @enum {string} */
                        kind: "referred" | "appeal";
                        appeal: string;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        months: number;
                        grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                        /** @enum {string} */
                        riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                        /** @enum {string} */
                        state: "open" | "paused" | "recommended" | "closed";
                        outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                        reviewerId: string | null;
                        approverRole: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        closedAt: string | null;
                        version: number;
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
    decisioning_ask_grade_override: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    grade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example govr_01kaq3f2v0… */
                        overrideId: string;
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example rate_01kaq3f2v0… */
                        ratingId: string;
                        applicationId: string | null;
                        /** @enum {string} */
                        fromGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                        /** @enum {string} */
                        toGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                        /** @enum {string} */
                        direction: "up" | "down";
                        reason: string;
                        /** @enum {string} */
                        state: "asked" | "approved" | "refused";
                        askedBy: string;
                        /** Format: date-time */
                        askedAt: string;
                        decidedBy: string | null;
                        decidedAt: string | null;
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
    decisioning_recommend: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    conclusion: "approve" | "counter_offer" | "reject";
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    amountMinor?: string;
                    /**
                     * @description Percent
                     * @example 6.0000
                     */
                    ratePpm?: string;
                    months?: number;
                    /** @enum {string} */
                    guarantee?: "CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE";
                    conditions: string[];
                    reasonCodes: ("RVA01" | "RVA02" | "RVA03" | "RVA04" | "RVC01" | "RVC02" | "RVD01" | "RVD02" | "RVD03" | "RVD04" | "RVD05" | "RVD06" | "RVR01" | "RVR02" | "RVR03")[];
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example revw_01kaq3f2v0… */
                        reviewId: string;
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example bran_01kaq3f2v0… */
                        branchId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        /** @example deci_01kaq3f2v0… */
                        decisionId: string;
                        /** @enum {string} */
                        kind: "referred" | "appeal";
                        appeal: string;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        months: number;
                        grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                        /** @enum {string} */
                        riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                        /** @enum {string} */
                        state: "open" | "paused" | "recommended" | "closed";
                        outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                        reviewerId: string | null;
                        approverRole: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        closedAt: string | null;
                        version: number;
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
    decisioning_pass_case: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    conclusion: "return" | "escalate";
                    reasonCodes: ("RVA01" | "RVA02" | "RVA03" | "RVA04" | "RVC01" | "RVC02" | "RVD01" | "RVD02" | "RVD03" | "RVD04" | "RVD05" | "RVD06" | "RVR01" | "RVR02" | "RVR03")[];
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example revw_01kaq3f2v0… */
                        reviewId: string;
                        /** @example cust_01kaq3f2v0… */
                        customerId: string;
                        /** @example bran_01kaq3f2v0… */
                        branchId: string;
                        /** @example appl_01kaq3f2v0… */
                        applicationId: string;
                        /** @example deci_01kaq3f2v0… */
                        decisionId: string;
                        /** @enum {string} */
                        kind: "referred" | "appeal";
                        appeal: string;
                        productCode: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amountMinor: string;
                        months: number;
                        grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                        /** @enum {string} */
                        riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                        /** @enum {string} */
                        state: "open" | "paused" | "recommended" | "closed";
                        outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                        reviewerId: string | null;
                        approverRole: string | null;
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        closedAt: string | null;
                        version: number;
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
    decisioning_pause_review: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "information" | "investigation";
                    reason: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    dueOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    decisioning_resume_review: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    findings: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    decisioning_return_application: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reasonCodes: ("RVA01" | "RVA02" | "RVA03" | "RVA04" | "RVC01" | "RVC02" | "RVD01" | "RVD02" | "RVD03" | "RVD04" | "RVD05" | "RVD06" | "RVR01" | "RVR02" | "RVR03")[];
                    words: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    decisioning_tick_item: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                reviewId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    item: string;
                    /** @enum {string} */
                    verdict: "passed" | "failed";
                    /** @default  */
                    remark?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    customers_save_shops: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shops: {
                        /** @enum {string} */
                        platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                        shopId: string;
                        shopName: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        summary: {
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @enum {string} */
                            kind: "merchant" | "enterprise" | "person";
                            displayName: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            managerId: string | null;
                            /** @enum {string} */
                            state: "prospect" | "active" | "locked" | "closed";
                            /** @enum {string} */
                            profileState: "draft" | "verified";
                            completeness: number;
                            campaign: string | null;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            joinedOn: string;
                            firstPaidOutOn: string | null;
                        };
                        blocks: {
                            /** @enum {string} */
                            block: "person" | "enterprise" | "finance" | "payout";
                            updatedAt: string | null;
                            sources: string[];
                            fields: {
                                /** @enum {string} */
                                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                                value: string;
                                masked: boolean;
                                source: string;
                                reference: string | null;
                                /** Format: date-time */
                                updatedAt: string;
                                updatedBy: string;
                            }[];
                        }[];
                        shops: {
                            shopId: string;
                            /** @enum {string} */
                            platform: "taobao" | "tmall" | "jd" | "pinduoduo" | "douyin" | "other";
                            shopName: string;
                            state: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        checks: {
                            /** @enum {string} */
                            item: "id_two_element" | "id_unique" | "registry_uscc" | "registry_legal_person" | "shop_owner" | "id_document" | "licence_document" | "call_back";
                            /** @enum {string} */
                            state: "open" | "passed" | "failed" | "in_review";
                            source: string | null;
                            reference: string | null;
                            why: string | null;
                            decidedBy: string | null;
                            decidedAt: string | null;
                        }[];
                        missing: string[];
                        ratios: {
                            debtRatioPpm: string | null;
                            currentRatioPpm: string | null;
                            netMarginPpm: string | null;
                        };
                        sources: {
                            source: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /** Format: date-time */
                            at: string;
                            reference: string;
                        }[];
                        manager: {
                            /** @example staf_01kaq3f2v0… */
                            managerId: string;
                            name: string;
                            branchZh: string;
                            branchEn: string;
                        } | null;
                        lock: {
                            id: string;
                            reasonCode: string;
                            /** Format: date-time */
                            lockedAt: string;
                            appealedAt: string | null;
                        } | null;
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
    tasks_list_of_customer: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "dueAt" | "-dueAt" | "priority" | "-openedAt";
                kind?: string;
                open?: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            customerId: string;
                            id: string;
                            kind: string;
                            subject: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            link: string;
                            /** @enum {string} */
                            ownerRole: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                            ownerId: string | null;
                            branchId: string | null;
                            priority: number;
                            /** @enum {string} */
                            state: "open" | "claimed" | "done" | "cancelled";
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            openedAt: string;
                            escalatedAt: string | null;
                            outcome: string | null;
                            comment: string | null;
                            version: number;
                            minutesLeft: number;
                            /** @enum {string} */
                            colour: "green" | "amber" | "red";
                            overdue: boolean;
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
    tasks_assign: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example staf_01kaq3f2v0… */
                    ownerId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    tasks_claim: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    tasks_complete: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "done" | "not_needed";
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    tasks_release: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    customers_timeline: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                            /** Format: date-time */
                            at: string;
                            kind: string;
                            subject: string;
                            zh: string;
                            en: string;
                            link: string | null;
                            actor: string;
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
    customers_unlock: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    why: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    customers_unmask: {
        parameters: {
            query: {
                field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                why: string;
            };
            header?: never;
            path: {
                customerId: string;
            };
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
                        /** @enum {string} */
                        field: "person.name" | "person.id_no" | "person.mobile" | "person.email" | "person.marital_status" | "person.children" | "person.residence" | "person.education" | "enterprise.name" | "enterprise.uscc" | "enterprise.legal_person" | "enterprise.legal_person_id" | "enterprise.registered_capital" | "enterprise.established_on" | "enterprise.address" | "enterprise.industry" | "enterprise.staff_count" | "enterprise.shareholders" | "finance.annual_revenue" | "finance.net_profit" | "finance.total_assets" | "finance.total_liabilities" | "finance.current_assets" | "finance.current_liabilities" | "payout.account" | "payout.bank_code";
                        value: string;
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
    documents_list_kinds: {
        parameters: {
            query?: never;
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
                            code: string;
                            nameZh: string;
                            nameEn: string;
                            byBorrower: boolean;
                            retentionClass: string;
                            years: number;
                        }[];
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
    access_permit_export: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    permission: string;
                    days: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        validTo: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    engagement_landing: {
        parameters: {
            query?: never;
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
                        products: {
                            code: string;
                            nameZh: string;
                            nameEn: string;
                            saysZh: string;
                            saysEn: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            minAmountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            maxAmountMinor: string;
                            minMonths: number;
                            maxMonths: number;
                            methods: string[];
                            decisionMinutes: number;
                            documents: {
                                kind: string;
                                obtainableFrom: string | null;
                                mandatory: boolean;
                            }[];
                            example: {
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                                months: number;
                                method: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                ratePpm: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                firstPaymentMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                interestMinor: string;
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                totalMinor: string;
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                allInPpm: string;
                            };
                        }[];
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
    engagement_funnel: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                        campaigns: {
                            campaign: string;
                            steps: {
                                /** @enum {string} */
                                step: "visit" | "lead" | "join" | "apply" | "approve" | "sign" | "disburse";
                                count: number;
                                passed: string | null;
                                dropouts: {
                                    reason: string;
                                    count: number;
                                }[];
                            }[];
                        }[];
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
    decisioning_list_grade_overrides: {
        parameters: {
            query?: never;
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
                            /** @example govr_01kaq3f2v0… */
                            overrideId: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example rate_01kaq3f2v0… */
                            ratingId: string;
                            applicationId: string | null;
                            /** @enum {string} */
                            fromGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                            /** @enum {string} */
                            toGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                            /** @enum {string} */
                            direction: "up" | "down";
                            reason: string;
                            /** @enum {string} */
                            state: "asked" | "approved" | "refused";
                            askedBy: string;
                            /** Format: date-time */
                            askedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
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
    access_list_grants: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "permission";
                role?: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                permission?: string;
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
                            /** @enum {string} */
                            role: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                            permission: string;
                            says: {
                                zh: string;
                                en: string;
                            };
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            source: string;
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
    access_change_grant: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                    permission: string;
                    allowed: boolean;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    from: string;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    engagement_list_leads: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "new" | "contacted" | "converted" | "lost";
                campaign?: string;
                ownerId?: string;
                mobile?: string;
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
                            /** @example lead_01kaq3f2v0… */
                            id: string;
                            name: string;
                            mobile: string;
                            campaign: string;
                            /** @enum {string} */
                            origin: "landing" | "staff";
                            needMinor: string | null;
                            note: string | null;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            ownerId: string | null;
                            /** @enum {string} */
                            state: "new" | "contacted" | "converted" | "lost";
                            askedTimes: number;
                            lostReason: ("not_interested" | "not_reachable" | "not_eligible" | "elsewhere" | "consent_withdrawn") | null;
                            convertedTo: string | null;
                            /** Format: date-time */
                            consentedAt: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            createdOn: string;
                            /** Format: date-time */
                            createdAt: string;
                            version: number;
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
    engagement_enter_lead: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    mobile: string;
                    campaign?: string;
                    /**
                     * @description Decimal amount with at most two places
                     * @example 1234.56
                     */
                    need?: string;
                    note?: string;
                    region?: string;
                    consent: {
                        version: string;
                        hash: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        received: true;
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
    engagement_show_contact: {
        parameters: {
            query: {
                why: string;
            };
            header?: never;
            path: {
                leadId: string;
            };
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
                        name: string;
                        mobile: string;
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
    engagement_move_lead: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                leadId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    to: "contacted" | "lost";
                    /** @default null */
                    lostReason?: ("not_interested" | "not_reachable" | "not_eligible" | "elsewhere" | "consent_withdrawn") | null;
                    /** @default null */
                    note?: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    ledger_list_accounts: {
        parameters: {
            query?: never;
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
                            code: string;
                            zh: string;
                            en: string;
                            kind: string;
                            controlled: boolean;
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
    ledger_list_journals: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                from?: string;
                to?: string;
                kind?: string;
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
                            /** @example jrnl_01kaq3f2v0… */
                            id: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            on: string;
                            kind: string;
                            reference: string;
                            zh: string;
                            en: string;
                            currency: string;
                            branchId: string | null;
                            reverses: string | null;
                            reversedBy: string | null;
                            actorId: string;
                            /** Format: date-time */
                            postedAt: string;
                            lines: {
                                /** @enum {string} */
                                account: "1002" | "1132" | "1133" | "1134" | "1135" | "1301" | "1303" | "2241" | "6011" | "6012" | "6021" | "6602" | "6701" | "9011" | "9012" | "9021" | "9091";
                                zh: string;
                                en: string;
                                /** @enum {string} */
                                side: "debit" | "credit";
                                /**
                                 * @description Decimal amount with at most two places
                                 * @example 1234.56
                                 */
                                amountMinor: string;
                                subject: string;
                            }[];
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
    ledger_post_manual: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example cust_01kaq3f2v0… */
                    customerId?: string;
                    reason: string;
                    /**
                     * @default CNY
                     * @enum {string}
                     */
                    currency?: "CNY";
                    lines: {
                        /** @enum {string} */
                        account: "1002" | "1132" | "1133" | "1134" | "1135" | "1301" | "1303" | "2241" | "6011" | "6012" | "6021" | "6602" | "6701" | "9011" | "9012" | "9021" | "9091";
                        /** @enum {string} */
                        side: "debit" | "credit";
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        amount: string;
                        subject?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example jrnl_01kaq3f2v0… */
                        journalId: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    ledger_show_trial_balance: {
        parameters: {
            query?: {
                on?: string;
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
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        on: string;
                        items: {
                            /** @enum {string} */
                            account: "1002" | "1132" | "1133" | "1134" | "1135" | "1301" | "1303" | "2241" | "6011" | "6012" | "6021" | "6602" | "6701" | "9011" | "9012" | "9021" | "9091";
                            zh: string;
                            en: string;
                            /** @enum {string} */
                            kind: "asset" | "liability" | "income" | "expense" | "off_balance";
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            debitMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                        }[];
                        total: number;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        debitMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        creditMinor: string;
                        balanced: boolean;
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
    servicing_list_loans: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "opened" | "due" | "late" | "balance" | "number" | "-opened" | "-due" | "-late" | "-balance" | "-number";
                status?: "active" | "overdue" | "settled";
                stage?: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                productCode?: string;
                dueFrom?: string;
                dueTo?: string;
                text?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example loan_01kaq3f2v0… */
                            id: string;
                            loanNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            productCode: string;
                            branchId: string | null;
                            currency: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            months: number;
                            method: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            startOn: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            maturityOn: string;
                            firstLoan: boolean;
                            /** Format: date-time */
                            openedAt: string;
                            /** @enum {string} */
                            status: "active" | "overdue" | "settled";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            asOf: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            principalMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            interestMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            penaltyMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            feeMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            creditMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            daysPastDue: number;
                            /** @enum {string} */
                            stage: "current" | "M0" | "M1" | "M2" | "M3" | "M4";
                            overdueSince: string | null;
                            nextDueOn: string | null;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            nextDueMinor: string;
                            onBooks: boolean;
                            settledOn: string | null;
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
    products_list_lpr: {
        parameters: {
            query?: never;
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
                            /** @enum {string} */
                            tenor: "1Y" | "5Y";
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            publishedOn: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratePpm: string;
                            source: string;
                        }[];
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
    products_enter_lpr: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    tenor: "1Y" | "5Y";
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    publishedOn: string;
                    /**
                     * @description Percent
                     * @example 6.0000
                     */
                    ratePpm: string;
                    source: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        tenor: "1Y" | "5Y";
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        publishedOn: string;
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        ratePpm: string;
                        source: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_me: {
        parameters: {
            query?: never;
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
                        /** @enum {string} */
                        kind: "staff" | "borrower";
                        id: string;
                        name: string;
                        branchId: string | null;
                        branchName: {
                            zh: string;
                            en: string;
                        } | null;
                        roles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                        waitingRoles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                        permissions: string[];
                        csrf: string;
                        /** Format: date-time */
                        sessionEndsAt: string;
                        businessDate: string;
                        /** Format: date-time */
                        now: string;
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
    notifications_staff_messages: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "-at";
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
                            template: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            body: {
                                zh: string;
                                en: string;
                            };
                            link: string | null;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                        total: number;
                        unread: number;
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
    notifications_read_staff_messages: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example mesg_01kaq3f2v0… */
                    messageId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
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
    access_change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    oldPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrf: string;
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
    access_get_preference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
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
                        value: string | null;
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
    access_put_preference: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    value: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    access_list_sessions: {
        parameters: {
            query?: never;
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
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            seenAt: string;
                            /** Format: date-time */
                            endsAt: string;
                            ip: string;
                            device: string;
                            current: boolean;
                        }[];
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
    access_end_session: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    access_step_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrf: string;
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
    notifications_list_templates: {
        parameters: {
            query?: never;
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
                            code: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            body: {
                                zh: string;
                                en: string;
                            };
                        }[];
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
    models_list: {
        parameters: {
            query?: never;
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
                            modelId: string;
                            version: string;
                            /** @enum {string} */
                            purpose: "merchant_credit" | "behaviour";
                            /** @constant */
                            kind: "scorecard";
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            state: "validated" | "live" | "retired";
                            sha256: string;
                            owner: string;
                            /** Format: date-time */
                            registeredAt: string;
                            liveFrom: string | null;
                            retiredOn: string | null;
                            attributes: number;
                            metrics: {
                                [key: string]: unknown;
                            };
                        }[];
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
    models_register: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    purpose: "merchant_credit" | "behaviour";
                    name: {
                        zh: string;
                        en: string;
                    };
                    card: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        modelId: string;
                        version: string;
                        /** @enum {string} */
                        purpose: "merchant_credit" | "behaviour";
                        /** @constant */
                        kind: "scorecard";
                        name: {
                            zh: string;
                            en: string;
                        };
                        /** @enum {string} */
                        state: "validated" | "live" | "retired";
                        sha256: string;
                        owner: string;
                        /** Format: date-time */
                        registeredAt: string;
                        liveFrom: string | null;
                        retiredOn: string | null;
                        attributes: number;
                        metrics: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    models_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                modelId: string;
                version: string;
            };
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
                        model: {
                            modelId: string;
                            version: string;
                            /** @enum {string} */
                            purpose: "merchant_credit" | "behaviour";
                            /** @constant */
                            kind: "scorecard";
                            name: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            state: "validated" | "live" | "retired";
                            sha256: string;
                            owner: string;
                            /** Format: date-time */
                            registeredAt: string;
                            liveFrom: string | null;
                            retiredOn: string | null;
                            attributes: number;
                            metrics: {
                                [key: string]: unknown;
                            };
                        };
                        card: {
                            [key: string]: unknown;
                        };
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
    models_put_live: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                modelId: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        modelId: string;
                        version: string;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        liveFrom: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    monitoring_coverage: {
        parameters: {
            query?: never;
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
                        unwatched: string[];
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
    products_list_parameters: {
        parameters: {
            query?: {
                name?: "rating.merchant" | "policy.merchant" | "pricing.merchant" | "intake";
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
                            /** @enum {string} */
                            name: "rating.merchant" | "policy.merchant" | "pricing.merchant" | "intake";
                            version: number;
                            sha256: string;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            source: string;
                            madeBy: string;
                            /** Format: date-time */
                            madeAt: string;
                            body: unknown;
                        }[];
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
    products_publish_parameters: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                name: "rating.merchant" | "policy.merchant" | "pricing.merchant" | "intake";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    effectiveFrom: string;
                    source: string;
                    body: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        version: number;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        effectiveFrom: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    connectors_list_reconciliations: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
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
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            date: string;
                            /** @enum {string} */
                            state: "asked" | "equal" | "differs";
                            ownCount: number | null;
                            railCount: number | null;
                            ownSuccess: string | null;
                            railSuccess: string | null;
                            /** Format: date-time */
                            at: string;
                            differences: {
                                orderNo: string;
                                /** @enum {string} */
                                what: "missing_at_rail" | "missing_here" | "amount" | "state";
                                own: string | null;
                                rail: string | null;
                            }[];
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
    connectors_reconcile_day: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    date: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        done: true;
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
    servicing_list_payouts: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
                state?: "open" | "ordered" | "paid" | "stopped";
                productCode?: string;
                late?: string;
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
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example pout_01kaq3f2v0… */
                            id: string;
                            orderNo: string;
                            /** @example cont_01kaq3f2v0… */
                            contractId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            loanId: string | null;
                            branchId: string | null;
                            productCode: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            netMinor: string;
                            currency: string;
                            /** @enum {string} */
                            mode: "self" | "entrusted";
                            /** @enum {string} */
                            payeeCheck: "waiting" | "matched" | "differs" | "failed";
                            /** @enum {string} */
                            trialState: "not_needed" | "waiting" | "success" | "failed";
                            firstLoan: boolean;
                            /** @enum {string} */
                            state: "open" | "ordered" | "paid" | "stopped";
                            faultCode: string | null;
                            stopped: {
                                zh: string;
                                en: string;
                            } | null;
                            railRef: string | null;
                            version: number;
                            attempt: number;
                            dueOn: string | null;
                            late: boolean;
                            /** Format: date-time */
                            signedAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            checkedAt: string | null;
                            releasedAt: string | null;
                            releasedBy: string | null;
                            paidAt: string | null;
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
    products_list: {
        parameters: {
            query?: never;
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
                            kind: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            says: {
                                zh: string;
                                en: string;
                            };
                            readonly segments: ("merchant" | "enterprise" | "person")[];
                            /** @enum {string} */
                            segmentCode: "ECOM" | "FIRST_LOAN" | "MICRO";
                            readonly regions: string[];
                            firstLoanOnly: boolean;
                            readonly methods: ("equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat")[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            minAmountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            maxAmountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            stepMinor: string;
                            minMonths: number;
                            maxMonths: number;
                            readonly purposes: ("CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL")[];
                            /** @enum {string} */
                            minGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                            readonly guarantees: ("CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE")[];
                            readonly documents: {
                                kind: string;
                                obtainableFrom: string | null;
                                mandatory: boolean;
                            }[];
                            readonly consents: string[];
                            parameters: {
                                rating: string;
                                policy: string;
                                pricing: string;
                                intake: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            penaltyUpliftPpm: string;
                            penaltyGraceDays: number;
                            compoundOnInterest: boolean;
                            dayBase: 360 | 365;
                            readonly allocation: ("fee" | "penalty" | "interest" | "principal")[];
                            prepayment: {
                                /** @enum {string} */
                                replan: "keep_term" | "keep_instalment";
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                feePpm: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            allInCapPpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            allInWarnPpm: string;
                            decisionMinutes: number;
                            studentConditions?: {
                                guardianConsent: boolean;
                                stableIncomeOrGuarantor: boolean;
                                complianceApprovalNo: string;
                            };
                            code: string;
                            version: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            source: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            highestRatePpm: string;
                        }[];
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
    products_list_versions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
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
                            kind: string;
                            name: {
                                zh: string;
                                en: string;
                            };
                            says: {
                                zh: string;
                                en: string;
                            };
                            readonly segments: ("merchant" | "enterprise" | "person")[];
                            /** @enum {string} */
                            segmentCode: "ECOM" | "FIRST_LOAN" | "MICRO";
                            readonly regions: string[];
                            firstLoanOnly: boolean;
                            readonly methods: ("equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat")[];
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            minAmountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            maxAmountMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            stepMinor: string;
                            minMonths: number;
                            maxMonths: number;
                            readonly purposes: ("CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL")[];
                            /** @enum {string} */
                            minGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                            readonly guarantees: ("CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE")[];
                            readonly documents: {
                                kind: string;
                                obtainableFrom: string | null;
                                mandatory: boolean;
                            }[];
                            readonly consents: string[];
                            parameters: {
                                rating: string;
                                policy: string;
                                pricing: string;
                                intake: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            penaltyUpliftPpm: string;
                            penaltyGraceDays: number;
                            compoundOnInterest: boolean;
                            dayBase: 360 | 365;
                            readonly allocation: ("fee" | "penalty" | "interest" | "principal")[];
                            prepayment: {
                                /** @enum {string} */
                                replan: "keep_term" | "keep_instalment";
                                /**
                                 * @description Percent
                                 * @example 6.0000
                                 */
                                feePpm: string;
                            };
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            allInCapPpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            allInWarnPpm: string;
                            decisionMinutes: number;
                            studentConditions?: {
                                guardianConsent: boolean;
                                stableIncomeOrGuarantor: boolean;
                                complianceApprovalNo: string;
                            };
                            code: string;
                            version: number;
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            source: string;
                        }[];
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
    products_publish_version: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    effectiveFrom: string;
                    source: string;
                    body: {
                        kind: string;
                        name: {
                            zh: string;
                            en: string;
                        };
                        says: {
                            zh: string;
                            en: string;
                        };
                        readonly segments: ("merchant" | "enterprise" | "person")[];
                        /** @enum {string} */
                        segmentCode: "ECOM" | "FIRST_LOAN" | "MICRO";
                        readonly regions: string[];
                        firstLoanOnly: boolean;
                        readonly methods: ("equal_instalment" | "equal_principal" | "interest_only" | "bullet" | "flat")[];
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        minAmountMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        maxAmountMinor: string;
                        /**
                         * @description Decimal amount with at most two places
                         * @example 1234.56
                         */
                        stepMinor: string;
                        minMonths: number;
                        maxMonths: number;
                        readonly purposes: ("CONSUMPTION" | "BUSINESS" | "PROJECT" | "HOUSING" | "AUTO" | "EDUCATION" | "TRAVEL")[];
                        /** @enum {string} */
                        minGrade: "AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D";
                        readonly guarantees: ("CREDIT" | "GUARANTEE" | "JOINT" | "MORTGAGE" | "PLEDGE" | "COMBINED" | "INSURANCE")[];
                        readonly documents: {
                            kind: string;
                            obtainableFrom: string | null;
                            mandatory: boolean;
                        }[];
                        readonly consents: string[];
                        parameters: {
                            rating: string;
                            policy: string;
                            pricing: string;
                            intake: string;
                        };
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        penaltyUpliftPpm: string;
                        penaltyGraceDays: number;
                        compoundOnInterest: boolean;
                        dayBase: 360 | 365;
                        readonly allocation: ("fee" | "penalty" | "interest" | "principal")[];
                        prepayment: {
                            /** @enum {string} */
                            replan: "keep_term" | "keep_instalment";
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            feePpm: string;
                        };
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        allInCapPpm: string;
                        /**
                         * @description Percent
                         * @example 6.0000
                         */
                        allInWarnPpm: string;
                        decisionMinutes: number;
                        studentConditions?: {
                            guardianConsent: boolean;
                            stableIncomeOrGuarantor: boolean;
                            complianceApprovalNo: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        version: number;
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        effectiveFrom: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    applications_decision_times: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                        weeks: {
                            /**
                             * Format: date
                             * @example 2026-11-22
                             */
                            week: string;
                            productCode: string;
                            cases: number;
                            within: number;
                            late: number;
                            p50Minutes: number;
                            p95Minutes: number;
                        }[];
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
    applications_satisfaction: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                        rows: {
                            productCode: string;
                            cases: number;
                            approved: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            requestedMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            approvedMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            ratioPpm: string;
                        }[];
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
    applications_stage_times: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                        stages: {
                            /** @enum {string} */
                            stage: "apply" | "approve" | "disburse";
                            cases: number;
                            p50Minutes: number;
                            p95Minutes: number;
                        }[];
                        bottleneck: ("apply" | "approve" | "disburse") | null;
                        targets: {
                            productCode: string;
                            decisionMinutes: number;
                        }[];
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
    decisioning_review_figures: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                        decisions: number;
                        automatic: number;
                        automaticPpm: string | null;
                        referred: number;
                        reviewed: number;
                        touches: number;
                        touchesPerCase: number | null;
                        appeals: number;
                        appealsChanged: number;
                        replayed: number;
                        same: number;
                        persons: {
                            staffId: string;
                            name: string;
                            opinions: number;
                            approved: number;
                            rejected: number;
                            betterThanTables: number;
                            overridePpm: string | null;
                            gradesAsked: number;
                            gradesRaised: number;
                        }[];
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
    reporting_portfolio: {
        parameters: {
            query?: {
                by?: "product" | "branch" | "stage" | "method" | "first_loan" | "vintage";
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
                            key: string | null;
                            loans: number;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            balanceMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            overdueMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            badMinor: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            lentMinor: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            overduePpm: string;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            nplPpm: string;
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
    reporting_quality: {
        parameters: {
            query?: never;
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
                        /**
                         * Format: date
                         * @example 2026-11-22
                         */
                        asOf: string;
                        figures: {
                            key: string;
                            value: string;
                            second: string | null;
                            unit: string;
                            zh: string;
                            en: string;
                        }[];
                        costByGrade: {
                            gradeGroup: string | null;
                            approvals: number;
                            /**
                             * @description Percent
                             * @example 6.0000
                             */
                            irrPpm: string;
                        }[];
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
    reporting_stage_minutes: {
        parameters: {
            query?: never;
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
                            state: string;
                            passed: number;
                            medianMinutes: number;
                            p95Minutes: number;
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
    access_list_requests: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "-createdAt";
                state?: "waiting" | "approved" | "rejected" | "expired";
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
                            customerId: string;
                            id: string;
                            command: string;
                            says: {
                                zh: string;
                                en: string;
                            };
                            ids: {
                                [key: string]: string;
                            };
                            makerId: string;
                            makerName: string;
                            branchId: string | null;
                            /** @enum {string} */
                            state: "waiting" | "approved" | "rejected" | "expired";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            checkerId: string | null;
                            checkerName: string | null;
                            decidedAt: string | null;
                            reason: string | null;
                            mine: boolean;
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
    access_get_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerId: string;
                requestId: string;
            };
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
                        customerId: string;
                        id: string;
                        command: string;
                        says: {
                            zh: string;
                            en: string;
                        };
                        ids: {
                            [key: string]: string;
                        };
                        makerId: string;
                        makerName: string;
                        branchId: string | null;
                        /** @enum {string} */
                        state: "waiting" | "approved" | "rejected" | "expired";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        expiresAt: string;
                        checkerId: string | null;
                        checkerName: string | null;
                        decidedAt: string | null;
                        reason: string | null;
                        mine: boolean;
                        input: string;
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
    access_approve_request: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answer: string;
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
    access_reject_request: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                customerId: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    decisioning_list_reviews: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "dueAt" | "-dueAt" | "openedAt" | "-openedAt" | "amountMinor" | "-amountMinor" | "riskLevel" | "-riskLevel" | "state" | "-state";
                state?: "open" | "paused" | "recommended" | "closed";
                kind?: "referred" | "appeal";
                applicationId?: string;
                mine?: string;
                late?: string;
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
                            /** @example revw_01kaq3f2v0… */
                            reviewId: string;
                            /** @example cust_01kaq3f2v0… */
                            customerId: string;
                            /** @example bran_01kaq3f2v0… */
                            branchId: string;
                            /** @example appl_01kaq3f2v0… */
                            applicationId: string;
                            /** @example deci_01kaq3f2v0… */
                            decisionId: string;
                            /** @enum {string} */
                            kind: "referred" | "appeal";
                            appeal: string;
                            productCode: string;
                            /**
                             * @description Decimal amount with at most two places
                             * @example 1234.56
                             */
                            amountMinor: string;
                            months: number;
                            grade: ("AAA" | "AA+" | "AA" | "AA−" | "A+" | "A" | "A−" | "BBB" | "BB" | "B" | "CCC" | "D") | null;
                            /** @enum {string} */
                            riskLevel: "LOW" | "MEDIUM" | "HIGH" | "VETO";
                            /** @enum {string} */
                            state: "open" | "paused" | "recommended" | "closed";
                            outcome: ("approved" | "counter_offered" | "declined" | "returned" | "withdrawn") | null;
                            reviewerId: string | null;
                            approverRole: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            closedAt: string | null;
                            version: number;
                            displayName: string;
                            minutesLeft: number;
                            late: boolean;
                            pausedFor: string | null;
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
    access_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pending: string;
                        enrol: string | null;
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
    access_demo_hints: {
        parameters: {
            query?: never;
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
                            login: string;
                            name: string;
                            roles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                            branchName: {
                                zh: string;
                                en: string;
                            } | null;
                            password: string;
                            code: string;
                        }[];
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
    access_second_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pending: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrf: string;
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
    access_sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    monitoring_signals: {
        parameters: {
            query?: never;
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
                            code: string;
                            category: string;
                            nameZh: string;
                            nameEn: string;
                            /** @enum {string} */
                            severity: "red" | "orange" | "yellow" | "info";
                            responseZh: string;
                            responseEn: string;
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
    access_list_staff: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "login";
                role?: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                state?: "active" | "disabled";
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
                            login: string;
                            name: string;
                            roles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                            waitingRoles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                            branchId: string | null;
                            /** @enum {string} */
                            state: "active" | "disabled";
                            /** Format: date-time */
                            createdAt: string;
                            version: number;
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
    access_create_staff: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    name: string;
                    password: string;
                    roles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                    branchId: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staffId: string;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_change_staff: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    roles: ("RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN")[];
                    branchId: string | null;
                    /** @enum {string} */
                    state: "active" | "disabled";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_reset_staff: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DualRequest"];
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
    access_sign_staff_out: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: number;
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
    access_record_training: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    course: string;
                    /**
                     * Format: date
                     * @example 2026-11-22
                     */
                    completedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
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
    tasks_list_mine: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "dueAt" | "-dueAt" | "priority" | "-openedAt";
                kind?: string;
                open?: string;
                scope?: "mine" | "queue" | "both";
                late?: string;
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
                            customerId: string;
                            id: string;
                            kind: string;
                            subject: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            link: string;
                            /** @enum {string} */
                            ownerRole: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                            ownerId: string | null;
                            branchId: string | null;
                            priority: number;
                            /** @enum {string} */
                            state: "open" | "claimed" | "done" | "cancelled";
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            openedAt: string;
                            escalatedAt: string | null;
                            outcome: string | null;
                            comment: string | null;
                            version: number;
                            minutesLeft: number;
                            /** @enum {string} */
                            colour: "green" | "amber" | "red";
                            overdue: boolean;
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
    tasks_list_branch: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: "dueAt" | "-dueAt" | "priority" | "-openedAt";
                kind?: string;
                open?: string;
                late?: string;
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
                            customerId: string;
                            id: string;
                            kind: string;
                            subject: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            link: string;
                            /** @enum {string} */
                            ownerRole: "RELATIONSHIP_MANAGER" | "REVIEWER" | "APPROVER" | "COMMITTEE" | "DISBURSEMENT" | "POST_LOAN" | "COLLECTOR" | "RISK_MANAGER" | "COMPLIANCE" | "EXECUTIVE" | "SERVICE_AGENT" | "PRODUCT_MANAGER" | "ADMIN";
                            ownerId: string | null;
                            branchId: string | null;
                            priority: number;
                            /** @enum {string} */
                            state: "open" | "claimed" | "done" | "cancelled";
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            openedAt: string;
                            escalatedAt: string | null;
                            outcome: string | null;
                            comment: string | null;
                            version: number;
                            minutesLeft: number;
                            /** @enum {string} */
                            colour: "green" | "amber" | "red";
                            overdue: boolean;
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
    tasks_summary: {
        parameters: {
            query?: never;
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
                        open: number;
                        late: number;
                        dueToday: number;
                        escalated: number;
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
    engagement_count_visit: {
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
                    page: "first_loan" | "self_check" | "start";
                    campaign?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        received: true;
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
}
