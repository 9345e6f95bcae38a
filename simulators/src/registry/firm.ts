import { addDays, type CalendarDate } from '@tallystick/kernel';
import { fenOf, type Overrides, type REGISTRY_CASES } from '../overrides.ts';
import { draw, hash32 } from '../people/draw.ts';
import { enterprise, enterpriseByUscc, type Person, person } from '../people/people.ts';
import { usualRevenue } from '../tax/revenue.ts';
import type { World } from '../world.ts';

type Holder = Pick<Person, 'name' | 'idNo'>;
/** What a firm is at a day; all but the legal person stays as it is whenever one asks. */
export type Firm = {
  readonly name: string;
  readonly legalPerson: Holder;
  readonly formerLegalPerson: Holder;
  readonly partner: Holder | undefined;
  readonly establishDate: CalendarDate;
  readonly registeredCapital: number;
  readonly employees: number;
  readonly industry: string;
  readonly address: string;
  readonly province: string;
  readonly shareholders: readonly { name: string; id_no: string; type: string; ratio: string }[];
};

const INDUSTRIES = ['零售业', '零售业', '批发业', '批发业', '工业', '软件和信息技术', '租赁和商务服务', '交通运输', '餐饮业', '农林牧渔'];

/** The firm behind a credit code: our own by its number, any other from the hash of its code. */
export function firmFacts(world: World, uscc: string, askedName: string, asOf: CalendarDate): Firm {
  const set = world.about(uscc).registry;
  const stream = hash32(`${world.seed}:firm:${uscc}`);
  const d = draw(`${world.seed}:firm:${uscc}`);
  const known = enterpriseByUscc(uscc);
  const base = known ?? enterprise(stream % 5_000_000);
  const majority = d.pick([100, 100, 90, 80, 70, 60, 51]);
  // All draws come first, so that setting one fact does not move another.
  const drawn = {
    founded: addDays('2010-03-01', d.int(0, 5000)),
    capital: d.pick([10, 50, 100, 100, 200, 500, 1000]) * 1_000_000,
    industry: d.pick(INDUSTRIES),
    house: d.int(1, 500),
  };
  const partner = majority === 100 ? undefined : person((stream + 7) % 5_000_000);
  const { now: legalPerson, before: formerLegalPerson } = legalPersons(world.seed, uscc, set, base.legalPerson, asOf);
  const employees = set?.employees ?? Math.max(2, Math.round(usualRevenue(world.seed, uscc, world.about(uscc).tax) / 9_000_000));
  const holder = (h: Holder, ratio: number) => ({ name: h.name, id_no: h.idNo, type: '自然人', ratio: (ratio / 100).toFixed(4) });
  return {
    name: set?.name ?? known?.name ?? (askedName === '' ? base.name : askedName),
    legalPerson,
    formerLegalPerson,
    partner,
    establishDate: set?.establish_date ?? drawn.founded,
    registeredCapital: set?.registered_capital === undefined ? drawn.capital : fenOf(set.registered_capital),
    employees,
    industry: drawn.industry,
    address: `${base.province}${base.city}市测试路${drawn.house}号`,
    province: base.province,
    shareholders: [holder(legalPerson, majority), ...(partner ? [holder(partner, 100 - majority)] : [])],
  };
}

export type RegistryCase = (typeof REGISTRY_CASES)[number];
const SHARES: Record<RegistryCase, number> = { normal: 91, abnormal: 3, legal_person_changed: 3, pledged: 2, cancelled: 1 };

/** What has happened to a firm until `asOf`; each date is undefined when it has not happened (yet). */
export type FirmEvents = {
  readonly changedOn: CalendarDate | undefined;
  readonly abnormalFrom: CalendarDate | undefined;
  readonly cancelledFrom: CalendarDate | undefined;
  readonly pledgedOn: CalendarDate | undefined;
};

/** The dates of a firm's events, past and to come. Drawn events have a fixed date; a case set without a date happened 20 days before the question. */
function eventDates(seed: string, uscc: string, set: Overrides['registry'], asOf: CalendarDate): FirmEvents {
  const d = draw(`${seed}:registry:${uscc}`);
  const drawn = d.weighted(SHARES);
  const date = set?.case === undefined ? addDays('2025-09-01', d.int(0, 420)) : addDays(asOf, -20);
  const kind = set?.case ?? drawn;
  return {
    changedOn: set?.legal_person_changed_on ?? (kind === 'legal_person_changed' ? date : undefined),
    abnormalFrom: set?.abnormal_from ?? (kind === 'abnormal' ? date : undefined),
    cancelledFrom: set?.cancelled_from ?? (kind === 'cancelled' ? date : undefined),
    pledgedOn: kind === 'pledged' ? date : undefined,
  };
}

export function firmEvents(seed: string, uscc: string, set: Overrides['registry'], asOf: CalendarDate): FirmEvents {
  const dates = eventDates(seed, uscc, set, asOf);
  const past = (on: CalendarDate | undefined) => (on !== undefined && on <= asOf ? on : undefined);
  return {
    changedOn: past(dates.changedOn),
    abnormalFrom: past(dates.abnormalFrom),
    cancelledFrom: past(dates.cancelledFrom),
    pledgedOn: past(dates.pledgedOn),
  };
}

/**
 * The legal person before and after the firm's change. A change that was set replaces the usual legal person; a drawn one ended with the usual
 * legal person, so that the n-th person can sign for the n-th firm.
 */
export function legalPersons(
  seed: string,
  uscc: string,
  set: Overrides['registry'],
  usual: Holder,
  asOf: CalendarDate,
): { before: Holder; after: Holder; now: Holder } {
  const other = person((hash32(`${seed}:former:${uscc}`) % 900_000) + 5_000_000);
  const named = (otherwise: Holder): Holder => ({ name: set?.legal_person ?? otherwise.name, idNo: set?.legal_person_id ?? otherwise.idNo });
  const { changedOn } = eventDates(seed, uscc, set, asOf);
  if (changedOn === undefined) return { before: named(usual), after: named(usual), now: named(usual) };
  const wasSet = set?.legal_person_changed_on !== undefined || set?.case === 'legal_person_changed';
  const [before, after] = wasSet ? [usual, named(other)] : [other, named(usual)];
  return { before, after, now: changedOn <= asOf ? after : before };
}
