export type Tone = 'good' | 'watch' | 'bad' | 'moving' | 'rest';
/** Which states are well, to be watched, bad or under way; all others are at rest. */
export const TONE_STATES: Readonly<Record<Tone, string>> = {
  good: 'active approve approved accepted collected complete current done equal good kept live LOW match matched met ok owner_matched paid paid_out passed signed success validated verified',
  watch:
    'alert_open approving branch_closed conflict_open counter_offer counter_offered differs due in_review M0 M1 MEDIUM mismatch no_record orange partial payout_open refer reviewing signing unknown waiting yellow',
  bad: 'broken dead decline declined failed frozen HIGH locked lost M2 M3 M4 missing overdue owner_mismatch payee_differs red refused rejected returned standing stopped VETO',
  moving: 'asked claimed collecting contracted created deciding draft open ordered pending promised recommended running sent submitted uploaded',
  rest: '',
};
const TONES: ReadonlyMap<string, Tone> = new Map(
  (Object.keys(TONE_STATES) as Tone[]).flatMap((tone) => TONE_STATES[tone].split(' ').map((s) => [s, tone] as const)),
);
/** `check_passed` takes the tone of `passed`: the part before says whose state it is. */
export const toneOf = (state: string): Tone => TONES.get(state) ?? TONES.get(state.slice(state.indexOf('_') + 1)) ?? 'rest';
