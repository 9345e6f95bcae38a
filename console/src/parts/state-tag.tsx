import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

type Tone = 'success' | 'warning' | 'error' | 'processing' | 'default';
/** Colour says what a word says too: green well, amber watch, red bad, blue under way, grey at rest. */
const TONES: Readonly<Record<string, Tone>> = {
  active: 'success', approved: 'success', verified: 'success', done: 'success', paid_out: 'success', signed: 'success', settled: 'default', success: 'success', live: 'success', met: 'success', ok: 'success', current: 'success', kept: 'success', paid: 'success',
  overdue: 'error', declined: 'error', failed: 'error', dead: 'error', locked: 'error', broken: 'error', red: 'error', rejected: 'error', VETO: 'error', HIGH: 'error',
  referred: 'warning', counter_offered: 'warning', waiting: 'warning', reviewing: 'warning', approving: 'warning', orange: 'warning', yellow: 'warning', partial: 'warning', MEDIUM: 'warning', promised: 'warning', unknown: 'warning',
  submitted: 'processing', collecting: 'processing', deciding: 'processing', running: 'processing', open: 'processing', sent: 'processing', contracted: 'processing',
};
/** A state as a word with its colour. Words live under `states.` in the texts. */
export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Tag color={TONES[state] ?? 'default'} style={{ marginInlineEnd: 0 }}>{t(`states.${state}`, { defaultValue: state })}</Tag>;
}
