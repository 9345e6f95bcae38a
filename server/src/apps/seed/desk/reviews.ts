import { addDays, Refusal } from '@tallystick/kernel';
import type { Json } from '../bank.ts';
import { colleague, type Day, each, isRipe, luckOf, rowsOf } from '../day.ts';
import type { Staff } from './staff.ts';

/** Reviewers work through the referred cases of their branch. */
export async function reviewCases(day: Day): Promise<void> {
  await each(await rowsOf(day, 'reviewer', 'decisioning.list_reviews'), async (row) => {
    const staff = colleague(day, 'reviewer', row);
    if (row.state === 'open' && isRipe(day, row.openedAt, 1) && !day.leave.has(row.customerId)) await review(day, staff, row);
    if (row.state === 'paused' && isRipe(day, row.openedAt, 5))
      await day.bank.call(staff, 'decisioning.resume_review', {
        customerId: row.customerId,
        reviewId: row.reviewId,
        findings: '实地走访，经营场所与库存属实',
      });
  });
}

async function review(day: Day, staff: Staff, row: Json): Promise<void> {
  const key = { customerId: row.customerId, reviewId: row.reviewId };
  if (row.reviewerId === null) await day.bank.call(staff, 'decisioning.claim_review', key);
  const page = await day.bank.call(staff, 'decisioning.show_review', key);
  const opinion = opinionOn(day, page);
  if (opinion === 'pause')
    return day.bank.call(staff, 'decisioning.pause_review', {
      ...key,
      kind: 'investigation',
      reason: '请走访经营场所',
      dueOn: addDays(day.today, 5),
    });
  if (opinion === 'return')
    return day.bank.call(staff, 'decisioning.return_application', { ...key, reasonCodes: ['RVR02'], words: '请核对申请金额与用途预算' });
  if (opinion.conclusion !== 'reject')
    await each(page.checklist, (point) => day.bank.call(staff, 'decisioning.tick_item', { ...key, item: point.item, verdict: 'passed' }));
  await day.bank.call(staff, 'decisioning.recommend', { ...key, ...opinion });
}

type Opinion = {
  readonly conclusion: 'approve' | 'counter_offer' | 'reject';
  readonly reasonCodes: readonly string[];
  readonly [field: string]: unknown;
};
const reject = (code: string, opinion: string): Opinion => ({ conclusion: 'reject', conditions: [], reasonCodes: [code], opinion });
/** High-risk cases on credit stay below this. */
const SMALL = 50_000;

/** What a careful reviewer says: within the tables, smaller where the limit is smaller, no where there is no grade or too much debt. */
function opinionOn(day: Day, page: Json): Opinion | 'pause' | 'return' {
  const { review: r, matrix, papers } = page;
  const random = luckOf(day, 'review', r);
  if (papers.some((p: Json) => p.state === 'rejected') || (page.opinions.length === 0 && random.chance(0.06))) return 'return';
  if (page.pauses.length === 0 && random.chance(0.06)) return 'pause';
  if (matrix.ratePpm === null || matrix.limitMinor === null) return reject('RVD06', '无法评定等级，经营数据不足');
  if (random.chance(r.kind === 'appeal' ? 0.6 : 0.2)) return reject(random.pick(['RVD01', 'RVD05']), '现有负债较高，还款来源不足');
  const most = Math.min(Number(matrix.limitMinor), r.riskLevel === 'HIGH' || r.riskLevel === 'VETO' ? SMALL : Number.POSITIVE_INFINITY);
  const asked = Number(r.amountMinor);
  const amount = Math.floor(Math.min(asked, most) / 100) * 100;
  if (amount < 5_000) return reject('RVD01', '测算额度过小');
  const terms = { amountMinor: `${amount}.00`, ratePpm: matrix.ratePpm, months: r.months, guarantee: 'CREDIT', conditions: [] };
  if (amount < asked) return { conclusion: 'counter_offer', ...terms, reasonCodes: ['RVC01'], opinion: '按测算额度调整金额后同意' };
  return { conclusion: 'approve', ...terms, reasonCodes: ['RVA01', 'RVA03'], opinion: '店铺经营稳定，疑点已核实，同意授信' };
}

/** Who decides at which level: the head of the branch, or somebody of the head office. */
const deciderOf = (day: Day, row: Json): Staff => {
  const office = { RISK_MANAGER: 'risk', COMMITTEE: 'committee', EXECUTIVE: 'exec' }[row.approverRole as string];
  return office === undefined ? colleague(day, 'approver', row) : day.house.as(office);
};

/** Each decider takes what is theirs: as recommended where authority reaches, otherwise one level up. */
export async function decideCases(day: Day): Promise<void> {
  await each(await rowsOf(day, 'exec', 'decisioning.list_approvals'), async (row) => {
    if (!isRipe(day, row.recommendedAt, 1)) return;
    const staff = deciderOf(day, row);
    const key = { customerId: row.customerId, reviewId: row.reviewId, version: row.version };
    try {
      await day.bank.call(staff, 'decisioning.decide_case', { ...key, ...decisionOn(row) });
    } catch (error) {
      if (!(error instanceof Refusal) || !OVER.includes(error.code)) throw error;
      await day.bank.call(staff, 'decisioning.pass_case', { ...key, conclusion: 'escalate', reasonCodes: ['RVR03'], opinion: '超出本级授权，上报' });
    }
  });
}
const OVER = ['access.over_authority', 'decisioning.high_risk_committee'];
function decisionOn(row: Json): object {
  if (row.conclusion === 'reject') return { conclusion: 'reject', conditions: [], reasonCodes: ['RVD01'], opinion: '同意审查意见，不予批准' };
  const terms = {
    amountMinor: row.proposedMinor,
    ratePpm: row.ratePpm,
    months: row.proposedMonths,
    guarantee: row.guarantee,
    conditions: row.conditions,
  };
  const code = row.conclusion === 'approve' ? 'RVA01' : 'RVC01';
  return { conclusion: row.conclusion, ...terms, reasonCodes: [code], opinion: '同意审查意见' };
}
