import { showYuan } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { LineCard } from './line.tsx';
import { type Loan, useLine, useLoans } from './loans.ts';

export const LoanLine = ({ loan }: { loan: Loan }) => {
  const { t } = useTranslation();
  return (
    <Link to="/loans/$loanId" params={{ loanId: loan.id }} className="card pick">
      <strong>{showYuan(loan.lentMinor)}</strong>
      <span className={`tag ${loan.status === 'overdue' ? 'bad' : loan.status === 'active' ? 'good' : ''}`}>{t(`loanStatus.${loan.status}`)}</span>
      <span className="block">
        {loan.overdueSince
          ? t('loans.overdueBy', { on: loan.overdueSince })
          : loan.nextDueOn
            ? t('loans.next', { on: loan.nextDueOn, amount: showYuan(loan.nextDueMinor) })
            : t('loans.over', { on: loan.settledOn ?? loan.maturityOn })}
      </span>
      <span className="muted small block">{t('loans.left', { amount: showYuan(loan.principalMinor), no: loan.loanNo })}</span>
    </Link>
  );
};

/** Every loan, open ones first, and what is left of the limit; they come as one, so that nothing moves under the thumb. */
export function LoanList() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [loans, line] = [useLoans(customerId), useLine(customerId)];
  return (
    <Screen title={t('shell.loans')} wide>
      <Shown of={loans}>
        {(all) => (
          <Shown of={line}>
            {(limit) => (
              <div className={all.length === 0 ? 'narrow' : 'columns'}>
                <LineCard page={limit} />
                {all.length === 0 ? <p className="muted">{t('loans.none')}</p> : null}
                {all
                  .toSorted((a, b) => Number(a.status === 'settled') - Number(b.status === 'settled'))
                  .map((l) => (
                    <LoanLine key={l.id} loan={l} />
                  ))}
                <Link to="/apply" className="button second wide">
                  {t('applications.new')}
                </Link>
              </div>
            )}
          </Shown>
        )}
      </Shown>
    </Screen>
  );
}
