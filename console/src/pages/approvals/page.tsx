import { useTranslation } from 'react-i18next';
import { useMay } from '../../api.ts';
import { PageTabs } from '../../parts/page-tabs.tsx';
import { PageHead } from '../../parts/panel.tsx';
import { useTab } from '../../parts/view-in-address.ts';
import { CaseInbox } from './cases.tsx';
import { GradeInbox } from './overrides.tsx';
import { Requests } from './requests.tsx';

/** What waits for a decision: credit cases within one's authority, changes of grade, and requests that need a second person. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const cases = may('decisioning.list_approvals');
  const tab = useTab(cases ? 'cases' : 'requests');
  return (
    <>
      <PageHead title={t('menu.approvals')} says={t('approvals.says')} />
      <PageTabs
        {...tab}
        items={[
          ...(cases ? [{ key: 'cases', label: t('approvals.cases'), children: <CaseInbox /> }] : []),
          ...(may('decisioning.decide_grade_override') ? [{ key: 'grades', label: t('judge.overrides'), children: <GradeInbox /> }] : []),
          { key: 'requests', label: t('requests.title'), children: <Requests /> },
        ]}
      />
    </>
  );
}
