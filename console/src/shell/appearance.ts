import { type ThemeConfig, theme as antTheme } from 'antd';
import { useSyncExternalStore } from 'react';

/** Light or dark, compact or comfortable: remembered in this browser. */
export type Appearance = { readonly dark: boolean; readonly compact: boolean };
const KEPT = 'tally.appearance';
const read = (): Appearance => {
  const kept = localStorage.getItem(KEPT);
  return kept ? (JSON.parse(kept) as Appearance) : { dark: window.matchMedia('(prefers-color-scheme: dark)').matches, compact: true };
};

let current = read();
const listeners = new Set<() => void>();
export function setAppearance(next: Partial<Appearance>): void {
  current = { ...current, ...next };
  localStorage.setItem(KEPT, JSON.stringify(current));
  document.documentElement.dataset['theme'] = current.dark ? 'dark' : 'light';
  for (const listener of listeners) listener();
}
document.documentElement.dataset['theme'] = current.dark ? 'dark' : 'light';

/** One accent (ink blue-green); semantic colours only for state. */
function themeOf(a: Appearance): ThemeConfig {
  return {
    algorithm: [a.dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm, ...(a.compact ? [antTheme.compactAlgorithm] : [])],
    token: {
      colorPrimary: a.dark ? '#3fa9a3' : '#146c6c',
      colorInfo: a.dark ? '#5a9bd8' : '#2a6db0',
      colorLink: a.dark ? '#5cc2bb' : '#0f6464',
      colorSuccess: a.dark ? '#58b368' : '#25803a',
      colorWarning: a.dark ? '#d99a2b' : '#9a6200',
      colorError: a.dark ? '#e5695e' : '#c0362c',
      colorTextTertiary: a.dark ? 'rgba(255,255,255,0.60)' : 'rgba(0,0,0,0.60)',
      colorTextDescription: a.dark ? 'rgba(255,255,255,0.65)' : 'rgba(0,0,0,0.62)',
      colorTextPlaceholder: a.dark ? 'rgba(255,255,255,0.55)' : 'rgba(0,0,0,0.56)',
      fontFamily: 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
      fontSize: a.compact ? 13 : 14,
      borderRadius: 4,
    },
    components: { Table: { headerBorderRadius: 0 }, Layout: { siderBg: a.dark ? '#141414' : '#ffffff', headerBg: a.dark ? '#141414' : '#ffffff', headerPadding: '0 16px', headerHeight: 48 } },
  };
}

export function useAppearance(): Appearance & { readonly theme: ThemeConfig } {
  const appearance = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  return { ...appearance, theme: themeOf(appearance) };
}
