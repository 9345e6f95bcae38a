import { proseDate, showPercent, showYuan, told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card, Explain, Rows } from '../parts/screen.tsx';

/** The offers that stand today, largest first, and how far a rating under way is; asked again while data are being gathered. */
export const useOffers = (customerId: string) =>
  useQuery({
    queryKey: ['offers', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/offers', { params: { path: { customerId } } })),
    refetchInterval: ({ state }) => (state.data?.progress?.state === 'collecting' ? 1_500 : false),
  });
/** A limit that is being worked out is waited for; after a while one goes on without it. */
const PATIENCE_MS = 15_000;
export function useOffersWaited(customerId: string) {
  const offers = useOffers(customerId);
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return { items: offers.data?.items ?? [], gathering: patient && (offers.isLoading || offers.data?.progress?.state === 'collecting') };
}
export type Offer = NonNullable<ReturnType<typeof useOffers>['data']>['items'][number];

/** What the bank offers: limit, rate line by line, what bounds the limit, and until when. */
export function OfferCard({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  return (
    <Card>
      <p className="muted">{t('offer.limit')}</p>
      <p className="big">{showYuan(offer.limitMinor)}</p>
      <p className="muted">
        {t('offer.says', {
          rate: showPercent(offer.ratePpm),
          allIn: showPercent(offer.irrPpm),
          months: offer.months,
          until: proseDate(offer.validUntil),
          grade: offer.grade,
        })}
      </p>
      <Explain what={t('offer.whyRate')}>
        <Rows
          items={offer.priceLines
            .filter((l) => !/^0\.0+$/.test(l.ppm))
            .map((l) => [told(l), l.ppm.startsWith('-') ? `−${showPercent(l.ppm.slice(1))}` : `+${showPercent(l.ppm)}`] as const)}
        />
        <p className="small muted">{t('offer.rateSays')}</p>
      </Explain>
      <Explain what={t('offer.whyLimit')}>
        <Rows items={offer.bounds.map((b) => [told(b), showYuan(b.amountMinor)] as const)} />
        <p className="small muted">{t('offer.limitSays')}</p>
      </Explain>
    </Card>
  );
}
