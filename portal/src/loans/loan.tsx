import { showPercent, showYuan } from '@tallystick/ui';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { Certificate } from './certificate.tsx';
import { type LoanPage, useLoan } from './loans.ts';
import { Payments } from './payments.tsx';
import { PlanRows } from './plan-rows.tsx';

export function LoanScreen() {
  const { loanId } = useParams({ strict: false });
  return <Shown of={useLoan(useCustomerId(), loanId ?? '')}>{(page) => <Loan page={page} />}</Shown>;
}

/** One loan: what to pay next and how, what is still owed, the plan, and what was paid on what. */
function Loan({ page }: { page: LoanPage }) {
  const { t } = useTranslation();
  const { loan, balances } = page;
  const params = { loanId: loan.id };
  const open = loan.status !== 'settled';
  return (
    <Screen
      title={t('loan.title', { amount: showYuan(loan.lentMinor) })}
      lead={t('loan.lead', { no: loan.loanNo, on: loan.startOn, method: t(`method.${loan.method}`) })}
      wide
    >
      <div className="columns">
        <NextDue page={page} />
        {open ? (
          <Card title={t('loan.actions')}>
            <Link to="/loans/$loanId/pay" params={params} className="button wide">
              {t('loan.pay')}
            </Link>
            <Link to="/loans/$loanId/early" params={params} className="button second wide gap">
              {t('loan.early')}
            </Link>
            <Link to="/loans/$loanId/settle" params={params} className="button second wide gap">
              {t('loan.settle')}
            </Link>
            <Later page={page} />
          </Card>
        ) : (
          <Certificate loan={loan} />
        )}
        <Card title={t('loan.owed')}>
          <Rows
            items={[
              [t('loan.principal'), showYuan(balances.principalMinor)],
              [t('loan.interestDue'), showYuan(balances.interestDueMinor)],
              [t('loan.interestRunning'), showYuan(balances.interestAccruedMinor)],
              ...(balances.penaltyMinor === '0.00' ? [] : [[t('loan.penalty'), showYuan(balances.penaltyMinor)] as const]),
              ...(loan.creditMinor === '0.00' ? [] : [[t('loan.credit'), showYuan(loan.creditMinor)] as const]),
              [t('cost.rate'), showPercent(loan.ratePpm)],
              [t('loan.paid'), showYuan(page.totals.paidMinor)],
            ]}
          />
        </Card>
        <PlanRows page={page} />
        <Payments page={page} />
        <Card title={t('loan.papers')}>
          <Link to="/loans/$loanId/statement" params={params} className="button second wide">
            {t('loan.statement')}
          </Link>
          <Link to="/contracts/$contractId" params={{ contractId: loan.contractId }} className="button quiet">
            {t('approved.contract')}
          </Link>
        </Card>
      </div>
    </Screen>
  );
}

/** Who cannot pay in time asks for more of it: the way to ask, what became of it, and how to ask again. */
function Later({ page: { loan, extension } }: { page: LoanPage }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {extension?.state === 'asked' ? <p className="notice gap">{t('extend.asked', { n: extension.periods })}</p> : null}
      {extension?.state === 'declined' ? <p className="notice watch gap">{t('extend.declined', { why: extension.answer })}</p> : null}
      {extension?.state === 'asked' ? null : (
        <Link to="/loans/$loanId/extend" params={{ loanId: loan.id }} className="button quiet">
          {t('extend.ask')}
        </Link>
      )}
    </div>
  );
}

function NextDue({ page: { loan, overdue, overdueMinor, daysPastDue, deductions } }: { page: LoanPage }) {
  const { t } = useTranslation();
  const running = deductions.find((d) => d.state === 'ordered');
  const last = deductions.toSorted((a, b) => (a.orderedAt < b.orderedAt ? 1 : -1))[0];
  return (
    <Card>
      {loan.status === 'overdue' ? (
        <div className="notice bad">
          <strong>{t('loan.overdue', { amount: showYuan(overdueMinor), days: daysPastDue })}</strong>
          <p>{t('loan.overdueSays', { penalty: showYuan(overdue.penalty) })}</p>
        </div>
      ) : null}
      {loan.nextDueOn ? (
        <>
          <p className="muted">{t('loan.nextOn', { on: loan.nextDueOn })}</p>
          <p className="big">{showYuan(loan.nextDueMinor)}</p>
          <p className="muted small">{t('loan.automatic')}</p>
        </>
      ) : loan.status === 'settled' ? (
        <p className="notice good">{t('loan.settled', { on: loan.settledOn })}</p>
      ) : null}
      <div role="status">
        {running ? (
          <p className="notice">
            {t('loan.paying', { amount: showYuan(running.amountMinor) })}
            <progress aria-label={t('loan.payingShort')} />
          </p>
        ) : null}
        {!running && last?.state === 'failed' ? (
          <p className="notice watch">
            {t('loan.payFailed', {
              amount: showYuan(last.amountMinor),
              why: t(`railFault.${last.faultCode}`, { defaultValue: last.faultCode ?? '' }),
            })}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
