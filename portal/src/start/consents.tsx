import { currentLanguage } from '@tallystick/ui';
import { useTranslation } from 'react-i18next';
import type { ConsentText } from '../customer.ts';
import { Explain } from '../parts/screen.tsx';

export const titleOf = (text: ConsentText): string => (currentLanguage() === 'zh' ? text.titleZh : text.titleEn);
export const hashOf = (text: ConsentText): string => (currentLanguage() === 'zh' ? text.hashZh : text.hashEn);

/** One wording, readable as a whole where it stands, with its version: what is ticked is exactly this. */
export function ConsentWording({ text }: { text: ConsentText }) {
  const { t } = useTranslation();
  const zh = currentLanguage() === 'zh';
  return (
    <Explain what={t('consent.read')}>
      <div className="wording">{zh ? text.bodyZh : text.bodyEn}</div>
      <p className="small muted">{t('consent.version', { version: text.version, hash: hashOf(text).slice(0, 12) })}</p>
    </Explain>
  );
}

/** One consent to be ticked by itself; nothing is agreed to beforehand. */
export function ConsentTick({
  text,
  ticked,
  onTick,
  optional,
}: {
  text: ConsentText;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  optional: boolean;
}) {
  const { t } = useTranslation();
  const zh = currentLanguage() === 'zh';
  return (
    <div className="card consent">
      <label className="choice">
        <input type="checkbox" name={text.scope} checked={ticked} onChange={(e) => onTick(e.target.checked)} />
        <span>
          <strong>{titleOf(text)}</strong>
          {optional ? <span className="tag">{t('consent.optional')}</span> : null}
          <span className="muted small block">{t(`consent.why.${text.scope}`)}</span>
          <span className="muted small block">{t('consent.who', { who: zh ? text.recipientZh : text.recipientEn, months: text.validMonths })}</span>
        </span>
      </label>
      <ConsentWording text={text} />
    </div>
  );
}
