import { chineseCapitals, parseMoney } from '@tallystick/kernel';
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

type Field = {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
};

/** An amount in yuan as a decimal text, its Chinese capitals beneath so that a wrong nought is seen. */
export function MoneyField({ value = '', onChange, ...rest }: Field) {
  const { t } = useTranslation();
  const minor = parseMoney(value);
  return (
    <>
      <Input
        {...rest}
        inputMode="decimal"
        value={value}
        suffix={t('unit.yuan')}
        onChange={(e) => onChange?.(e.target.value.replace(/[,，\s]/g, ''))}
        style={{ maxWidth: 260 }}
      />
      <div className="muted small" style={{ minHeight: 18 }} aria-live="polite">
        {minor !== undefined && minor > 0n ? chineseCapitals(minor) : ''}
      </div>
    </>
  );
}

/** A percentage as a decimal text. */
export function PercentField({ value = '', onChange, ...rest }: Field) {
  return (
    <Input {...rest} inputMode="decimal" value={value} suffix="%" onChange={(e) => onChange?.(e.target.value.trim())} style={{ maxWidth: 160 }} />
  );
}

/** A calendar day as ISO text; typed or picked. */
export function DateField({ value, onChange, ...rest }: Field) {
  return (
    <DatePicker {...rest} value={value ? dayjs(value) : null} onChange={(d) => onChange?.(d ? d.format('YYYY-MM-DD') : '')} style={{ width: 160 }} />
  );
}
