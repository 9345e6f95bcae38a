import { proseDate, showPercent, showYuan } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card } from '../parts/screen.tsx';
import type { Product } from '../products.ts';

/** The pre-approved offer of a product, if one stands today. */
export const useOffer = (customerId: string, productCode?: string) =>
  useQuery({
    queryKey: ['offer', customerId, productCode],
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/offer', { params: { path: { customerId }, query: productCode ? { productCode } : {} } })).offer,
  });
export type Offer = NonNullable<NonNullable<ReturnType<typeof useOffer>['data']>>;

export function OfferCard({ offer }: { offer: Offer; product: Product }) {
  const { t } = useTranslation();
  return (
    <Card>
      <p className="muted">{t('offer.limit')}</p>
      <p className="big">{showYuan(offer.limitMinor)}</p>
      <p className="muted">
        {t('offer.says', { rate: showPercent(offer.ratePpm), months: offer.months, until: proseDate(offer.validUntil), grade: offer.grade })}
      </p>
    </Card>
  );
}
