import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { switchLanguage } from '@tallystick/ui';
import { Button, Drawer, Dropdown, Layout, Menu, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, api, may, useMe } from '../api.ts';
import { SignIn } from '../pages/sign-in.tsx';
import { setAppearance, useAppearance } from './appearance.ts';
import { PAGES } from './menu.ts';
import { Palette } from './palette.tsx';

/** The frame of the console: menu of what the role may open, header, watermark. Nobody signed in: the sign-in page. */
export function Shell() {
  const me = useMe();
  if (me.isPending) return null;
  if (!me.data) return <SignIn />;
  return <Frame me={me.data} />;
}

function Frame({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <Layout.Sider width={188} breakpoint="lg" collapsedWidth={0} trigger={null} style={{ borderInlineEnd: '1px solid var(--line)', position: 'sticky', top: 0, height: '100vh', overflow: 'auto' }}>
        <Brand />
        <PageMenu me={me} onGo={() => {}} />
      </Layout.Sider>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={240} title={<Brand />} styles={{ body: { padding: 0 } }}>
        <PageMenu me={me} onGo={() => setOpen(false)} />
      </Drawer>
      <Layout>
        <Header me={me} onMenu={() => setOpen(true)} />
        <Layout.Content id="main" className="page" style={{ width: '100%', boxSizing: 'border-box' }}>
          <Outlet />
        </Layout.Content>
      </Layout>
      <div className="watermark">{me.name} · {me.businessDate}</div>
    </Layout>
  );
}

const Brand = () => (
  <Link to="/" style={{ display: 'flex', alignItems: 'center', gap: 8, padding: '12px 16px', color: 'inherit', fontWeight: 600 }}>
    <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="6" fill="#146c6c" /><path d="M8 6v20M8 10h5M8 16h5M8 22h5M24 6v20M24 10h-5M24 16h-5M24 22h-5" stroke="#fff" strokeWidth="2.4" fill="none" /></svg>
    左券 Tallystick
  </Link>
);

function PageMenu({ me, onGo }: { me: Me; onGo: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const pages = PAGES.filter((p) => p.needs.length === 0 || p.needs.some((n) => may(me, n)));
  const here = pages.filter((p) => p.path === '/' ? path === '/' : path.startsWith(p.path)).at(-1);
  const groups = ['work', 'credit', 'book', 'bank'] as const;
  return (
    <nav aria-label={t('shell.menu')}>
      <Menu mode="inline" selectedKeys={here ? [here.key] : []} style={{ borderInlineEnd: 0 }}
        onClick={({ key }) => { const page = pages.find((p) => p.key === key); if (page) void navigate({ to: page.path }); onGo(); }}
        items={groups.flatMap((g) => {
          const mine = pages.filter((p) => p.group === g);
          return mine.length === 0 ? [] : [{ type: 'group' as const, key: g, label: t(`menu.group.${g}`), children: mine.map((p) => ({ key: p.key, label: t(`menu.${p.key}`) })) }];
        })} />
    </nav>
  );
}

function Header({ me, onMenu }: { me: Me; onMenu: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const appearance = useAppearance();
  const leave = useMutation({ mutationFn: () => api.POST('/access/sign-out', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } } }), onSuccess: () => queries.clear(), onSettled: () => window.location.assign('/console/') });
  return (
    <Layout.Header style={{ position: 'sticky', top: 0, zIndex: 10, display: 'flex', gap: 8, alignItems: 'center', borderBottom: '1px solid var(--line)', lineHeight: 'normal' }}>
      <Button className="only-narrow" onClick={onMenu} aria-label={t('shell.menu')}>☰</Button>
      <Palette me={me} />
      <span style={{ flex: 1 }} />
      <Tag className="only-wide" style={{ marginInlineEnd: 0 }}>{t('shell.businessDate', { date: me.businessDate })}</Tag>
      <Space size={4}>
        <Button type="text" onClick={() => void switchLanguage(i18n.language === 'en' ? 'zh' : 'en')}>{i18n.language === 'en' ? '中文' : 'EN'}</Button>
        <Dropdown trigger={['click']} menu={{ items: [
          { key: 'who', type: 'group', label: me.roles.map((r) => t(`roles.${r}`)).join(' · ') },
          { key: 'dark', label: t(appearance.dark ? 'shell.light' : 'shell.dark'), onClick: () => setAppearance({ dark: !appearance.dark }) },
          { key: 'compact', label: t(appearance.compact ? 'shell.comfortable' : 'shell.compact'), onClick: () => setAppearance({ compact: !appearance.compact }) },
          { type: 'divider' },
          { key: 'leave', label: t('shell.signOut'), onClick: () => leave.mutate() },
        ] }}><Button type="text">{me.name}</Button></Dropdown>
      </Space>
    </Layout.Header>
  );
}
