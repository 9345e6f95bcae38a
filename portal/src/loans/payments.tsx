import { showMoment, showYuan } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { Card, Explain, Rows } from '../parts/screen.tsx';
import type { LoanPage, Transaction } from './loans.ts';

/** What was paid out and paid in, each with what it went to: the receipt. */
export function Payments({ page: { transactions } }: { page: LoanPage }) {
  const { t } = useTranslation();
  return (
    <Card title={t('payments.title')}>
      {transactions.length === 0 ? <p className="muted">{t('payments.none')}</p> : null}
      <ul className="bare lines">
        {transactions.map((tx) => (
          <li key={tx.seq}>
            <PaymentLine transaction={tx} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function PaymentLine({ transaction: tx }: { transaction: Transaction }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t(`transaction.${tx.kind}`)}</strong>
      {tx.reversed ? <span className="tag bad">{t('payments.reversed')}</span> : null}
      <span className="amount">{tx.amountMinor === null ? '' : showYuan(tx.amountMinor)}</span>
      <span className="muted small block">{tx.valueOn}</span>
      <Explain what={t('payments.receipt')}>
        <Rows
          items={[
            [t('payments.receiptNo'), tx.receiptNo],
            [t('payments.valueOn'), tx.valueOn],
            [t('payments.bookedAt'), showMoment(tx.at)],
            [t('payments.reference'), tx.reference],
            ...tx.allocation.map((a) => [t('payments.went', { no: a.row, what: t(`bucket.${a.bucket}`) }), showYuan(a.minor)] as const),
          ]}
        />
      </Explain>
    </>
  );
}
