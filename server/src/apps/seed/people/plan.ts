import { addDays, type CalendarDate } from '@tallystick/kernel';
import { type Kind, type Who, whoIs } from './borrower.ts';
import { type Random, seeded } from './random.ts';

/** How far somebody goes with the bank: a look, a profile, a draft left lying, an application that cannot succeed, or loans. */
export type Aim = 'look' | 'profile' | 'draft' | 'refused' | 'loans';
/** How somebody repays: when it is due, some days late, some weeks late, not any more, or all at once before its time. */
export type Habit = 'prompt' | 'late' | 'slow' | 'broken' | 'early';

/** The shop sells less and less, a court lists the owner as a dishonest debtor, or nothing happens. */
export type Trouble = 'none' | 'sales' | 'court';

/** Leaves the story open at a point: one of a borrower's stages, or other terms that wait for an answer. */
export type Pause = 'look' | 'wait' | 'sign' | 'counter';
export type Plan = {
  readonly who: Who;
  readonly random: Random;
  readonly joinsOn: CalendarDate;
  readonly atCounter: boolean;
  readonly campaign: string | undefined;
  readonly aim: Aim;
  readonly habit: Habit;
  /** What befalls the business while a loan runs. */
  readonly trouble: Trouble;
  readonly loans: number;
  /** What the household earns a month, in yuan, as it will be declared. */
  readonly income: number;
  /** For those whose story is told on purpose: what they ask for, how the account runs dry, where it stops. Nothing is left to chance then. */
  readonly script?: {
    readonly months: number;
    readonly share: number;
    readonly stopsAt?: Pause;
    readonly emptyFrom?: CalendarDate;
    readonly settlesAfterDays?: number;
  };
  /** Deceit that the bank finds on a day: the account is locked, and what they named goes on the internal list. */
  readonly deceit?: { readonly foundOn: CalendarDate; readonly reasonCode: string; readonly evidence: string; readonly endsOn?: CalendarDate };
  /** What the outside world is told to say: subject → overrides. */
  readonly outside: ReadonlyMap<string, object>;
};
export type Scale = { readonly customers: number; readonly days: number; readonly seed: string };
/** The demo banks by the setting DEMO_BANK. The small one is as long as the oldest known borrower's story (see cast.ts). */
export const SCALES = {
  full: { customers: 300, days: 365, seed: 'tallystick' },
  small: { customers: 30, days: 125, seed: 'tallystick' },
} as const satisfies Record<string, Scale>;

/** People from this number on are drawn; those below are the borrowers that everybody knows (see cast.ts). */
const FIRST_DRAWN = 1_001;

const KINDS: readonly (readonly [Kind, number])[] = [
  ['merchant', 0.86],
  ['enterprise', 0.08],
  ['person', 0.06],
];
const AIMS: readonly (readonly [Aim, number])[] = [
  ['loans', 0.75],
  ['refused', 0.11],
  ['profile', 0.06],
  ['draft', 0.05],
  ['look', 0.03],
];
const HABITS: readonly (readonly [Habit, number])[] = [
  ['prompt', 0.58],
  ['late', 0.13],
  ['early', 0.13],
  ['slow', 0.08],
  ['broken', 0.08],
];
const TROUBLES: readonly (readonly [Trouble, number])[] = [
  ['none', 0.84],
  ['sales', 0.12],
  ['court', 0.04],
];
function weighted<T>(random: Random, shares: readonly (readonly [T, number])[]): T {
  let ticket = random.int(0, 9_999) / 10_000;
  for (const [value, share] of shares) {
    ticket -= share;
    if (ticket < 0) return value;
  }
  return (shares[0] as readonly [T, number])[0];
}

/** What keeps a refused applicant out, in the words of the simulated world. */
const OBSTACLES: readonly ((who: Who) => [string, object])[] = [
  (who) => [who.idNo, { bureau: { case: 'three_in_row' } }],
  (who) => [who.idNo, { bureau: { case: 'current_overdue' } }],
  (who) => [who.idNo, { court: { case: 'dishonest' } }],
  (who) => [who.shop?.shopId ?? who.idNo, who.shop ? { platform: { case: 'new' } } : { bureau: { case: 'three_in_row' } }],
  (who) => [who.shop?.shopId ?? who.idNo, who.shop ? { platform: { case: 'brushing' } } : { court: { case: 'dishonest' } }],
];

/** The simulated world around somebody: sound business for borrowers, one obstacle for those who will be refused, chance for the others. */
function outsideOf(random: Random, who: Who, aim: Aim): Map<string, object> {
  if (aim === 'refused') return new Map([random.pick(OBSTACLES)(who)]);
  if (aim !== 'loans') return new Map();
  const out = new Map<string, object>();
  out.set(who.idNo, {
    bureau: { case: random.pick(['healthy', 'healthy', 'healthy', 'perfect', 'perfect', 'thin', 'no_record', 'one_m1', 'multi_lender']) },
    court: { case: 'clean' },
  });
  if (who.firm)
    out.set(who.firm.uscc, {
      bureau: { case: random.chance(0.85) ? 'no_record' : 'healthy' },
      court: { case: 'clean' },
      registry: { case: 'normal' },
      tax: { grade: random.pick(['A', 'A', 'B', 'M']) },
    });
  if (who.shop)
    out.set(who.shop.shopId, {
      platform: {
        case: random.pick(['growing', 'steady', 'steady']),
        monthly_gmv: `${random.int(15, 75)}0000.00`,
        open_date: `20${random.int(16, 23)}-0${random.int(1, 9)}-15`,
      },
    });
  return out;
}

/** The day somebody comes: the bank grows, so more come later; those who will borrow come while there is time to. */
function joiningDay(random: Random, aim: Aim, first: CalendarDate, days: number): CalendarDate {
  const span = aim === 'loans' ? days * 0.86 : days - 1;
  const share = Math.sqrt(random.int(0, 9_999) / 10_000); // The root of an even draw rises evenly.
  return addDays(first, Math.floor(span * (aim === 'loans' ? (0.5 * random.int(0, 100)) / 100 + 0.5 * share : share)));
}

/** Where people say they do business: one place in each branch's region. */
const REGIONS = ['330106', '330782', '440305'];

/** Everybody who comes to the bank by chance, in the order of their numbers. */
export function population(scale: Scale, first: CalendarDate): Plan[] {
  return Array.from({ length: scale.customers }, (_, i) => {
    const random = seeded(`${scale.seed}:${i}`);
    const who = { ...whoIs(FIRST_DRAWN + i, weighted(random, KINDS)), region: random.pick(REGIONS) };
    const aim = weighted(random, AIMS);
    return {
      who,
      random,
      aim,
      joinsOn: joiningDay(random, aim, first, scale.days),
      atCounter: random.chance(0.3),
      campaign: random.chance(0.25) ? 'first-loan' : undefined,
      habit: weighted(random, HABITS),
      trouble: weighted(random, TROUBLES),
      loans: random.int(1, 4),
      income: random.int(40, 120) * 1_000,
      outside: outsideOf(random, who, aim),
    };
  });
}
