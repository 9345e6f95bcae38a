import { showMoney, showPercent, showYuan, told } from '@tallystick/ui';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { WALK } from '../apply/walk.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { MoneyField } from '../parts/money.tsx';
import { Card, Explain, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { type ContractPage, useContract } from './contracts.ts';
import { useEndOf, useReading } from './reading.ts';

/** Before any signature, on one page: what you get, what you pay, what it all comes to in a year, what late costs, how to leave early. */
export function Cost() {
  const { contractId } = useParams({ strict: false });
  const page = useContract(useCustomerId(), contractId ?? '');
  return (
    <Shown of={page}>
      {(p) =>
        p.contract.state === 'draft' ? (
          <Statement key={p.contract.textHash} page={p} />
        ) : (
          <Navigate to="/contracts/$contractId" params={{ contractId: p.contract.id }} replace />
        )
      }
    </Shown>
  );
}

/** The whole statement has to stand on the screen this long before it counts as read (APR-03). */
const LEAST_SECONDS = 5;

function Statement({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const { contract } = page;
  const { seconds, sections, seen } = useReading(contract.textHash);
  const summaryEnd = useEndOf('summary', seen);
  const costsEnd = useEndOf('costs', seen);
  const wait = Math.max(0, LEAST_SECONDS - seconds);
  const ready = wait === 0 && sections.includes('costs');
  return (
    <Screen
      title={t('statement.title')}
      lead={t('statement.lead', { no: contract.contractNo })}
      progress={WALK.cost}
      action={
        ready ? (
          <Link to="/contracts/$contractId/sign" params={{ contractId: contract.id }} className="button wide">
            {t('statement.next')}
          </Link>
        ) : (
          <button type="button" className="button wide" disabled>
            {wait > 0 ? t('statement.wait', { seconds: wait }) : t('statement.scroll')}
          </button>
        )
      }
    >
      <Figures page={page} />
      <div ref={summaryEnd} />
      <Items page={page} />
      <div ref={costsEnd} />
      <Less page={page} />
      <p className="small muted">{t('statement.until', { until: contract.validUntil })}</p>
    </Screen>
  );
}

function Figures({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const { contract, plan } = page;
  const totals = plan.map((r) => r.totalMinor);
  const level = new Set(totals.slice(0, -1)).size <= 1 && plan.length > 1;
  return (
    <Card>
      <p className="muted">{t('statement.get')}</p>
      <p className="big">{showYuan(contract.amountMinor)}</p>
      <Rows
        items={[
          [
            t('statement.each'),
            level
              ? showYuan(totals[0] ?? '0.00')
              : t('statement.varies', { first: showYuan(totals[0] ?? '0.00'), last: showYuan(totals.at(-1) ?? '0.00') }),
          ],
          [t('statement.times'), t('statement.timesOf', { count: plan.length, first: plan[0]?.dueOn, last: plan.at(-1)?.dueOn })],
          [t('cost.rate'), t('statement.simple', { rate: showPercent(contract.ratePpm) })],
          [t('cost.interest'), showYuan(page.cost.interestMinor)],
          [t('cost.fees'), showYuan(page.cost.feesMinor)],
          [t('cost.total'), showYuan(page.totalMinor)],
          [t('cost.allIn'), <strong key="irr">{showPercent(contract.compoundPpm)}</strong>],
        ]}
      />
      <Explain what={t('cost.allInWhat')}>{t('cost.allInSays')}</Explain>
      <h3>{t('statement.late')}</h3>
      <p>{t('statement.lateSays', { rate: showPercent(page.penaltyPpm), per: '10,000', a: showMoney(perDay(page.penaltyPpm)) })}</p>
      <h3>{t('statement.early')}</h3>
      <p>{page.prepaymentFeePpm === '0.0000' ? t('statement.earlyFree') : t('statement.earlyFee', { rate: showPercent(page.prepaymentFeePpm) })}</p>
    </Card>
  );
}
/** What a day late costs on 10,000 yuan at this rate a year of 360 days, rounded up to a cent; the rate comes as percent of four places. */
function perDay(percent: string): string {
  const ppm = BigInt(percent.replace('.', ''));
  const cents = (1_000_000n * ppm + 360n * 1_000_000n - 1n) / (360n * 1_000_000n);
  return `${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`;
}

/** 综合融资成本明示表: each item with how it is charged, at what standard, to whom. */
function Items({ page }: { page: ContractPage }) {
  const { t } = useTranslation();
  const item = (i: ContractPage['cost']['items'][number]) => (
    <li key={i.code}>
      <strong>{told(i.name)}</strong> {i.amountMinor === null ? null : <span className="amount">{showYuan(i.amountMinor)}</span>}
      <span className="muted small block">{told(i.method)}</span>
      <span className="muted small block">{told(i.standard)}</span>
      <span className="muted small block">{t('statement.payee', { who: told(i.payee) })}</span>
    </li>
  );
  return (
    <Card title={t('statement.table')}>
      <ul className="bare lines">{page.cost.items.map(item)}</ul>
      <p>{t('statement.allIn', { compound: showPercent(page.cost.compoundPpm), simple: showPercent(page.cost.simplePpm) })}</p>
      <h3>{t('statement.otherwise')}</h3>
      <ul className="bare lines">{page.cost.otherwise.map(item)}</ul>
    </Card>
  );
}

/** Taking less, or for a shorter time, is possible until the signature; all figures are then made anew. */
function Less({ page: { contract } }: { page: ContractPage }) {
  const { t } = useTranslation();
  const { customerId, id: contractId, limits } = contract;
  const [amount, setAmount] = useState(contract.amountMinor);
  const [months, setMonths] = useState(String(contract.months));
  const choose = useAct(`choose:${contractId}:${contract.version}`, (body: { amount: string; months: number }, keyed) =>
    api.POST('/customers/{customerId}/contracts/{contractId}/amount', { params: { path: { customerId, contractId }, ...keyed }, body }),
  );
  return (
    <Explain what={t('less.ask')}>
      <Rows
        items={[
          [t('less.approved'), showYuan(limits.approvedMinor)],
          [t('less.available'), showYuan(limits.availableMinor)],
          [t('less.need'), showYuan(limits.needMinor)],
          [t('less.cap'), showYuan(limits.capMinor)],
          [t('less.most'), showYuan(limits.mostMinor)],
        ]}
      />
      <MoneyField label={t('amount.ask')} name="amount" value={amount} onChange={setAmount} fault={faultOf(choose.refusal, 'amount')} />
      <Field
        label={t('check.months')}
        name="months"
        inputMode="numeric"
        value={months}
        onChange={(e) => setMonths(e.target.value)}
        fault={faultOf(choose.refusal, 'months')}
      />
      <Refused refusal={choose.refusal} at={['amount', 'months']} />
      <button type="button" className="button second wide" disabled={choose.busy} onClick={() => void choose.act({ amount, months: Number(months) })}>
        {t('less.go')}
      </button>
    </Explain>
  );
}
