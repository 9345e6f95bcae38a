import { showMoney, showYuan, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card, Explain } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import type { LoanPage, PlanRow } from './loans.ts';

const SHOWN_BEFORE = 3;

/** The plan as it stands today, with why each amount is what it is. Paid instalments fold away. */
export function PlanRows({ page: { loan, rows } }: { page: LoanPage }) {
  const { t } = useTranslation();
  const paid = rows.filter((r) => r.status === 'paid');
  const open = rows.filter((r) => r.status !== 'paid');
  const line = (r: PlanRow) => <Instalment key={r.no} row={r} customerId={loan.customerId} loanId={loan.id} />;
  return (
    <Card title={t('plan.caption')}>
      {paid.length > 0 ? (
        <Explain what={t('planRow.paidOnes', { count: paid.length })}>
          <ul className="bare lines">{paid.map(line)}</ul>
        </Explain>
      ) : null}
      <ul className="bare lines">{open.slice(0, SHOWN_BEFORE).map(line)}</ul>
      {open.length > SHOWN_BEFORE ? (
        <Explain what={t('planRow.later', { count: open.length - SHOWN_BEFORE })}>
          <ul className="bare lines">{open.slice(SHOWN_BEFORE).map(line)}</ul>
        </Explain>
      ) : null}
    </Card>
  );
}

const TONE = { upcoming: '', due: 'watch', overdue: 'bad', paid: 'good' } as const;

function Instalment({ row, customerId, loanId }: { row: PlanRow; customerId: string; loanId: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <li>
      <strong>{row.dueOn}</strong>
      <span className={`tag ${TONE[row.status]}`}>{t(`rowStatus.${row.status}`)}</span>
      <span className="amount">{showYuan(row.totalMinor)}</span>
      <span className="muted small block">
        {t('plan.parts', { principal: showMoney(row.principalMinor), interest: showMoney(row.interestMinor) })}
      </span>
      {row.status === 'paid' || row.outstandingMinor === row.totalMinor ? null : (
        <span className="small block">{t('planRow.stillOpen', { amount: showYuan(row.outstandingMinor) })}</span>
      )}
      <button type="button" className="button quiet" aria-expanded={asked} onClick={() => setAsked(!asked)}>
        {t('planRow.why')}
      </button>
      {asked ? <Why customerId={customerId} loanId={loanId} no={row.no} /> : null}
    </li>
  );
}

/** The bank's own working, line by line, adding up to the amount. */
function Why({ customerId, loanId, no }: { customerId: string; loanId: string; no: number }) {
  const { t } = useTranslation();
  const path = { customerId, loanId, no };
  const why = useQuery({
    queryKey: ['why', loanId, no],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/loans/{loanId}/instalments/{no}/why', { params: { path } })),
  });
  return (
    <Shown of={why} lines={2}>
      {(found) => (
        <div className="wording">
          {found.lines.map((l, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one working never move.
            <p key={i}>
              {told(l)} <span className="amount">{showYuan(l.minor)}</span>
              <span className="small muted block">{l.formula}</span>
            </p>
          ))}
          <p>
            <strong>
              {t('planRow.sum')} <span className="amount">{showYuan(found.totalMinor)}</span>
            </strong>
          </p>
        </div>
      )}
    </Shown>
  );
}
