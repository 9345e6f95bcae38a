import { theme as antTheme, type ThemeConfig } from 'antd';
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
const show = (): void => {
  document.documentElement.dataset['theme'] = current.dark ? 'dark' : 'light';
};
export function setAppearance(next: Partial<Appearance>): void {
  current = { ...current, ...next };
  localStorage.setItem(KEPT, JSON.stringify(current));
  show();
  for (const listener of listeners) listener();
}
show();

/** One accent (ink blue-green); semantic colours only for state. Every text reaches 4.5:1 on every surface it may stand on. */
const LIGHT = {
  colorPrimary: '#146c6c',
  colorPrimaryHover: '#1a8181',
  colorPrimaryActive: '#0e5252',
  colorPrimaryBg: '#e7f1f0',
  colorPrimaryBgHover: '#d6e8e6',
  colorPrimaryBorder: '#9fcac7',
  colorPrimaryText: '#146c6c',
  colorLink: '#0f6464',
  colorLinkHover: '#1a8181',
  colorInfo: '#2a66a8',
  colorInfoBg: '#eaf2fa',
  colorInfoBorder: '#b9d2ea',
  colorSuccess: '#1f7a39',
  colorSuccessBg: '#eaf5ec',
  colorSuccessBorder: '#b6dcbf',
  colorWarning: '#8f5a00',
  colorWarningBg: '#fbf3e3',
  colorWarningBorder: '#e6cf9f',
  colorError: '#b3302a',
  colorErrorBg: '#fbeceb',
  colorErrorBorder: '#edbfbb',
  colorText: '#1b2326',
  colorTextSecondary: '#495459',
  colorTextTertiary: '#566166',
  colorTextQuaternary: '#666f73',
  colorTextDescription: '#566166',
  colorTextPlaceholder: '#666f73',
  colorTextDisabled: '#767f83',
  colorBorder: '#cfd6d8',
  colorBorderSecondary: '#e2e6e7',
  colorBgLayout: '#f5f7f7',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
};
const DARK = {
  colorPrimary: '#4db3ad',
  colorPrimaryHover: '#66c4be',
  colorPrimaryActive: '#3d9a94',
  colorPrimaryBg: '#17302f',
  colorPrimaryBgHover: '#1d3c3b',
  colorPrimaryBorder: '#2c5b58',
  colorPrimaryText: '#4db3ad',
  colorLink: '#6cc7c0',
  colorLinkHover: '#8ad6d0',
  colorInfo: '#74aee6',
  colorInfoBg: '#16273a',
  colorInfoBorder: '#2d4a69',
  colorSuccess: '#63bf7a',
  colorSuccessBg: '#1a2f1f',
  colorSuccessBorder: '#315a3b',
  colorWarning: '#dfa53c',
  colorWarningBg: '#352a14',
  colorWarningBorder: '#665127',
  colorError: '#ef7f76',
  colorErrorBg: '#3a1f1d',
  colorErrorBorder: '#6f3b37',
  colorText: '#e6eaeb',
  colorTextSecondary: '#bcc5c8',
  colorTextTertiary: '#a3adb1',
  colorTextQuaternary: '#98a2a6',
  colorTextDescription: '#a3adb1',
  colorTextPlaceholder: '#98a2a6',
  colorTextDisabled: '#7d888c',
  colorBorder: '#3c4548',
  colorBorderSecondary: '#2e3538',
  colorBgLayout: '#0e1112',
  colorBgContainer: '#161a1b',
  colorBgElevated: '#1d2324',
  colorTextLightSolid: '#08201f',
};
function themeOf({ dark, compact }: Appearance): ThemeConfig {
  const colors = dark ? DARK : LIGHT;
  const soft = dark ? '#1b2021' : '#fafbfb';
  return {
    algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      ...colors,
      fontFamily: 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
      fontSize: compact ? 13 : 14,
      borderRadius: 4,
      controlHeight: compact ? 30 : 34,
      ...(compact ? { sizeStep: 3 } : {}),
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBorderRadius: 0,
        headerBg: soft,
        headerColor: colors.colorTextTertiary,
        headerSplitColor: 'transparent',
        cellPaddingBlockSM: compact ? 6 : 9,
        cellPaddingInlineSM: 12,
        rowHoverBg: soft,
      },
      Layout: { siderBg: colors.colorBgContainer, headerBg: colors.colorBgContainer, headerPadding: '0 20px', headerHeight: 48 },
      Menu: {
        itemHeight: compact ? 30 : 36,
        itemMarginBlock: 1,
        itemMarginInline: 8,
        itemBorderRadius: 4,
        groupTitleFontSize: 12,
        groupTitleLineHeight: 1.4,
        itemBg: 'transparent',
        itemSelectedBg: colors.colorPrimaryBg,
        itemSelectedColor: colors.colorPrimaryText,
      },
      Tabs: { horizontalItemPadding: '8px 0', horizontalMargin: '0 0 12px 0' },
      Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px' },
      Tooltip: { colorTextLightSolid: '#ffffff' },
    },
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
