import { MONEY_MAX } from '@tallystick/kernel';
import { type LoanRefusalCode, refuse } from '../terms/refusals.ts';
import { MAX_COUNT } from '../terms/terms.ts';
import { times, toMinor, whole } from './decimal.ts';
import type { Posting } from './postings.ts';
import type { AllocationRule, Product } from './product.ts';

const no = (code: LoanRefusalCode, field: string, facts: Record<string, string | number> = {}): never => {
  throw refuse(code, { field, facts: { field, ...facts } });
};
const isWhole = (n: number, min: number, max: number): boolean => Number.isInteger(n) && n >= min && n <= max;

/** A rule of twelve buckets holds each of them once. */
function checkRule(field: string, rule: AllocationRule): void {
  const steps = new Set(rule.order.map((step) => `${step.standing} ${step.bucket}`));
  if (rule.order.length !== 12 || steps.size !== 12) no('loan.allocation_invalid', field);
}

/** A year's rate in ppm, for the bound. */
const ppmOf = (product: Product): bigint => toMinor(times(product.rate, whole(10_000)));

/**
 * Throws the Refusal of the first thing that cannot be in a product's terms, before anything is computed. Codes: loan.number_invalid,
 * rate_invalid, grace_too_long, amount_invalid, allocation_invalid.
 */
export function checkProduct(product: Product): void {
  if (!isWhole(product.count, 1, MAX_COUNT)) no('loan.number_invalid', 'count', { min: 1, max: MAX_COUNT });
  if (!isWhole(product.every, 1, 366)) no('loan.number_invalid', 'every', { min: 1, max: 366 });
  if (product.rate.c < 0n || ppmOf(product) > 10_000_000n) no('loan.rate_invalid', 'rate', { min: '0', max: '10000000' });
  for (const field of ['gracePrincipal', 'graceInterest'] as const) {
    if (!isWhole(product[field], 0, MAX_COUNT)) no('loan.number_invalid', field, { min: 0, max: MAX_COUNT });
    if (product[field] >= product.count) no('loan.grace_too_long', field, { count: product.count });
  }
  if (product.multipleMinor !== null && product.multipleMinor <= 0n) no('loan.amount_invalid', 'multipleMinor');
  for (const [kind, rule] of Object.entries(product.allocation)) checkRule(`allocation.${kind}`, rule);
  const buckets = product.creditOrder;
  if (buckets !== null && (buckets.length !== 4 || new Set(buckets).size !== 4)) no('loan.allocation_invalid', 'creditOrder');
}

const amountOf = (posting: Posting): bigint | null | undefined => ('minor' in posting ? posting.minor : undefined);

/**
 * Throws the Refusal of a posting that cannot be on the account so far: a bad or doubled number, an amount out of bounds, anything before
 * money was lent, a target that is not there. Codes: loan.event_invalid, event_seq_duplicate, event_before_disbursement, target_missing.
 */
export function checkPosting(taken: readonly Posting[], posting: Posting): void {
  const { seq, kind } = posting;
  if (!Number.isFinite(seq) || seq < 0) no('loan.event_invalid', 'seq', { seq });
  if (!Number.isInteger(posting.day) || !Number.isInteger(posting.postedOn)) no('loan.event_invalid', 'day', { seq });
  const minor = amountOf(posting);
  if (minor !== undefined && minor !== null && (minor <= 0n || minor > MONEY_MAX)) no('loan.event_invalid', 'minor', { seq });
  if (kind === 'reage' && !(isWhole(posting.count, 1, MAX_COUNT) && isWhole(posting.every, 1, 366))) no('loan.event_invalid', 'count', { seq });
  if (kind === 'pause' && posting.to < posting.from) no('loan.event_invalid', 'to', { seq });
  if (kind !== 'close_day' && kind !== 'disburse' && taken.length === 0) no('loan.event_before_disbursement', 'day', { seq });
  if (taken.some((p) => p.seq === seq && p.kind === kind)) no('loan.event_seq_duplicate', 'seq', { seq });
  if ('target' in posting && !taken.some((p) => p.seq === posting.target)) no('loan.target_missing', 'target', { targetSeq: posting.target });
}
