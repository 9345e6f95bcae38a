import { currentLanguage, showMoment } from '@tallystick/ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { api } from '../api.ts';
import { type Consent, type ConsentText, useConsents, useConsentTexts } from '../customer.ts';
import { Refused } from '../parts/form.tsx';
import { Card, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { ConsentWording } from '../start/consents.tsx';

/** Every consent with its wording, when it was signed, until when it holds, and the way to take it back. */
export function MyConsents() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const texts = useConsentTexts();
  const given = useConsents(customerId);
  return (
    <Screen title={t('consents.title')} lead={t('consents.lead')}>
      <Shown of={texts}>
        {(all) => (
          <Shown of={given}>
            {(consents) => (
              <>
                {all.map((text) => (
                  <One key={text.scope} text={text} signed={consents.filter((c) => c.scope === text.scope)} />
                ))}
                {all.every((text) => consents.some((c) => c.scope === text.scope && c.state === 'live')) ? null : (
                  <Link to="/start/authorise" className="button second wide">
                    {t('consents.give')}
                  </Link>
                )}
              </>
            )}
          </Shown>
        )}
      </Shown>
    </Screen>
  );
}

function One({ text, signed }: { text: ConsentText; signed: readonly Consent[] }) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [asking, setAsking] = useState(false);
  const live = signed.find((c) => c.state === 'live');
  const latest = live ?? signed[0];
  const withdraw = useAct(`withdraw:${customerId}:${text.scope}`, (body: { scope: ConsentText['scope'] }, keyed) =>
    api.POST('/customers/{customerId}/consents/withdrawal', { params: { path: { customerId }, ...keyed }, body }),
  );
  const go = async (): Promise<void> => {
    if ((await withdraw.act({ scope: text.scope })) !== undefined) setAsking(false);
  };
  return (
    <Card
      title={
        <>
          {currentLanguage() === 'zh' ? text.titleZh : text.titleEn}{' '}
          <span className={live ? 'tag good' : 'tag'}>{t(`consentState.${latest?.state ?? 'none'}`)}</span>
        </>
      }
    >
      {latest ? (
        <Rows
          items={[
            [t('consents.signedAt'), showMoment(latest.signedAt)],
            [t('consents.until'), latest.validUntil],
            ...(latest.withdrawnAt ? [[t('consents.withdrawnAt'), showMoment(latest.withdrawnAt)] as const] : []),
          ]}
        />
      ) : null}
      <ConsentWording text={text} />
      {live && !asking ? (
        <button type="button" className="button quiet" onClick={() => setAsking(true)}>
          {t('consents.withdraw')}
        </button>
      ) : null}
      {live && asking ? (
        <div className="notice watch">
          <p>{t(text.scope === 'contact' || text.scope === 'partner_share' ? 'consents.effectSmall' : 'consents.effect')}</p>
          <button type="button" className="button" disabled={withdraw.busy} onClick={() => void go()}>
            {t('consents.withdrawNow')}
          </button>
          <button type="button" className="button quiet" onClick={() => setAsking(false)}>
            {t('keep')}
          </button>
        </div>
      ) : null}
      <Refused refusal={withdraw.refusal} />
    </Card>
  );
}
