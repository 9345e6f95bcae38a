import { showMoment, switchLanguage, told } from '@tallystick/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Button, Drawer, Dropdown, Layout, Menu } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Me, useBankNow, useMe } from '../api.ts';
import { SignIn } from '../pages/sign-in.tsx';
import { setAppearance, useAppearance } from './appearance.ts';
import { pagesFor } from './menu.ts';
import { Notices } from './notices.tsx';
import { Palette } from './palette.tsx';
import { StepUpGate } from './step-up.tsx';

/** The frame of the console. Nobody signed in: the sign-in page, laid over the page when a session ends, so what was typed stays. */
export function Shell() {
  const me = useMe();
  const [before, setBefore] = useState<Me | null>(null);
  if (me.data && me.data !== before) setBefore(me.data);
  if (me.isPending) return null;
  if (before === null) return me.data ? null : <SignIn />;
  return (
    <>
      <Frame me={before} />
      {me.data ? null : (
        <div className="over">
          <SignIn again={before.name} />
        </div>
      )}
    </>
  );
}

function Frame({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh', background: 'transparent' }}>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <Layout.Sider
        width={184}
        className="shell-sider"
        style={{ borderInlineEnd: '1px solid var(--line)', position: 'sticky', top: 0, height: '100vh', overflow: 'auto' }}
      >
        <Brand />
        <PageMenu me={me} onGo={() => {}} />
      </Layout.Sider>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="left"
        size={248}
        title={<Brand />}
        styles={{ body: { padding: 0 }, header: { padding: 0 } }}
      >
        <PageMenu me={me} onGo={() => setOpen(false)} />
      </Drawer>
      <Layout style={{ background: 'transparent', minWidth: 0 }}>
        <Header me={me} onMenu={() => setOpen(true)} />
        <Layout.Content id="main" className="page" style={{ width: '100%', boxSizing: 'border-box' }}>
          <Outlet />
        </Layout.Content>
      </Layout>
      <Watermark name={me.name} />
      <StepUpGate />
    </Layout>
  );
}

/** Who looks, and when: on every page, because most show personal data. */
function Watermark({ name }: { name: string }) {
  const safe = `${name} ${showMoment(useBankNow())}`.replace(/[<>&"']/g, ' ');
  const tile = `<svg xmlns='http://www.w3.org/2000/svg' width='360' height='220'><text x='20' y='130' transform='rotate(-20 180 110)' font-family='sans-serif' font-size='16' fill='#808080'>${safe}</text></svg>`;
  return <div className="watermark" aria-hidden="true" style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(tile)}")` }} />;
}

const Brand = () => (
  <Link to="/" className="shell-brand">
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#146c6c" />
      <path d="M8 6v20M8 10h5M8 16h5M8 22h5M24 6v20M24 10h-5M24 16h-5M24 22h-5" stroke="#fff" strokeWidth="2.4" fill="none" />
    </svg>
    左券 Tallystick
  </Link>
);

function PageMenu({ me, onGo }: { me: Me; onGo: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const pages = pagesFor(me);
  const here = pages.filter((p) => (p.path === '/' ? path === '/' : path.startsWith(p.path))).at(-1);
  const groups = ['work', 'credit', 'book', 'bank'] as const;
  return (
    <nav aria-label={t('shell.menu')}>
      <Menu
        mode="inline"
        selectedKeys={here ? [here.key] : []}
        style={{ borderInlineEnd: 0 }}
        onClick={({ key }) => {
          const page = pages.find((p) => p.key === key);
          if (page) void navigate({ to: page.path });
          onGo();
        }}
        items={groups.flatMap((g) => {
          const mine = pages.filter((p) => p.group === g);
          return mine.length === 0
            ? []
            : [
                {
                  type: 'group' as const,
                  key: g,
                  label: t(`menu.group.${g}`),
                  children: mine.map((p) => ({ key: p.key, label: t(`menu.${p.key}`) })),
                },
              ];
        })}
      />
    </nav>
  );
}

function Header({ me, onMenu }: { me: Me; onMenu: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const appearance = useAppearance();
  const leave = useMutation({
    mutationFn: () => api.POST('/sign-out', { body: {} }),
    onSuccess: () => queries.clear(),
    onSettled: () => window.location.assign('/console/'),
  });
  const roles = me.roles.map((r) => t(`roles.${r}`)).join(' · ');
  return (
    <Layout.Header className="shell-head">
      <Button className="only-narrow" onClick={onMenu} aria-label={t('shell.menu')}>
        ☰
      </Button>
      <Palette me={me} />
      <span className="grow" />
      <span className="muted only-wide num">{t('shell.businessDate', { date: me.businessDate })}</span>
      <Notices />
      <Button
        type="text"
        className="language-switch"
        aria-label={t('shell.language')}
        onClick={() => void switchLanguage(i18n.language === 'en' ? 'zh' : 'en')}
      >
        {i18n.language === 'en' ? '中文' : 'EN'}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'who', type: 'group', label: roles },
            ...(me.branchName ? [{ key: 'branch', type: 'group' as const, label: told(me.branchName) }] : []),
            { key: 'dark', label: t(appearance.dark ? 'shell.light' : 'shell.dark'), onClick: () => setAppearance({ dark: !appearance.dark }) },
            {
              key: 'compact',
              label: t(appearance.compact ? 'shell.comfortable' : 'shell.compact'),
              onClick: () => setAppearance({ compact: !appearance.compact }),
            },
            { type: 'divider' },
            { key: 'leave', label: t('shell.signOut'), onClick: () => leave.mutate() },
          ],
        }}
      >
        <Button type="text">{me.name}</Button>
      </Dropdown>
    </Layout.Header>
  );
}
