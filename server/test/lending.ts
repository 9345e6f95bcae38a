import { randomUUID } from 'node:crypto';
import type { RepaymentMethod } from '@tallystick/engines/loan-engine';
import { addDays, type CalendarDate, type CustomerId, must } from '@tallystick/kernel';
import { person, type Simulators, startSimulators } from '@tallystick/simulators';
import { createBranch, syncGrants } from '#modules/access';
import { type ApplicationId, setState } from '#modules/applications';
import { type ContractId, contract, contractSigned } from '#modules/contracts';
import { openCustomer } from '#modules/customers';
import { decided } from '#modules/decisioning';
import { canonicalJson, product, seedProducts } from '#modules/products';
import access from '#mount/access';
import applications from '#mount/applications';
import audit from '#mount/audit';
import connectors from '#mount/connectors';
import contracts from '#mount/contracts';
import creditLines from '#mount/credit-lines';
import customers from '#mount/customers';
import decisioning from '#mount/decisioning';
import documents from '#mount/documents';
import ledger from '#mount/ledger';
import notifications from '#mount/notifications';
import products from '#mount/products';
import servicing from '#mount/servicing';
import tasks from '#mount/tasks';
import { type Actor, ANONYMOUS, type BranchId, type Ctx, type Mount, type StaffRole, systemActor } from '#platform';
import { openLoan } from '../src/modules/servicing/payout/open-loan.ts';
import { preparePayout } from '../src/modules/servicing/payout/prepare.ts';
import { changePayout, payoutsOf } from '../src/modules/servicing/payout/repo.ts';
import { closeDay, type DayResult } from '../src/worker/close-of-business.ts';
import { openWorld, type World } from './world.ts';

const MOUNTS = [
  audit,
  access,
  tasks,
  notifications,
  ledger,
  documents,
  customers,
  connectors,
  products,
  applications,
  decisioning,
  creditLines,
  contracts,
  servicing,
];

// biome-ignore lint/suspicious/noExplicitAny: answers in JSON, looked into as a client does.
export type Json = any;
export type Borrower = {
  readonly customerId: CustomerId;
  readonly actor: Actor;
  readonly name: string;
  readonly idNo: string;
  readonly mobile: string;
  readonly card: string;
};
export type Ask = {
  amountMinor?: bigint;
  months?: number;
  ratePpm?: bigint;
  method?: RepaymentMethod;
  needMinor?: bigint;
  approvedBy?: string;
  productCode?: string;
  firstLoan?: boolean;
};

/** A bank that lends: every module up to servicing, the outside world at its side, a branch, and people to lend to. */
export type Lending = {
  readonly world: World;
  readonly simulators: Simulators;
  readonly branchId: BranchId;
  staff(role: StaffRole, id?: string): Actor;
  /** Runs an operation by name and answers its JSON. */
  call(actor: Actor, name: string, input: object, key?: string): Promise<Json>;
  control(method: string, path: string, body?: object): Promise<Json>;
  /** A customer with identity, consents and payout account. */
  borrower(n: number): Promise<Borrower>;
  /** An approved application; answers its contract, drafted. */
  approved(b: Borrower, ask?: Ask): Promise<{ applicationId: string; contractId: string }>;
  /** Reads, confirms and signs; both signatures are there afterwards. */
  sign(b: Borrower, contractId: string): Promise<void>;
  /** The payout of a contract. */
  payout(b: Borrower, contractId: string): Promise<Json>;
  /** From approval to the loan. */
  lend(b: Borrower, ask?: Ask): Promise<{ applicationId: string; contractId: string; payoutId: string; loanId: string }>;
  /** A signed contract with its payout prepared and its account checked; the certificates are left out. */
  signed(b: Borrower, ask?: Ask): Promise<{ contractId: string; payoutId: string }>;
  /** The same loan without signatures and payment rail, for stories that begin after the payout: many of them in little time. */
  plant(b: Borrower, ask?: Ask): Promise<{ contractId: string; loanId: string }>;
  /**
   * Closes days until the business date is `day`; jobs run after each, at nine in the morning. With `leap` only the last two days are closed:
   * those before them pass unnoticed.
   */
  untilDay(day: CalendarDate, leap?: boolean): Promise<DayResult | undefined>;
  today(): Promise<CalendarDate>;
  /** What the checks of close of business find; with `all` every check. */
  faults(all?: boolean): Promise<string[]>;
  close(): Promise<void>;
};

