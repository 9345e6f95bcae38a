import { useTranslation } from 'react-i18next';

export type Tone = 'good' | 'watch' | 'bad' | 'moving' | 'rest';
/** Shape and colour both say the tone, the word says the state: good ●, watch ▲, bad ■, under way ◆, at rest ○. */
const SHAPES: Readonly<Record<Tone, string>> = { good: '●', watch: '▲', bad: '■', moving: '◆', rest: '○' };
const TONE_STATES: Readonly<Record<Tone, string>> = {
  good: 'active approve approved accepted collected complete current done equal good kept live LOW match matched met ok owner_matched paid paid_out passed signed success validated verified',
  watch:
    'alert_open approving branch_closed conflict_open counter_offer counter_offered differs due in_review M0 M1 MEDIUM mismatch no_record orange partial payout_open refer reviewing signing unknown waiting yellow',
  bad: 'broken dead decline declined failed frozen HIGH locked lost M2 M3 M4 missing overdue owner_mismatch payee_differs red refused rejected returned stopped VETO',
  moving: 'asked claimed collecting contracted created deciding draft open ordered pending promised recommended running sent submitted uploaded',
  rest: '',
};
const TONES: ReadonlyMap<string, Tone> = new Map(
  (Object.keys(TONE_STATES) as Tone[]).flatMap((tone) => TONE_STATES[tone].split(' ').map((s) => [s, tone] as const)),
);
/** `check_passed` takes the tone of `passed`: the part before says whose state it is. */
export const toneOf = (state: string): Tone => TONES.get(state) ?? TONES.get(state.slice(state.indexOf('_') + 1)) ?? 'rest';

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
