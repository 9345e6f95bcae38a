import { currentLanguage } from '@tallystick/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { WALK } from '../apply/walk.ts';
import { type ConsentText, useConsents, useConsentTexts } from '../customer.ts';
import { useVisit } from '../landing/visit.ts';
import { Refused } from '../parts/form.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { ConsentTick, hashOf, titleOf } from './consents.tsx';

/** Without these no source may be asked, and without an answer nothing can be decided. The others are a choice. */
const NEEDED: readonly string[] = ['identity', 'bureau', 'court', 'registry', 'tax', 'platform'];

/** Whom we may ask about you: each source by itself, each with its own wording. */
export function Authorise() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  useVisit('start');
  const texts = useConsentTexts();
  const given = useConsents(customerId);
  return (
    <Shown of={texts}>
      {(all) => (
        <Shown of={given}>
          {(consents) => (
            <Ticks
              customerId={customerId}
              texts={all}
              live={consents.filter((c) => c.state === 'live').map((c) => c.scope)}
              title={t('authorise.title')}
            />
          )}
        </Shown>
      )}
    </Shown>
  );
}

function Ticks({ customerId, texts, live, title }: { customerId: string; texts: readonly ConsentText[]; live: readonly string[]; title: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const sign = useAct(
    `consents:${customerId}`,
    (body: { language: 'zh' | 'en'; agreed: { scope: ConsentText['scope']; version: string; hash: string }[] }, keyed) =>
      api.POST('/customers/{customerId}/consents', { params: { path: { customerId }, ...keyed }, body }),
  );
  const open = texts.filter((c) => !live.includes(c.scope));
  const needed = open.filter((c) => NEEDED.includes(c.scope));
  const optional = open.filter((c) => !NEEDED.includes(c.scope));
  const missing = needed.filter((c) => !ticked.includes(c.scope));

  const submit = async (): Promise<void> => {
    const agreed = open.filter((c) => ticked.includes(c.scope)).map((c) => ({ scope: c.scope, version: c.version, hash: hashOf(c) }));
    const done = agreed.length === 0 || (await sign.act({ language: currentLanguage(), agreed })) !== undefined;
    if (done) await navigate({ to: '/start/you' });
  };
  const tick = (scope: string, on: boolean): void => setTicked(on ? [...ticked, scope] : ticked.filter((s) => s !== scope));
  return (
    <Screen
      title={title}
      lead={t('authorise.lead')}
      progress={WALK.authorise}
      action={
        <button type="button" className="button wide" disabled={sign.busy || missing.length > 0} onClick={() => void submit()}>
          {needed.length === 0 && ticked.length === 0 ? t('next') : t('authorise.sign', { count: ticked.length })}
        </button>
      }
    >
      {live.length > 0 ? (
        <p className="notice good">
          {t('authorise.already', {
            what: texts
              .filter((c) => live.includes(c.scope))
              .map(titleOf)
              .join(t('listComma')),
          })}
        </p>
      ) : null}
      {needed.map((c) => (
        <ConsentTick key={c.scope} text={c} ticked={ticked.includes(c.scope)} onTick={(on) => tick(c.scope, on)} optional={false} />
      ))}
      {optional.length > 0 ? <h2>{t('authorise.optional')}</h2> : null}
      {optional.map((c) => (
        <ConsentTick key={c.scope} text={c} ticked={ticked.includes(c.scope)} onTick={(on) => tick(c.scope, on)} optional />
      ))}
      {missing.length > 0 ? <p className="muted">{t('authorise.missing', { what: missing.map(titleOf).join(t('listComma')) })}</p> : null}
      <p className="small muted">{t('authorise.withdraw')}</p>
      <Refused refusal={sign.refusal} />
    </Screen>
  );
}
