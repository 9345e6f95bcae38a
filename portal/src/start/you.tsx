import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { WALK } from '../apply/walk.ts';
import { type Profile, useMe } from '../customer.ts';
import { useKept } from '../parts/kept.ts';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { AccountPart } from './account-part.tsx';
import { FirmPart } from './firm-part.tsx';
import { FoundPart } from './found-part.tsx';
import { KindPart, PersonPart } from './person-part.tsx';
import { ShopsPart } from './shops-part.tsx';

const PERSON = ['person.name', 'person.id_no', 'person.marital_status', 'person.residence'];
const ACCOUNT = ['payout.account', 'payout.bank_code'];
type PartName = 'kind' | 'person' | 'firm' | 'shops' | 'account' | 'found';

/** Which parts this customer fills in, and whether each is there. */
function partsOf({ summary, missing, blocks, shops }: Profile): { name: PartName; there: boolean }[] {
  const has = (fields: readonly string[]): boolean => fields.every((f) => !missing.includes(f));
  const known = (field: string): boolean => blocks.some((b) => b.fields.some((f) => f.field === field));
  const parts: { name: PartName; there: boolean }[] = [
    { name: 'kind', there: known('person.id_no') },
    { name: 'person', there: known('person.name') && known('person.id_no') && has(PERSON) },
  ];
  if (summary.kind !== 'person') parts.push({ name: 'firm', there: known('enterprise.uscc') });
  if (summary.kind !== 'person')
    parts.push(
      { name: 'shops', there: shops.length > 0 || (summary.kind === 'enterprise' && known('payout.account')) },
      { name: 'account', there: has(ACCOUNT) },
    );
  else parts.push({ name: 'account', there: known('payout.account') });
  return parts;
}

/** Little is typed: the number of a person, a firm or a shop. What the sources say about them comes by itself and is confirmed. */
export function You() {
  const { t } = useTranslation();
  return <Shown of={useMe(true)}>{({ profile }) => <Parts profile={profile} title={t('you.title')} />}</Shown>;
}

function Parts({ profile, title }: { profile: Profile; title: string }) {
  const { t } = useTranslation();
  const [reopened, setReopened] = useState<PartName>();
  // Answers that leave nothing in the profile: the kind it has already, and that a shop has no licence.
  const [answered, setAnswered] = useKept<readonly PartName[]>('you', []);
  const parts = partsOf(profile).map((p) => (answered.includes(p.name) ? { ...p, there: true } : p));
  const current = reopened ?? parts.find((p) => !p.there)?.name ?? 'found';
  const shown = [...parts.filter((p) => p.there || p.name === current).map((p) => p.name), ...(current === 'found' ? (['found'] as const) : [])];
  const done = (name: PartName) => () => {
    setAnswered([...answered, name]);
    setReopened(undefined);
  };
  const customerId = useCustomerId();
  const navigate = useNavigate();
  const rate = useAct(`offers:${customerId}`, (_: object, keyed) =>
    api.POST('/customers/{customerId}/offers', { params: { path: { customerId }, ...keyed } }),
  );
  /** What was confirmed is what the limit is worked out from; whoever cannot be rated yet goes on all the same. */
  const go = async (): Promise<void> => {
    await rate.act({});
    await navigate({ to: '/apply' });
  };
  const ready = current === 'found' && profile.missing.length === 0;
  return (
    <Screen
      title={title}
      lead={t('you.lead')}
      progress={WALK.you}
      action={
        ready ? (
          <button type="button" className="button wide" disabled={rate.busy} onClick={() => void go()}>
            {t('you.confirm')}
          </button>
        ) : undefined
      }
    >
      {shown.map((name) => {
        const open = name === current;
        const shared = { profile, open, onDone: done(name), onChange: () => setReopened(name) };
        return (
          <Part key={name} title={t(`you.part.${name}`)} open={open}>
            {name === 'kind' ? <KindPart {...shared} /> : null}
            {name === 'person' ? <PersonPart {...shared} /> : null}
            {name === 'firm' ? <FirmPart {...shared} /> : null}
            {name === 'shops' ? <ShopsPart {...shared} /> : null}
            {name === 'account' ? <AccountPart {...shared} /> : null}
            {name === 'found' ? <FoundPart {...shared} /> : null}
          </Part>
        );
      })}
    </Screen>
  );
}

export type PartProps = { profile: Profile; open: boolean; onDone: () => void; onChange: () => void };

/** One question after the other: the open one has the focus, the answered ones stand above it in short. */
function Part({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (open && !wasOpen.current) heading.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <section className={open ? 'card open' : 'card'}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
