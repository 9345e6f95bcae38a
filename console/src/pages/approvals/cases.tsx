import { useTranslation } from 'react-i18next';
import { DueClock } from '../../parts/clock.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Money, Percent } from '../../parts/figures.tsx';
import { Mark, StateTag } from '../../parts/state-tag.tsx';
import type { Item } from '../../reply.ts';

type Line = Item<'/approvals'>;
/** Recommended cases as their approver reads them: exposure after the case, price against the tables, authority that is left. */
export function CaseInbox() {
  const { t } = useTranslation();
  const columns: Column<Line>[] = [
    { key: 'displayName', title: t('workbench.customer') },
    { key: 'dueAt', title: t('workbench.clock'), render: (l) => <DueClock dueAt={l.dueAt} /> },
    { key: 'conclusion', title: t('judge.recommended'), render: (l) => t(`conclusions.${l.conclusion}`) },
    { key: 'proposedMinor', title: t('judge.proposed'), numeric: true, render: (l) => <Money value={l.proposedMinor} /> },
    { key: 'ratePpm', title: t('applications.rate'), numeric: true, render: (l) => <Percent value={l.ratePpm} /> },
    {
      key: 'offMatrixPpm',
      title: t('judge.offMatrix'),
      numeric: true,
      render: (l) =>
        l.offMatrixPpm?.startsWith('-') ? (
          <Mark tone="watch">
            <Percent value={l.offMatrixPpm} />
          </Mark>
        ) : (
          <Percent value={l.offMatrixPpm} />
        ),
    },
    { key: 'exposureMinor', title: t('judge.exposureAfter'), numeric: true, render: (l) => <Money value={l.exposureMinor} /> },
    {
      key: 'authorityLeftMinor',
      title: t('judge.authorityLeft'),
      numeric: true,
      render: (l) =>
        l.authorityLeftMinor === null ? (
          t('authority.noCeiling')
        ) : l.authorityLeftMinor.startsWith('-') ? (
          <Mark tone="bad">
            <Money value={l.authorityLeftMinor} />
          </Mark>
        ) : (
          <Money value={l.authorityLeftMinor} />
        ),
    },
    { key: 'grade', title: t('decision.grade'), render: (l) => l.grade ?? '—' },
    { key: 'riskLevel', title: t('decision.risk'), render: (l) => <StateTag state={l.riskLevel} /> },
    { key: 'guarantee', title: t('judge.guarantee'), render: (l) => (l.guarantee ? t(`guarantees.${l.guarantee}`) : '—') },
    {
      key: 'mayDecide',
      title: t('judge.mayDecide'),
      render: (l) => (l.mayDecide ? t('state.yes') : <Mark tone="watch">{t('judge.ownShort')}</Mark>),
    },
  ];
  return (
    <DataTable<Line>
      path="/approvals"
      title={t('approvals.cases')}
      rowKey={(l) => l.reviewId}
      columns={columns}
      to={(l) => `/reviews/${l.customerId}/${l.reviewId}`}
      empty={t('approvals.noCases')}
      filters={[{ key: 'mine', label: t('approvals.mine'), kind: 'choice', choices: [{ value: 'true', label: t('approvals.mine') }] }]}
    />
  );
}
