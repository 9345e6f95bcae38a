import { addMonths } from '@tallystick/kernel';
import { showYuan } from '@tallystick/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, refusalOf } from '../api.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { useCustomerId, useToday } from '../session.ts';
import { PaymentLine } from './payments.tsx';

/** What happened between two days, with what was owed before and after; it prints as it stands. */
export function Statement() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const { loanId = '' } = useParams({ strict: false });
  const today = useToday() ?? '2026-01-01';
  const [from, setFrom] = useState(addMonths(today, -3));
  const [to, setTo] = useState(today);
  const statement = useQuery({
    queryKey: ['statement', loanId, from, to],
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/loans/{loanId}/statement', { params: { path: { customerId, loanId }, query: { from, to } } })),
  });
  const refusal = refusalOf(statement.error);
  const found = statement.data;
  return (
    <Screen title={t('statementOf.title')}>
      <div className="pair even">
        <Field
          label={t('statementOf.from')}
          type="date"
          value={from}
          max={to}
          onChange={(e) => setFrom(e.target.value)}
          fault={faultOf(refusal, 'from')}
        />
        <Field
          label={t('statementOf.to')}
          type="date"
          value={to}
          max={today}
          onChange={(e) => setTo(e.target.value)}
          fault={faultOf(refusal, 'to')}
        />
      </div>
      <Refused refusal={refusal} at={['from', 'to']} />
      {found ? (
        <Card title={found.loanNo}>
          <Rows
            items={[
              [t('statementOf.opening', { on: found.from }), showYuan(found.openingMinor)],
              [t('statementOf.paidOut'), showYuan(found.paidOutMinor)],
              [t('statementOf.received'), showYuan(found.receivedMinor)],
              [t('statementOf.closing', { on: found.to }), showYuan(found.closingMinor)],
            ]}
          />
          <ul className="bare lines">
            {found.transactions.map((tx) => (
              <li key={tx.seq}>
                <PaymentLine transaction={tx} />
              </li>
            ))}
          </ul>
          <button type="button" className="button second wide" onClick={() => window.print()}>
            {t('statementOf.print')}
          </button>
        </Card>
      ) : null}
    </Screen>
  );
}
