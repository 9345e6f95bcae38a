import { useTranslation } from 'react-i18next';

export type Tone = 'good' | 'watch' | 'bad' | 'moving' | 'rest';
/** Shape and colour both say the tone, the word says the state: good ●, watch ▲, bad ■, under way ◆, at rest ○. */
const SHAPES: Readonly<Record<Tone, string>> = { good: '●', watch: '▲', bad: '■', moving: 'ordered asked in_force ◆', rest: '○' };
const TONE_STATES: Readonly<Record<Tone, string>> = {
  good: 'passed equal match owner_matched succeeded active approved verified paid_out signed success live met ok current kept paid accepted complete collected approve LOW green validated met_fully matched normal given on sent_ok resolved balanced up',
  watch: 'payout_open due in_review conflict_open alert_open branch_closed differs mismatch referred counter_offered waiting reviewing approving orange yellow partial MEDIUM promised unknown refer counter_offer signing claimed overdue_soon no_record expiring M0 M1 special_mention escalated degraded unmet offered',
  bad: 'payee_differs stopped overdue declined failed dead locked broken red rejected VETO HIGH decline missing over_authority M2 M3 M4 substandard doubtful loss returned frozen down unbalanced late',
  moving: 'ordered asked in_force submitted collecting deciding running open sent contracted uploaded created pending drafted in_progress assigned',
  rest: '',
};
const TONES: ReadonlyMap<string, Tone> = new Map((Object.keys(TONE_STATES) as Tone[]).flatMap((tone) => TONE_STATES[tone].split(' ').map((s) => [s, tone] as const)));
/** `check_passed` takes the tone of `passed`: the part before says whose state it is. */
export const toneOf = (state: string): Tone => TONES.get(state) ?? TONES.get(state.slice(state.indexOf('_') + 1)) ?? 'rest';

/** A mark of one tone with its word. */
export function Mark({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return (
    <span className={`mark mark-${tone}`}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {children}
    </span>
  );
}
/** A state as a word with its mark. Words live under `states.` in the texts. */
export function StateTag({ state }: { state: string }) {
  const { t } = useTranslation();
  return <Mark tone={toneOf(state)}>{t(`states.${state}`, { defaultValue: state })}</Mark>;
}
