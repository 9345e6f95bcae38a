import { addMonths, displayMoney, parseMoney } from '@tallystick/kernel';
import { showYuan } from '@tallystick/ui';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api.ts';
import { Field, faultOf, Refused } from '../parts/form.tsx';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { useCustomerId, useToday } from '../session.ts';
import { type StatementOf, useStatement } from './loans.ts';
import { PaymentLine } from './payments.tsx';

const fen = (amount: string): bigint => parseMoney(amount) ?? 0n;
const isNothing = (amount: string): boolean => fen(amount) === 0n;
/** What one movement paid of something, in the period. */
const part = (tx: StatementOf['transactions'][number], ...buckets: readonly string[]): bigint =>
  tx.allocation.filter((a) => a.kind === 'paid' && buckets.includes(a.bucket)).reduce((sum, a) => sum + fen(a.minor), 0n);

/** Every payment split into what it paid: the columns add up to the totals, and the totals to what came in. */
function Received({ statement: { transactions, paid, heldMinor, receivedMinor } }: { statement: StatementOf }) {
  const { t } = useTranslation();
  const charges = fen(paid.penalty) + fen(paid.fee);
  const paying = transactions.filter((tx) => PAYING.has(tx.kind) && !tx.reversed);
  if (paying.length === 0 && isNothing(receivedMinor)) return <p className="muted">{t('statementOf.nothing')}</p>;
  const heads = ['principal', 'interest', ...(charges === 0n ? [] : ['charges']), 'sum'] as const;
  const row = (principal: bigint, interest: bigint, more: bigint, sum: bigint): bigint[] =>
    charges === 0n ? [principal, interest, sum] : [principal, interest, more, sum];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keys.
    <section className="scroll" tabIndex={0} aria-label={t('statementOf.moneyIn')}>
      <table className="plan">
        <thead>
          <tr>
            <th scope="col">{t('statementOf.day')}</th>
            {heads.map((h) => (
              <th scope="col" key={h}>
                {t(`statementOf.column.${h}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paying.map((tx) => (
            <Line
              key={tx.seq}
              head={tx.valueOn}
              amounts={row(part(tx, 'principal'), part(tx, 'interest'), part(tx, 'penalty', 'fee'), fen(tx.amountMinor ?? '0.00'))}
            />
          ))}
        </tbody>
        <tfoot>
          {isNothing(heldMinor) ? null : <Line head={t('statementOf.held')} amounts={row(0n, 0n, 0n, fen(heldMinor))} />}
          <Line head={t('statementOf.inAll')} amounts={row(fen(paid.principal), fen(paid.interest), charges, fen(receivedMinor))} />
        </tfoot>
      </table>
    </section>
  );
}
const PAYING: ReadonlySet<string> = new Set(['repay', 'prepay', 'settle']);

const Line = ({ head, amounts }: { head: string; amounts: readonly bigint[] }) => (
  <tr>
    <th scope="row">{head}</th>
    {amounts.map((amount, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never move.
      <td key={i}>{displayMoney(amount)}</td>
    ))}
  </tr>
);

/** What happened between two days, with what was owed before and after; it prints as it stands. */
export function Statement() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const { loanId = '' } = useParams({ strict: false });
  const today = useToday() ?? '2026-01-01';
  const [from, setFrom] = useState(addMonths(today, -3));
  const [to, setTo] = useState(today);
  const statement = useStatement(customerId, loanId, from, to);
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
              [t('statementOf.paidOut'), `+ ${showYuan(found.paidOutMinor)}`],
              [t('statementOf.principal'), `− ${showYuan(found.paid.principal)}`],
              ...(isNothing(found.forgivenMinor) ? [] : [[t('statementOf.forgiven'), `− ${showYuan(found.forgivenMinor)}`] as const]),
              [<strong key="closing">{t('statementOf.closing', { on: found.to })}</strong>, `= ${showYuan(found.closingMinor)}`],
            ]}
          />
          <h3>{t('statementOf.moneyIn')}</h3>
          <Received statement={found} />
          <h3>{t('statementOf.each')}</h3>
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
