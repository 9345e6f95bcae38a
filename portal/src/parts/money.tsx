import { capitalsOf } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import { Field } from './form.tsx';

const plain = (typed: string): string => typed.replace(/[,，\s¥￥]/g, '').replace('。', '.');

/** An amount in yuan: typed as digits, its Chinese capitals beneath so that a slipped zero is seen. */
export function MoneyField(p: {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  fault?: string | undefined;
  required?: boolean;
}) {
  const { t } = useTranslation();
  const capitals = capitalsOf(p.value);
  return (
    <Field
      label={p.label}
      name={p.name}
      value={p.value}
      onChange={(e) => p.onChange(plain(e.target.value))}
      inputMode="decimal"
      autoComplete="off"
      fault={p.fault}
      required={p.required ?? false}
      help={
        <>
          {p.help ? <span>{p.help}</span> : null}
          <span className="capitals" lang="zh-CN" title={t('money.capitals')}>
            {capitals}
          </span>
        </>
      }
    />
  );
}
