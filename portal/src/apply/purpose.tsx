import { formatMoney, parseMoney } from '@tallystick/kernel';
import { showYuan } from '@tallystick/ui';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Area, Choices, Field, faultOf, Refused } from '../parts/form.tsx';
import { useKept } from '../parts/kept.ts';
import { MoneyField } from '../parts/money.tsx';
import { Card, Explain, Screen } from '../parts/screen.tsx';
import type { Product } from '../products.ts';
import { type Application, useSaveDraft } from './applications.ts';
import { Draft } from './draft.tsx';
import { WALK } from './walk.ts';

type Line = { item: string; amountMinor: string };
const EMPTY: Line = { item: '', amountMinor: '' };
type PurposeClass = Product['purposes'][number];

/** What the money is for, and what it is spent on, line by line. */
export function Purpose() {
  return <Draft>{(application, product) => <Form key={application.version} application={application} product={product} />}</Draft>;
}

function Form({ application, product }: { application: Application; product: Product }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { form, applicationId } = application;
  const [value, setValue, forget] = useKept<{ purposeClass: PurposeClass; text: string; lines: readonly Line[] }>(`purpose:${applicationId}`, {
    purposeClass: form.purposeClass ?? product.purposes[0] ?? 'BUSINESS',
    text: form.purposeText ?? '',
    lines: form.purposeBudget ?? [{ ...EMPTY, amountMinor: form.amountMinor ?? '' }],
  });
  const save = useSaveDraft(application);
  const total = value.lines.reduce((sum, l) => sum + (parseMoney(l.amountMinor) ?? 0n), 0n);
  const short = (parseMoney(form.amountMinor ?? '0') ?? 0n) - total;
  const put = (at: number, change: Partial<Line>): void =>
    setValue({ ...value, lines: value.lines.map((l, i) => (i === at ? { ...l, ...change } : l)) });

  const submit = async (): Promise<void> => {
    const lines = value.lines.filter((l) => l.item !== '' || l.amountMinor !== '');
    const saved = await save.act({ form: { purposeClass: value.purposeClass, purposeText: value.text, purposeBudget: lines } });
    if (saved === undefined) return;
    forget();
    await navigate({ to: '/apply/$applicationId/means', params: { applicationId } });
  };
  return (
    <Screen
      title={t('purpose.title')}
      lead={t('purpose.lead')}
      progress={WALK.purpose}
      action={
        <button type="button" className="button wide" disabled={save.busy} onClick={() => void submit()}>
          {t('next')}
        </button>
      }
    >
      {product.purposes.length > 1 ? (
        <Choices
          legend={t('purpose.class')}
          name="purposeClass"
          value={[value.purposeClass]}
          onChange={([c]) => setValue({ ...value, purposeClass: c as PurposeClass })}
          options={product.purposes.map((p) => ({ value: p, label: t(`purposeClass.${p}`) }))}
          fault={faultOf(save.refusal, 'form.purposeClass')}
        />
      ) : null}
      <Area
        label={t('purpose.text')}
        help={t('purpose.textHelp')}
        name="purposeText"
        maxLength={500}
        value={value.text}
        onChange={(e) => setValue({ ...value, text: e.target.value })}
        fault={faultOf(save.refusal, 'form.purposeText')}
      />
      <Card title={t('purpose.budget')}>
        <p className="muted">{t('purpose.budgetSays')}</p>
        {value.lines.map((l, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line being typed has no other name yet.
          <fieldset className="group" key={i}>
            <legend>{t('purpose.line', { no: i + 1 })}</legend>
            <Field
              label={t('purpose.item')}
              name={`item${i}`}
              maxLength={80}
              value={l.item}
              onChange={(e) => put(i, { item: e.target.value })}
              fault={faultOf(save.refusal, `form.purposeBudget.${i}.item`)}
            />
            <MoneyField
              label={t('purpose.amount')}
              name={`amount${i}`}
              value={l.amountMinor}
              onChange={(amountMinor) => put(i, { amountMinor })}
              fault={faultOf(save.refusal, `form.purposeBudget.${i}.amountMinor`)}
            />
            {value.lines.length > 1 ? (
              <button type="button" className="button quiet" onClick={() => setValue({ ...value, lines: value.lines.filter((_, k) => k !== i) })}>
                {t('purpose.remove')}
              </button>
            ) : null}
          </fieldset>
        ))}
        <button
          type="button"
          className="button second wide"
          disabled={value.lines.length >= 20}
          onClick={() => setValue({ ...value, lines: [...value.lines, EMPTY] })}
        >
          {t('purpose.add')}
        </button>
        <p role="status" className={short > 0n ? 'watch' : 'muted'}>
          {short > 0n
            ? t('purpose.short', { total: showYuan(formatMoney(total)), short: showYuan(formatMoney(short)) })
            : t('purpose.enough', { total: showYuan(formatMoney(total)) })}
        </p>
      </Card>
      <Explain what={t('purpose.banned')}>{t('purpose.bannedSays')}</Explain>
      <Refused refusal={save.refusal} at={save.refusal?.faults.map((f) => f.field) ?? []} />
    </Screen>
  );
}
