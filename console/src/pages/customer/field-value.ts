import { listComma, showMoney } from '@tallystick/ui';
import i18next from 'i18next';

const CODED = new Set(['person.marital_status', 'person.education']);
const MONEY = new Set([
  'enterprise.registered_capital',
  'finance.annual_revenue',
  'finance.net_profit',
  'finance.total_assets',
  'finance.total_liabilities',
  'finance.current_assets',
  'finance.current_liabilities',
]);

/** A fact of a profile as people read it; the API sends texts. */
export function showFieldValue(field: string, value: string): string {
  if (CODED.has(field)) return i18next.t(`profileValues.${value}`, { defaultValue: value });
  if (MONEY.has(field) && /^-?\d+(\.\d{1,2})?$/.test(value)) return showMoney(value);
  if (field === 'enterprise.shareholders') {
    const rows = JSON.parse(value) as { name: string; ratio: string }[];
    return rows.map((r) => `${r.name} ${r.ratio}%`).join(listComma());
  }
  return value;
}
