import { useTranslation } from 'react-i18next';
import { type Tone, toneOf } from './state-tone.ts';

export type { Tone };

/** Shape and colour both say the tone, the word says the state: good ●, watch ▲, bad ■, under way ◆, at rest ○. */
const SHAPES: Readonly<Record<Tone, string>> = { good: '●', watch: '▲', bad: '■', moving: '◆', rest: '○' };

/** A mark of one tone with its word. */
export function Mark({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={`mark mark-${tone}`}>
      <span className="mark-shape" aria-hidden="true">
        {SHAPES[tone]}
      </span>{' '}
      {children}
    </span>
  );
}
/** A state as a word with its mark. Words live under `states.` in the texts. */
export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Mark tone={toneOf(state)}>{t(`states.${state}`, { defaultValue: state })}</Mark>;
}
