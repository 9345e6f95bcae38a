import { addDays, type CalendarDate, daysBetween } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { draw } from '../people/draw.ts';
import { yuan } from '../people/figures.ts';
import type { QueryKind } from '../source-server.ts';
import { usualRevenue } from '../tax/revenue.ts';
import type { World } from '../world.ts';
import { type Firm, type FirmEvents, firmEvents, firmFacts } from './firm.ts';

/** What the business registry answers (handbook 6.4). Undefined: not founded yet at `asOf`. */
function registryRecord(world: World, { subject, asOf }: Query): unknown {
  const set = world.about(subject.idNo);
  const firm = firmFacts(world, subject.idNo, subject.name, asOf);
  if (firm.establishDate > asOf) return undefined;
  const events = firmEvents(world.seed, subject.idNo, set.registry, asOf);
  const d = draw(`${world.seed}:registry-more:${subject.idNo}`);
  const changed = changeLog(firm, events, d.chance(0.25) ? addDays(firm.establishDate, d.int(200, 1500)) : undefined, asOf);
  return {
    uscc: subject.idNo,
    name: firm.name,
    former_names: [],
    type: '有限责任公司',
    legal_person: firm.legalPerson.name,
    legal_person_id: firm.legalPerson.idNo,
    legal_person_since: events.changedOn ?? firm.establishDate,
    registered_capital: yuan(firm.registeredCapital),
    paid_capital: yuan(firm.registeredCapital * d.pick([0, 0.3, 0.5, 1, 1])),
    establish_date: firm.establishDate,
    term_from: firm.establishDate,
    term_to: null,
    status: events.cancelledFrom === undefined ? '存续' : '注销',
    status_date: events.cancelledFrom ?? firm.establishDate,
    industry: firm.industry,
    scope: '日用百货销售；网上销售；技术服务（测试数据）',
    address: firm.address,
    registry: `${firm.province}市场监督管理局（模拟）`,
    shareholders: firm.shareholders.map((h) => ({ ...h, amount: yuan(firm.registeredCapital * Number(h.ratio)), date: firm.establishDate })),
    beneficial_owners: firm.shareholders.filter((h) => Number(h.ratio) >= 0.25),
    key_persons: [
      { name: firm.legalPerson.name, id_no: firm.legalPerson.idNo, title: '执行董事兼总经理' },
      ...(firm.partner ? [{ name: firm.partner.name, id_no: firm.partner.idNo, title: '监事' }] : []),
    ],
    branches: [],
    investments: [],
    change_log: changed,
    equity_pledge:
      events.pledgedOn === undefined
        ? []
        : [{ pledgor: firm.legalPerson.name, pledgee: '样例小额贷款公司', ratio: '0.4000', date: events.pledgedOn, status: '有效' }],
    chattel_mortgage: [],
    abnormal_list: events.abnormalFrom === undefined ? [] : [{ reason: '通过登记的住所无法联系', date_in: events.abnormalFrom, date_out: null }],
    serious_illegal: [],
    penalties: [],
    annual_reports: annualReports(firm, usualRevenue(world.seed, subject.idNo, set.tax), asOf),
    licences: [{ name: '营业执照', no: subject.idNo, valid_to: null }],
    patents: d.int(0, 6),
    trademarks: d.int(0, 9),
    bid_records: [],
    counters_12m: counters(events, changed, asOf),
  };
}

function changeLog(firm: Firm, events: FirmEvents, moved: CalendarDate | undefined, asOf: CalendarDate) {
  const rows = [];
  if (moved !== undefined && moved <= asOf) rows.push({ item: '住所', before: '原测试路1号', after: firm.address, date: moved });
  if (events.changedOn !== undefined)
    rows.push({ item: '法定代表人', before: firm.formerLegalPerson.name, after: firm.legalPerson.name, date: events.changedOn });
  return rows.sort((a, b) => (a.date < b.date ? 1 : -1));
}

function annualReports(firm: Firm, revenue: number, asOf: CalendarDate) {
  const last = Number(asOf.slice(0, 4)) - 1;
  return [last, last - 1, last - 2]
    .filter((year) => year >= Number(firm.establishDate.slice(0, 4)))
    .map((year, i) => ({ year, employees: firm.employees, revenue: yuan(revenue * 12 * 0.93 ** i) }));
}

/** The 12-month counters a commercial enterprise check carries. */
function counters(events: FirmEvents, changed: readonly { item: string; date: string }[], asOf: CalendarDate) {
  const recent = (on: CalendarDate | undefined) => (on !== undefined && daysBetween(on, asOf) <= 365 ? 1 : 0);
  const count = (item: string) => changed.filter((c) => c.item === item && daysBetween(c.date, asOf) <= 365).length;
  return {
    legal_person_changes: count('法定代表人'),
    address_changes: count('住所'),
    scope_changes: 0,
    executive_changes: count('法定代表人'),
    equity_freezes: 0,
    equity_pledges: recent(events.pledgedOn),
    abnormal_list_entries: recent(events.abnormalFrom),
    penalties: 0,
    staff_change_rate: '0.0000',
    bankrupt_flag: false,
    brand_additions: 0,
    patent_additions: 0,
  };
}

export const registryKinds = (world: World): Record<string, QueryKind> => ({
  enterprise: { subjects: ['enterprise'], cost: '0.50', answer: (query) => registryRecord(world, query) },
});
