import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nextStep, type Tracking, useTracking } from '../apply/applications.ts';
import { Shown } from '../parts/shown.tsx';
import { type Product, useProducts } from '../products.ts';
import { useCustomerId } from '../session.ts';
import { Approved } from './approved.tsx';
import { CounterOffer } from './counter-offer.tsx';
import { Review } from './review.tsx';
import { Standing } from './standing.tsx';

/** One application from review to outcome: what it shows follows its state. */
export function ApplicationPage() {
  const { applicationId } = useParams({ strict: false });
  const tracking = useTracking(useCustomerId(), applicationId ?? '');
  const products = useProducts();
  return (
    <Shown of={products}>
      {(all) => (
        <Shown of={tracking}>{(found) => <Stage tracking={found} product={all.find((p) => p.code === found.application.productCode)} />}</Shown>
      )}
    </Shown>
  );
}

function Stage({ tracking, product }: { tracking: Tracking; product: Product | undefined }) {
  const { t } = useTranslation();
  const { application } = tracking;
  if (product === undefined) return <p>{t('lost.title')}</p>;
  const next = nextStep(application);
  if (next !== '/applications/$applicationId') return <Navigate to={next} params={{ applicationId: application.applicationId }} replace />;
  if (application.state === 'draft') return <Review key={application.version} application={application} product={product} path={tracking.path} />;
  if (application.state === 'counter_offered') return <CounterOffer tracking={tracking} product={product} />;
  if (application.state === 'approved') return <Approved tracking={tracking} product={product} />;
  return <Standing tracking={tracking} product={product} />;
}
