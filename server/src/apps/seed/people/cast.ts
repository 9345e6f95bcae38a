import { addDays, type CalendarDate } from '@tallystick/kernel';
import { whoIs } from './borrower.ts';
import type { Plan } from './plan.ts';
import { seeded } from './random.ts';

/** A borrower everybody knows: the mobile to sign in with, and what is found there at the end of the seeding. */
export type Known = { readonly mobile: string; readonly state: string; readonly zh: string; readonly en: string };
const known = (n: number, state: string, zh: string, en: string): Known => ({ mobile: whoIs(n, 'merchant').mobile, state, zh, en });

export const DEMO_BORROWERS: readonly Known[] = [
  known(1, 'stranger', '新号码：从首次登录开始', 'a new number: begins with the first sign-in'),
  known(2, 'offer', '已授权并评级，有预授信方案', 'consents given, rated, has an offer'),
  known(3, 'contract', '已批准，合同待签署', 'approved, a contract waits for the signature'),
  known(4, 'on_time', '贷款正常还款中', 'a loan that is repaid on time'),
  known(5, 'overdue', '贷款已逾期', 'a loan that is overdue'),
  known(6, 'settled', '贷款已结清，有结清证明', 'a settled loan with its certificate'),
  known(7, 'review', '申请转人工审查中', 'an application that people review'),
  known(8, 'declined', '申请被拒，可申请人工复核', 'declined; may ask for a review by a person'),
  known(9, 'counter_offer', '有调整后的方案待确认', 'other terms wait for an answer'),
  known(10, 'draft', '申请草稿未完成', 'an application left as a draft'),
  known(11, 'locked', '账户因虚假资料被锁定，可申诉', 'an account locked for false papers; may appeal'),
];

const SOUND = { bureau: { case: 'perfect' }, court: { case: 'clean' } };
/** The plans of those who come to the bank: days are counted back from the last one. */
export function cast(lastDay: CalendarDate): Plan[] {
  const ago = (days: number): CalendarDate => addDays(lastDay, -days);
  const plan = (n: number, joinedAgo: number, script: NonNullable<Plan['script']>, own: object = SOUND, more: Partial<Plan> = {}): Plan => {
    const who = { ...whoIs(n, 'merchant'), region: '330106' };
    const outside = new Map<string, object>([
      [who.idNo, own],
      [who.firm?.uscc ?? '', { bureau: { case: 'no_record' }, court: { case: 'clean' }, registry: { case: 'normal' }, tax: { grade: 'A' } }],
      [who.shop?.shopId ?? '', { platform: { case: 'growing', monthly_gmv: '300000.00', open_date: '2019-03-01' } }],
    ]);
    const rest = {
      aim: 'loans',
      joinsOn: ago(joinedAgo),
      atCounter: false,
      campaign: undefined,
      habit: 'prompt',
      trouble: 'none',
      loans: 1,
      income: 90_000,
    } as const;
    return { who, random: seeded(`cast:${n}`), outside, script, ...rest, ...more };
  };
  return [
    plan(2, 9, { months: 6, share: 0.5 }, SOUND, { aim: 'profile' }),
    plan(3, 8, { months: 6, share: 0.5, stopsAt: 'sign' }),
    plan(4, 110, { months: 12, share: 0.6 }, { bureau: { case: 'thin' }, court: { case: 'clean' } }),
    plan(5, 88, { months: 6, share: 0.5, emptyFrom: ago(35) }),
    plan(6, 120, { months: 3, share: 0.4, settlesAfterDays: 70 }),
    plan(7, 6, { months: 6, share: 0.5 }, { bureau: { case: 'perfect', queries_3m: 6 }, court: { case: 'clean' } }),
    plan(8, 7, { months: 6, share: 0.5 }, { bureau: { case: 'three_in_row' }, court: { case: 'clean' } }),
    plan(9, 7, { months: 6, share: 1.4, stopsAt: 'counter' }),
    plan(10, 5, { months: 6, share: 0.5 }, SOUND, { aim: 'draft' }),
    // Found on Fridays: the second person agrees on the Monday after.
    plan(11, 33, { months: 6, share: 0.5 }, SOUND, {
      aim: 'profile',
      deceit: { foundOn: ago(28), reasonCode: 'false_information', evidence: '营业执照影像经核为伪造，登记机关无此号' },
    }),
    plan(12, 24, { months: 6, share: 0.5 }, SOUND, {
      aim: 'profile',
      deceit: { foundOn: ago(14), reasonCode: 'fraud_suspected', evidence: '店铺流水与平台底档不符，疑似刷单骗贷', endsOn: addDays(lastDay, 365) },
    }),
  ];
}
/** Mobiles whose open work is left to those who try the demo. */
export const LEFT_ALONE: ReadonlySet<string> = new Set([3, 7, 9].map((n) => whoIs(n, 'merchant').mobile));
