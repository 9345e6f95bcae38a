import { formatMoney, parseMoney, sum } from '@tallystick/kernel';
import { told } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api.ts';
import { Day, Money } from '../../parts/figures.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Panel } from '../../parts/panel.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Why } from '../../parts/why.tsx';
import type { LoanView } from './page.tsx';

const together = (...amounts: string[]): string => formatMoney(sum(amounts.map((a) => parseMoney(a) ?? 0n)));

/** The plan as it stands; every amount due opens its working. */
export function PlanTable({ view }: { view: LoanView }) {
  const { t } = useTranslation();
  const { loan } = view;
  return (
    <Panel title={t('loan.plan')} extra={t('loan.planSays')}>
      <Lines
        caption={t('loan.plan')}
        rows={view.rows}
        rowKey={(r) => String(r.no)}
        columns={[
          { key: 'no', title: t('loan.no'), numeric: true, render: (r) => r.no },
          { key: 'due', title: t('loan.dueOn'), render: (r) => <Day value={r.dueOn} /> },
          {
            key: 'state',
            title: t('customers.state'),
            render: (r) => (
              <>
                <StateTag state={`row_${r.status}`} />
                {r.paidOn ? <div className="muted small num">{r.paidOn}</div> : null}
              </>
            ),
          },
          { key: 'principal', title: t('loan.principal'), numeric: true, render: (r) => <Money value={r.principalMinor} /> },
          { key: 'interest', title: t('loan.interest'), numeric: true, render: (r) => <Money value={r.interestMinor} /> },
          { key: 'penalty', title: t('loan.penalty'), numeric: true, render: (r) => <Money value={together(r.penaltyMinor, r.compoundMinor)} /> },
          {
            key: 'total',
            title: t('loan.total'),
            numeric: true,
            render: (r) => (
              <span className="nowrap">
                <Money value={r.totalMinor} />
                <Why title={t('loan.whyTitle', { no: r.no })} load={() => working(loan.customerId, loan.id, r.no)} />
              </span>
            ),
          },
          { key: 'open', title: t('loan.outstanding'), numeric: true, render: (r) => <Money value={r.outstandingMinor} /> },
          { key: 'after', title: t('loan.balanceAfter'), numeric: true, render: (r) => <Money value={r.balanceAfterMinor} /> },
        ]}
      />
    </Panel>
  );
}

/** The engine's own working of one instalment, line by line, each with its rule. */
async function working(customerId: string, loanId: string, no: number) {
  const why = answered(
    await api.GET('/customers/{customerId}/loans/{loanId}/instalments/{no}/why', { params: { path: { customerId, loanId, no } } }),
  );
  return <Working lines={why.lines} total={why.totalMinor} />;
}
type WorkingLine = {
  readonly bucket: string;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  readonly formula: string;
  readonly minor: string;
};
function Working({ lines, total }: { lines: readonly WorkingLine[]; total: string }) {
  const { t } = useTranslation();
  return (
    <Lines
      caption={t('why.formula')}
      rows={lines}
      rowKey={(l, i) => `${l.bucket}:${i}`}
      columns={[
        {
          key: 'what',
          title: t('why.formula'),
          render: (l) => (
            <>
              {t(`buckets.${l.bucket}`)} · {told(l)}
              <div className="small">{l.formula}</div>
              <div className="muted small">
                {t('why.rule')} {l.rule === 'terms' ? t('loan.byContract') : l.rule}
              </div>
            </>
          ),
        },
        { key: 'minor', title: t('contracts.yuan'), numeric: true, render: (l) => <Money value={l.minor} /> },
      ]}
      foot={
        <tr>
          <td>{t('loan.of.total')}</td>
          <td className="r">
            <Money value={total} />
          </td>
        </tr>
      }
    />
  );
}
