import { ageOn, type CustomerId, listed, must, residentIdFacts, sum } from '@tallystick/kernel';
import {
  type Application,
  type ApplicationId,
  application,
  freezeFirstLoan,
  lockedApplication,
  markMilestone,
  setState,
  submittedForm,
} from '#modules/applications';
import { type CollectionId, collect, features } from '#modules/connectors';
import { addTimeline, customer, identity, onBlacklist, SOURCE_WORDS } from '#modules/customers';
import { bannedPurpose, canonicalJson, type IntakeParameters, lpr, parameterSet } from '#modules/products';
import { closeTasks, openTask } from '#modules/tasks';
import { type Ctx, sha256Hex } from '#platform';
import { creditRow, type Features, merchantFacts, type OwnKnowledge, read } from '../rating/facts.ts';
import { ownLateness } from '../rating/lateness.ts';
import { cardBasis } from '../rating/repo.ts';
import { storeRating } from '../rating/store.ts';
import { openReview } from '../review/service.ts';
import type { DecisionId } from '../types.ts';
import { grantApproval } from './approvals.ts';
import { type DecisionInput, type DecisionOutput, decideApplication, type Versions } from './decide.ts';
import { finishDecision } from './outcome.ts';
import { insertRecord, insertRun, type RunRow, runOfCollection, writeRun } from './repo.ts';
import { toolsToday } from './tools.ts';

/** An application came in: asks every source its product needs, in parallel, and waits for them. */
export async function startDecision(ctx: Ctx, e: { customerId: CustomerId; applicationId: ApplicationId; attempt: number }): Promise<void> {
  const now = await lockedApplication(ctx, e.customerId, e.applicationId);
  if (now.state !== 'submitted' || now.attempt !== e.attempt) return; // Withdrawn before the bank could begin.
  const a = await setState(ctx, {
    customerId: e.customerId,
    applicationId: e.applicationId,
    to: 'collecting',
    zh: '正在获取您授权的数据',
    en: 'Gathering the data you authorised',
  });
  await markMilestone(ctx, { customerId: e.customerId, applicationId: e.applicationId, kind: 'authorised', evidence: e.applicationId });
  await gather(ctx, a, 'submitted');
}

/** Asks the sources (again): each pass is a run of its own. */
export async function gather(ctx: Ctx, a: Application, why: string): Promise<void> {
  const collectionId = await collect(ctx, { customerId: a.customerId, purpose: 'application', subject: a.applicationId });
  const { branchId } = await customer(ctx, a.customerId);
  await insertRun(ctx.tx, {
    customerId: a.customerId,
    id: ctx.newId('runn'),
    branchId,
    purpose: 'application',
    subject: a.applicationId,
    attempt: a.attempt,
    collectionId,
    why,
    at: ctx.now,
  });
}

/** The sources have answered, or will not: decides, or says plainly what is missing and leaves the case waiting for a person. */
export async function onCollected(
  ctx: Ctx,
  e: { customerId: CustomerId; collectionId: CollectionId; subject: string; outcome: string; missing: readonly string[] },
): Promise<void> {
  const run = await runOfCollection(ctx.tx, e.customerId, e.collectionId);
  if (run?.state !== 'collecting' && run?.state !== 'waiting') return;
  const a = await application(ctx, e.customerId, run.subject as ApplicationId);
  if (a.state !== 'collecting' || a.attempt !== run.attempt)
    return writeRun(ctx.tx, { customerId: e.customerId, id: run.id, state: 'cancelled', missing: '', at: ctx.now });
  if (e.outcome === 'failed') return waitForSources(ctx, a, run, e.missing);
  await closeTasks(ctx, { customerId: a.customerId, kind: 'data_missing', subject: a.applicationId, outcome: 'collected' });
  await writeRun(ctx.tx, { customerId: e.customerId, id: run.id, state: 'done', missing: e.missing.join(','), at: ctx.now });
  await setState(ctx, {
    customerId: e.customerId,
    applicationId: a.applicationId,
    to: 'deciding',
    zh: '数据已齐，正在评估',
    en: 'The data are there; deciding',
  });
  await decideNow(ctx, a, e.collectionId);
}

async function waitForSources(ctx: Ctx, a: Application, run: RunRow, missing: readonly string[]): Promise<void> {
  await writeRun(ctx.tx, { customerId: a.customerId, id: run.id, state: 'waiting', missing: missing.join(','), at: null });
  const link = `/applications/${a.customerId}/${a.applicationId}`;
  const said = listed(SOURCE_WORDS, missing);
  await openTask(ctx, {
    customerId: a.customerId,
    kind: 'data_missing',
    subject: a.applicationId,
    zh: `外部数据未取得：${said.zh}`,
    en: `Outside data missing: ${said.en}`,
    ownerRole: 'RELATIONSHIP_MANAGER',
    branchId: (await customer(ctx, a.customerId)).branchId,
    link,
  });
  await addTimeline(ctx, {
    customerId: a.customerId,
    kind: 'decisioning.waiting',
    subject: a.applicationId,
    zh: `等待外部数据：${said.zh}`,
    en: `Waiting for outside data: ${said.en}`,
    link,
  });
}