/** `more`: modules above servicing that the story needs. */
export async function openLending(options: { day?: CalendarDate; latencyMs?: number; more?: readonly Mount[] } = {}): Promise<Lending> {
  const simulators = await startSimulators({ basePort: 0, latencyMs: options.latencyMs ?? 0 });
  const { control: controlUrl, ...sources } = simulators.urls;
  const world = await openWorld([...MOUNTS, ...(options.more ?? [])], {
    day: options.day ?? '2026-03-02',
    env: { OUTSIDE_URLS: JSON.stringify(sources), CONNECTOR_TIMEOUT_MS: '1500' },
  });
  const { rt } = world;
  const branchId = await rt.asSystem('test', async (ctx) => {
    await syncGrants(ctx, [...rt.operations.values()]);
    await seedProducts(ctx);
    return createBranch(ctx, { code: 'HZ', nameZh: '杭州支行', nameEn: 'Hangzhou branch', region: '3301' });
  });
  // Approvals are planted here without the decision records that they would name.
  await world.asOwner('alter table decisioning.approval drop constraint approval_customer_id_decision_id_fkey');
  const call: Lending['call'] = async (actor, name, input, key = randomUUID()) =>
    (
      await rt.execute(must(rt.operations.get(name), `operation ${name}`), {
        actor,
        input,
        key,
        origin: { ip: '198.18.0.7', device: 'Test phone', requestId: 'test' },
      })
    ).json;
  const control: Lending['control'] = async (method, path, body) => {
    const answer = await fetch(controlUrl + path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const today = (): Promise<CalendarDate> => rt.asSystem('test', async (ctx) => ctx.today);

  const borrower: Lending['borrower'] = async (n) => {
    const p = person(n);
    const { customerId } = await rt.inTx({ actor: systemActor('test') }, (ctx) =>
      openCustomer(ctx, { mobile: p.mobile, kind: 'merchant', branchId }),
    );
    const actor: Actor = { kind: 'borrower', id: customerId, customerId, sessionId: `s-${n}` };
    const { texts } = await call(ANONYMOUS, 'customers.list_consent_texts', {});
    const agreed = (texts as Json[])
      .filter((t) => ['contact', 'identity'].includes(t.scope))
      .map((t) => ({ scope: t.scope, version: t.version, hash: t.hashZh }));
    await call(actor, 'customers.give_consents', { customerId, language: 'zh', agreed });
    await call(actor, 'customers.save_person', { customerId, name: p.name, idNo: p.idNo, maritalStatus: 'married', residence: '演示路 1 号' });
    await call(actor, 'customers.save_payout_account', { customerId, account: p.card, bankCode: '102100099996' });
    return { customerId, actor, name: p.name, idNo: p.idNo, mobile: p.mobile, card: p.card };
  };

  const approved: Lending['approved'] = async (b, ask = {}) => {
    const {
      amountMinor = 12_000_000n,
      months = 12,
      ratePpm = 60_000n,
      method = 'equal_instalment',
      approvedBy = 'staf_approver',
      productCode = 'ECOM_MERCHANT_LOAN',
    } = ask;
    const day = await today();
    const [applicationId, version] = await rt.asSystem(
      'test',
      async (ctx) => [ctx.newId('appl'), (await product(ctx, productCode)).version] as const,
    );
    const form = {
      amountMinor: ask.needMinor ?? amountMinor,
      months,
      method,
      purposeClass: 'BUSINESS',
      purposeText: '备货进货',
      purposeBudget: [],
      payoutAccountId: 'payout',
      declaredDebts: [],
      declaredAnnualRevenueMinor: 100_000_000n,
      declaredMonthlyIncomeMinor: 8_000_000n,
    };
    const at = `${day}T01:00:00.000Z`;
    await world.asOwner(
      `insert into applications.application (customer_id, id, branch_id, product_code, product_version, state, version, attempt, amount_minor, months, method, form, is_first_loan,
         approved_amount_minor, approved_rate_ppm, approved_months, created_by, created_at, submitted_at, decided_at, updated_at)
       values ($1, $2, $3, $4, $5, 'approved', 1, 1, $6, $7, $8, $9, $10, $6, $11, $7, $1, $12, $12, $12, $12)`,
      [
        b.customerId,
        applicationId,
        branchId,
        productCode,
        version,
        amountMinor,
        months,
        method,
        canonicalJson(form),
        ask.firstLoan ?? false,
        ratePpm,
        at,
      ],
    );
    const decisionId = `deci_${applicationId.slice(5)}` as const;
    await world.asOwner(
      `insert into decisioning.approval (customer_id, id, branch_id, application_id, attempt, decision_id, source, state, amount_minor, rate_ppm, months, irr_ppm, guarantee, conditions,
         approved_by, approved_at, valid_until, sha256) values ($1, $2, $3, $4, 1, $5, 'person', 'standing', $6, $7, $8, $7, 'CREDIT', '[]', $9, $10, $11, repeat('0', 64))`,
      [
        b.customerId,
        `appr_${applicationId.slice(5)}`,
        branchId,
        applicationId,
        decisionId,
        amountMinor,
        ratePpm,
        months,
        approvedBy,
        at,
        addDays(day, 30),
      ],
    );
    await rt.inTx({ actor: systemActor('test'), customerId: b.customerId }, (ctx) =>
      ctx.announce(decided, { customerId: b.customerId, applicationId, decisionId, outcome: 'approved' }),
    );
    await world.work();
    const { items } = await call(b.actor, 'contracts.list_own', { customerId: b.customerId });
    return {
      applicationId,
      contractId: must(
        (items as Json[]).find((c) => c.applicationId === applicationId),
        'a contract was drafted',
      ).id,
    };
  };

  const codeFor = async (mobile: string): Promise<string> => {
    const { messages } = await control('GET', `/messages?to=${mobile}&limit=5`);
    return must(/\d{6}/.exec((messages as Json[]).find((m) => m.biz_type === '验证码')?.text ?? '')?.[0], 'a code was sent');
  };
  const sign: Lending['sign'] = async (b, contractId) => {
    const key = { customerId: b.customerId, contractId };
    const page = await call(b.actor, 'contracts.show', key);
    await call(b.actor, 'contracts.acknowledge_reading', {
      ...key,
      textHash: page.contract.textHash,
      sections: page.sections,
      seconds: page.readingSeconds,
    });
    await call(b.actor, 'contracts.request_sign_code', key);
    await world.work();
    await call(b.actor, 'contracts.sign', { ...key, textHash: page.contract.textHash, code: await codeFor(b.mobile) });
    await world.work();
  };
  const payout: Lending['payout'] = async (b, contractId) => {
    const { items } = await call(staff('DISBURSEMENT'), 'servicing.list_own_payouts', { customerId: b.customerId });
    return must(
      (items as Json[]).find((p) => p.contractId === contractId),
      'a payout was prepared',
    );
  };
  const staff: Lending['staff'] = (role, id = `staf_${role.toLowerCase()}`) => ({
    kind: 'staff',
    id: id as `staf_${string}`,
    name: role,
    branchId: null,
    roles: [role],
    sessionId: id,
    steppedUpAt: '2999-01-01T00:00:00.000Z',
  });
  const lend: Lending['lend'] = async (b, ask) => {
    const { applicationId, contractId } = await approved(b, ask);
    await sign(b, contractId);
    const { id: payoutId } = await payout(b, contractId);
    await call(staff('DISBURSEMENT'), 'servicing.release_payout', { customerId: b.customerId, payoutId });
    await world.work();
    return { applicationId, contractId, payoutId, loanId: must((await payout(b, contractId)).loanId, 'the loan was opened') };
  };
  /** Marks a draft as signed, as the signing job would, without certificates. */
  const markSigned = (
    b: Borrower,
    contractId: string,
    next: (ctx: Ctx, id: ContractId, applicationId: ApplicationId) => Promise<void>,
  ): Promise<void> =>
    rt.inTx({ actor: systemActor('test'), customerId: b.customerId }, async (ctx) => {
      const id = contractId as ContractId;
      await ctx.tx.query(`update contracts.contract set state = 'signed', signed_at = $3 where customer_id = $1 and id = $2`, [
        b.customerId,
        id,
        ctx.now,
      ]);
      const { applicationId } = await contract(ctx, b.customerId, id);
      await setState(ctx, { customerId: b.customerId, applicationId, to: 'contracted' });
      await next(ctx, id, applicationId);
    });
  const signed: Lending['signed'] = async (b, ask) => {
    const { contractId } = await approved(b, ask);
    await markSigned(b, contractId, (ctx, id, applicationId) =>
      ctx.announce(contractSigned, { customerId: b.customerId, contractId: id, applicationId }),
    );
    await world.work();
    return { contractId, payoutId: (await payout(b, contractId)).id };
  };
  const plant: Lending['plant'] = async (b, ask) => {
    const { contractId } = await approved(b, ask);
    let loanId = '';
    await markSigned(b, contractId, async (ctx, id) => {
      await preparePayout(ctx, b.customerId, id);
      const p = must((await payoutsOf(ctx.tx, b.customerId))[0], 'a payout was prepared');
      await ctx.tx.query(`delete from platform.job where customer_id = $1 and name like 'connectors.%'`, [b.customerId]); // No trial, no account check.
      await changePayout(ctx.tx, p, { state: 'paid', paidAt: ctx.now });
      await openLoan(ctx, p, ctx.today);
      loanId = p.loanId;
    });
    return { contractId, loanId };
  };
  const untilDay: Lending['untilDay'] = async (day, leap = false) => {
    let last: DayResult | undefined;
    if (leap && (await today()) < addDays(day, -2)) await world.jumpTo(addDays(day, -2));
    while ((await today()) < day) {
      world.clock.moveTo(await today(), 22 * 60 + 30);
      last = await closeDay(rt);
      if (!last.closed) return last;
      world.clock.moveTo(await today());
      await world.work();
    }
    return last;
  };
  const faults = async (all = false): Promise<string[]> => {
    const found: string[] = [];
    for (const v of [ledger, creditLines, contracts, servicing].flatMap((m) => m.verifies ?? []))
      if (all || v.daily) found.push(...(await rt.asSystem(v.name, (ctx) => v.run(ctx))));
    return found;
  };
  return {
    world,
    simulators,
    branchId,
    staff,
    call,
    control,
    borrower,
    approved,
    sign,
    payout,
    lend,
    signed,
    plant,
    untilDay,
    today,
    faults,
    close: async () => {
      await world.close();
      await simulators.stop();
    },
  };
}
