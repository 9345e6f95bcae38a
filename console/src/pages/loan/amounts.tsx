import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures.tsx';

type Part = 'principal' | 'interestDue' | 'interestAccrued' | 'penalty' | 'fee' | 'prepaymentFee' | 'credit';

/** Parts of a sum, a line each, and the sum under them. */
export function Amounts({ parts, label, sum }: { parts: readonly (readonly [part: Part, value: string])[]; label: string; sum: string }) {
  const { t } = useTranslation();
  return (
    <table className="lines">
      <tbody>
        {parts.map(([part, value]) => (
          <tr key={part}>
            <td>{t(`loan.of.${part}`)}</td>
            <td className="r">
              <Money value={value} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{label}</td>
          <td className="r">
            <Money value={sum} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
