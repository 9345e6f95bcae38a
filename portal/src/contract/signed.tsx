import { showMoment, showPercent, showYuan } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api.ts';
import { Card, Explain, Rows, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { type ContractPage, documentAddress, useContract } from './contracts.ts';

/** A contract on its way to both signatures, and afterwards: the document, the proof of its signatures, and the way of the money. */
export function Signed() {
  const { contractId } = useParams({ strict: false });
  const page = useContract(useCustomerId(), contractId ?? '');
  return (
    <Shown of={page}>
      {(p) =>
        p.contract.state === 'draft' ? (
          <Navigate to="/contracts/$contractId/cost" params={{ contractId: p.contract.id }} replace />
        ) : (
          <Standing page={p} />
        )
      }
    </Shown>
  );
}

function Standing({ page: { contract } }: { page: ContractPage }) {
  const { t } = useTranslation();
  return (
    <Screen title={t(`contractTitle.${contract.state}`)} lead={t(`contractSays.${contract.state}`)}>
      <div role="status">{contract.state === 'signing' ? <progress aria-label={t('contractTitle.signing')} /> : null}</div>
      {contract.fault ? <p className="notice watch">{t('signed.fault')}</p> : null}
      <Card title={contract.contractNo}>
        <Rows
          items={[
            [t('review.amount'), showYuan(contract.amountMinor)],
            [t('review.months'), t('amount.monthsOf', { count: contract.months })],
            [t('cost.rate'), showPercent(contract.ratePpm)],
            [t('cost.allIn'), showPercent(contract.compoundPpm)],
            ...(contract.signedAt ? [[t('signed.at'), showMoment(contract.signedAt)] as const] : []),
          ]}
        />
        <a className="button second wide" href={documentAddress(contract.customerId, contract.id)} download>
          {t('signed.download')}
        </a>
      </Card>
      {contract.state === 'signed' ? <Proof contract={contract} /> : null}
      <Link to="/applications/$applicationId" params={{ applicationId: contract.applicationId }} className="button wide">
        {t('signed.money')}
      </Link>
    </Screen>
  );
}

/** The signatures checked anew, in words: who signed, and that nothing was changed since. */
function Proof({ contract }: { contract: ContractPage['contract'] }) {
  const { t } = useTranslation();
  const path = { customerId: contract.customerId, contractId: contract.id };
  const check = useQuery({
    queryKey: ['verification', contract.id],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/contracts/{contractId}/verification', { params: { path } })),
  });
  return (
    <Card title={t('signed.proof')}>
      <Shown of={check} lines={2}>
        {(found) => (
          <>
            <p className={found.valid ? 'notice good' : 'notice bad'}>{found.valid ? t('signed.valid') : t('signed.invalid')}</p>
            <Rows items={found.signatures.map((s) => [s.signer, s.valid ? t('signed.signatureGood') : t('signed.signatureBad')] as const)} />
            <Explain what={t('signed.details')}>
              {found.signatures.map((s) => (
                <p key={s.serial} className="small muted">
                  {s.signer} · {s.serial}
                </p>
              ))}
              <p className="small muted">SHA-256 {contract.documentHash}</p>
            </Explain>
          </>
        )}
      </Shown>
    </Card>
  );
}
