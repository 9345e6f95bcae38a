import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import type { Loan } from './loans.ts';

/** 结清证明: the bank's word that nothing is owed any more, as a file. */
export function Certificate({ loan }: { loan: Loan }) {
  const { t } = useTranslation();
  const { customerId, id } = loan;
  const documents = useQuery({
    queryKey: ['documents', customerId, id],
    queryFn: async () =>
      answered(await api.GET('/customers/{customerId}/documents', { params: { path: { customerId }, query: { subject: id } } })).items,
    refetchInterval: ({ state }) => (state.data && state.data.length === 0 ? 3_000 : false),
  });
  return (
    <Card title={t('certificate.title')}>
      <Shown of={documents} lines={2}>
        {(all) => {
          const found = all.find((d) => d.kind === 'settlement_certificate');
          return found ? (
            <a className="button wide" href={`/api/customers/${customerId}/documents/${found.id}/file`} download>
              {t('certificate.download')}
            </a>
          ) : (
            <p className="muted">{t('certificate.making')}</p>
          );
        }}
      </Shown>
    </Card>
  );
}
