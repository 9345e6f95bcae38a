import { showMoney } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';

export type PlanLine = {
  readonly no: number;
  readonly due: string;
  readonly principal: string;
  readonly interest: string;
  readonly total: string;
  readonly left: string;
};
/** A repayment plan: what falls due when, and of what. */
export function PlanTable({ rows, caption }: { rows: readonly PlanLine[]; caption?: string }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keys.
    <section className="scroll" tabIndex={0} aria-label={caption ?? t('plan.caption')}>
      <table className="plan">
        <caption className="visually-hidden">{caption ?? t('plan.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.due')}</th>
            <th scope="col">{t('plan.total')}</th>
            <th scope="col">{t('plan.left')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.no}>
              <th scope="row">{r.due}</th>
              <td>
                {showMoney(r.total)}
                <span className="muted small block">{t('plan.principal', { amount: showMoney(r.principal) })}</span>
                <span className="muted small block">{t('plan.interest', { amount: showMoney(r.interest) })}</span>
              </td>
              <td>{showMoney(r.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