/** Builds the input, decides, keeps the record, and acts on it: all in one transaction. */
async function decideNow(ctx: Ctx, a: Application, collectionId: CollectionId): Promise<void> {
  const { branchId } = await customer(ctx, a.customerId);
  const { tools, versions } = await toolsToday(ctx, a.productCode, a.productVersion);
  const f = await features(ctx, a.customerId, collectionId);
  const input = await inputOf(ctx, a, f, versions);
  const output = decideApplication(input, tools);
  const first = read.flag(f, 'is_first_loan');
  if (first !== null)
    await freezeFirstLoan(ctx, {
      customerId: a.customerId,
      applicationId: a.applicationId,
      isFirstLoan: first,
      evidence: read.text(f, 'first_loan_evidence') ?? collectionId,
    });
  const ratingId = await storeRating(ctx, { customerId: a.customerId, branchId, collectionId, why: a.applicationId, input, output, versions });
  if (output.rating) await markMilestone(ctx, { customerId: a.customerId, applicationId: a.applicationId, kind: 'rated', evidence: ratingId });
  const decisionId: DecisionId = ctx.newId('deci');
  const record = canonicalJson({ input, output });
  await insertRecord(ctx.tx, {
    customerId: a.customerId,
    branchId,
    id: decisionId,
    applicationId: a.applicationId,
    attempt: a.attempt,
    ratingId,
    outcome: output.outcome,
    riskLevel: output.riskLevel,
    record,
    sha256: sha256Hex(record),
    madeAt: ctx.now,
  });
  await act(ctx, a, decisionId, branchId, output);
}

async function act(ctx: Ctx, a: Application, decisionId: DecisionId, branchId: `bran_${string}`, output: DecisionOutput): Promise<void> {
  const key = { customerId: a.customerId, applicationId: a.applicationId, decisionId };
  if (output.outcome === 'refer') {
    await finishDecision(ctx, { ...key, outcome: 'reviewing', reasons: output.reasons });
    await openReview(ctx, { ...key, branchId, kind: 'referred' });
    return;
  }
  if (output.outcome === 'decline' || output.terms === null) return finishDecision(ctx, { ...key, outcome: 'declined', reasons: output.reasons });
  const { irrPpm: _, ...terms } = output.terms;
  const state = output.outcome === 'approve' ? 'standing' : 'offered';
  await grantApproval(ctx, {
    ...key,
    ...terms,
    attempt: a.attempt,
    source: 'auto',
    state,
    guarantee: 'CREDIT',
    conditions: [],
    approvedBy: ctx.actor.id,
  });
  await finishDecision(ctx, { ...key, outcome: state === 'standing' ? 'approved' : 'counter_offered', reasons: output.reasons });
}

const OCCUPATIONS: Readonly<Record<string, string | null>> = { merchant: 'SELF_EMPLOYED', enterprise: 'SELF_EMPLOYED', person: null };

async function inputOf(ctx: Ctx, a: Application, f: Features, versions: Versions): Promise<DecisionInput> {
  const form = submittedForm(a);
  const who = await identity(ctx, a.customerId);
  const { kind } = await customer(ctx, a.customerId);
  const birth = who.idNo === null ? undefined : residentIdFacts(who.idNo)?.birth;
  const intake = await parameterSet<IntakeParameters>(ctx, 'intake');
  const banned = bannedPurpose(form.purposeText, intake.body.bannedPurposes);
  return {
    decidedOn: ctx.today,
    application: {
      id: a.applicationId,
      attempt: a.attempt,
      amountMinor: form.amountMinor,
      months: form.months,
      method: form.method,
      purposeClass: form.purposeClass,
      use: banned?.code ?? 'WORKING_CAPITAL',
      needMinor: form.purposeBudget.length === 0 ? null : sum(form.purposeBudget.map((b) => b.amountMinor)),
      monthlyIncomeMinor: form.declaredMonthlyIncomeMinor,
      declaredDebtMinor: sum(form.declaredDebts.map((d) => d.balanceMinor)),
      declaredMonthlyMinor: sum(form.declaredDebts.map((d) => d.monthlyMinor)),
      declaredLenders: form.declaredDebts.length,
    },
    applicant: {
      kind,
      age: birth === undefined ? null : ageOn(birth, ctx.today),
      occupation: OCCUPATIONS[kind] ?? null,
      isFirstLoan: read.flag(f, 'is_first_loan'),
      listed: await onBlacklist(ctx, a.customerId),
    },
    features: f,
    facts: merchantFacts(f, await ownKnowledge(ctx, a.customerId)),
    creditRow: creditRow(f, await cardBasis(ctx.tx, ctx.today)),
    lprPpm: (await lpr(ctx, '1Y')).ratePpm,
    versions,
  };
}

/** How long and how widely the customer is known here, a small, capped factor (S0-44); and how late our own loans were paid. */
export async function ownKnowledge(ctx: Ctx, customerId: CustomerId): Promise<OwnKnowledge> {
  const c = await customer(ctx, customerId);
  const [y, m] = ctx.today.split('-').map(Number);
  const [fromY, fromM] = c.joinedOn.split('-').map(Number);
  return {
    months: Math.max(0, (must(y, 'year') - must(fromY, 'year')) * 12 + must(m, 'month') - must(fromM, 'month')),
    products: c.firstPaidOutOn === null ? 0 : 1,
    lateness: await ownLateness(ctx, customerId),
  };
}
