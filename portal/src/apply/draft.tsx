import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Shown } from '../parts/shown.tsx';
import { type Product, useProducts } from '../products.ts';
import { useCustomerId } from '../session.ts';
import { type Application, useTracking } from './applications.ts';

/** The draft that a screen of the walk is about, with its product. */
export function Draft({ children }: { children: (application: Application, product: Product) => ReactNode }) {
  const { applicationId } = useParams({ strict: false });
  const tracking = useTracking(useCustomerId(), applicationId ?? '');
  const products = useProducts();
  return (
    <Shown of={products}>
      {(all) => (
        <Shown of={tracking}>
          {({ application }) => {
            const product = all.find((p) => p.code === application.productCode);
            return product ? children(application, product) : null;
          }}
        </Shown>
      )}
    </Shown>
  );
}
