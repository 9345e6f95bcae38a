import { type CalendarDate, isMobile, isResidentId, isUscc } from '@tallystick/kernel';
import { standing } from '../bureau/case.ts';
import type { ControlParts } from '../control/acts.ts';
import { courtKinds } from '../court/kinds.ts';
import type { Query } from '../envelope.ts';
import type { Group } from '../overrides.ts';
import { enterpriseByUscc, holderOfAccount, personByIdNo } from '../people/people.ts';
import { firmEvents, firmFacts } from '../registry/firm.ts';
import { taxKinds } from '../tax/kinds.ts';

/** What can be set about an identifier of this form. */
export function groupsFor(id: string): Group[] {
  if (isResidentId(id)) return ['bureau', 'court', 'identity', 'payment', 'ca', 'tax'];
  if (isUscc(id)) return ['bureau', 'court', 'registry', 'tax', 'payment', 'ca', 'identity'];
  if (/^(S\d+|OL[0-9A-F]{10})$/.test(id)) return ['platform'];
  return isMobile(id) || id.includes('@') ? ['messaging'] : ['payment'];
}

/** Who an identifier belongs to, as far as the people of the simulators know. */
export function whoIs({ shops }: ControlParts, id: string, today: CalendarDate): string[] {
  const person = personByIdNo(id);
  if (person) return [person.name, person.mobile, person.card, shops.ofOwner(id).join(' ')];
  const firm = enterpriseByUscc(id);
  if (firm) return [firm.name, firm.legalPerson.name, firm.legalPerson.idNo, firm.account, shops.ofOwner(id).join(' ')];
  const shop = shops.find(id, today);
  if (shop) return [shop.name, shop.platform, shop.owner.name, shop.owner.idNo, shop.ownerUscc ?? ''];
  const holder = holderOfAccount(id);
  return holder ? [holder.name, holder.idNo, holder.mobile] : [];
}

/** The gist of what each source says about a subject today: group and term or amount. */
export function gist({ world, shops }: ControlParts, id: string, today: CalendarDate): [Group, string[]][] {
  const set = world.about(id);
  const query: Query = {
    requestId: '',
    purpose: '',
    subject: { type: isUscc(id) ? 'enterprise' : 'person', idNo: id, name: '' },
    asOf: today,
    body: {},
  };
  const shop = shops.find(id, today);
  if (shop)
    return [
      [
        'platform',
        [
          shop.kind,
          ...Object.entries(shop.events)
            .filter(([, v]) => typeof v === 'string')
            .map(([k, v]) => `${k} ${v}`),
        ],
      ],
    ];
  if (!isResidentId(id) && !isUscc(id)) return [];
  const court = courtKinds(world).records?.answer(query) as { records: { list_type: string; date: string; match_level: string }[] };
  const out: [Group, string[]][] = [
    ['bureau', [standing(world.seed, id, set.bureau, today).kind]],
    ['court', court.records.length === 0 ? ['clean'] : court.records.map((r) => `${r.list_type} ${r.date} ${r.match_level}`)],
  ];
  const tax = taxKinds(world).taxpayer?.answer(query) as { tax_credit_grade: string; tax_arrears: string; declared_revenue_12m: string } | undefined;
  if (tax) out.push(['tax', [tax.tax_credit_grade, `${tax.declared_revenue_12m} / 12m`, `- ${tax.tax_arrears}`]]);
  if (isUscc(id)) {
    const events = firmEvents(world.seed, id, set.registry, today);
    const firm = firmFacts(world, id, '', today);
    out.push([
      'registry',
      [
        events.cancelledFrom ? 'cancelled' : events.abnormalFrom ? 'abnormal' : events.changedOn ? 'legal_person_changed' : 'normal',
        firm.legalPerson.name,
      ],
    ]);
  }
  return out;
}
