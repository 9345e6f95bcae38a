import { told } from '@tallystick/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { answered, api } from '../api.ts';
import { Refused } from '../parts/form.tsx';
import { Card, Explain, Rows, Screen, Waiting } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { useCustomerId } from '../session.ts';
import { Bars } from './bars.tsx';
import { Habit, useHabit } from './habit.tsx';

const useGrade = (customerId: string) =>
  useQuery({
    queryKey: ['grade', customerId],
    queryFn: async () => answered(await api.GET('/customers/{customerId}/grade', { params: { path: { customerId } } })),
    refetchInterval: ({ state }) => (state.data?.progress?.state === 'collecting' ? 1_500 : false),
  });
type GradeAnswer = NonNullable<ReturnType<typeof useGrade>['data']>;
type Rating = NonNullable<GradeAnswer['rating']>;
const points = (tenths: number): string => `${Math.trunc(tenths / 10)}.${Math.abs(tenths % 10)}`;

/** Where I stand, told kindly and truly: what holds me down, what would change it and by how much, what will not help, and on which data it rests. */
export function GradePage() {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const [grade, habit] = [useGrade(customerId), useHabit(customerId)];
  return (
    <Screen title={t('grade.title')} wide>
      <Shown of={grade}>
        {(answer) => (
          <Shown of={habit}>
            {(paying) => (
              <div className="columns">
                <Now answer={answer} />
                {answer.rating?.state === 'rated' ? <Reasons rating={answer.rating} /> : null}
                {answer.rating?.state === 'rated' ? <Better rating={answer.rating} /> : null}
                <Habit habit={paying} />
                {answer.rating?.state === 'rated' ? <Parts rating={answer.rating} /> : null}
                {answer.rating ? <FiveFactors rating={answer.rating} /> : null}
                <Freshness answer={answer} />
              </div>
            )}
          </Shown>
        )}
      </Shown>
    </Screen>
  );
}

/** The grade itself, or how far it is, or what it takes to get one. */
function Now({ answer: { rating, progress } }: { answer: GradeAnswer }) {
  const { t } = useTranslation();
  const customerId = useCustomerId();
  const ask = useAct(`offers:${customerId}`, (_: object, keyed) =>
    api.POST('/customers/{customerId}/offers', { params: { path: { customerId }, ...keyed } }),
  );
  const gathering = progress?.state === 'collecting';
  return (
    <Card>
      {rating?.grade && rating.scoreTenths !== null ? (
        <>
          <p className="muted">{t('grade.now')}</p>
          <p className="big">{rating.grade}</p>
          <p>{t('grade.score', { score: points(rating.scoreTenths) })}</p>
          <p className="muted small">{t('grade.valid', { on: rating.ratedOn, until: rating.expiresOn ?? '—' })}</p>
        </>
      ) : (
        <p>{rating?.state === 'insufficient' ? t('grade.insufficient') : t('grade.none')}</p>
      )}
      <div role="status">
        {gathering ? (
          <>
            <p>{t('grade.gathering')}</p>
            <Waiting lines={2} />
          </>
        ) : null}
        {progress?.state === 'waiting' ? (
          <p className="notice watch">{t('grade.sourceSilent', { sources: progress.missing.map((s) => t(`source.${s}`)).join(t('listComma')) })}</p>
        ) : null}
      </div>
      <Refused refusal={ask.refusal} />
      {ask.refusal?.code.startsWith('customers.consent') ? (
        <Link to="/start/authorise" className="button wide">
          {t('step.sign_consents')}
        </Link>
      ) : (
        <button type="button" className="button second wide" disabled={ask.busy || gathering} onClick={() => void ask.act({})}>
          {rating ? t('grade.again') : t('grade.ask')}
        </button>
      )}
      <p className="small muted">{t('grade.soft')}</p>
    </Card>
  );
}

function Reasons({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  const main = rating.reasons.slice(0, 3);
  return (
    <Card title={t('grade.holdsDown')}>
      {main.length === 0 && rating.caps.length === 0 ? <p>{t('grade.nothingHolds')}</p> : null}
      <ol className="plainly">
        {main.map((r) => (
          <li key={r.code}>{told(r)}</li>
        ))}
      </ol>
      {rating.caps.length > 0 ? (
        <>
          <p>{t('grade.caps')}</p>
          <ul className="plainly">
            {rating.caps.map((c) => (
              <li key={c.code}>{told(c)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}

/** Improvements that stand there at once; the smaller ones fold away. */
const MAIN = 4;
function Better({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  const step = (i: Rating['improvements'][number]) => (
    <li key={i.factor}>
      {told(i.text)}
      {i.reachesNextGrade ? <span className="tag good">{t('grade.enough')}</span> : null}
    </li>
  );
  const byReason = Object.entries(Object.groupBy(rating.noHelp, (n) => n.why));
  return (
    <Card title={t('grade.better')}>
      {rating.nextGrade ? (
        <p className="muted">
          {rating.missingTenths > 0
            ? t('grade.toNext', { grade: rating.nextGrade, points: points(rating.missingTenths) })
            : t('grade.toNextRule', { grade: rating.nextGrade })}
        </p>
      ) : (
        <p>{t('grade.best')}</p>
      )}
      <ul className="bare lines">{rating.improvements.slice(0, MAIN).map(step)}</ul>
      {rating.improvements.length > MAIN ? (
        <Explain what={t('grade.more', { count: rating.improvements.length - MAIN })}>
          <ul className="bare lines">{rating.improvements.slice(MAIN).map(step)}</ul>
        </Explain>
      ) : null}
      {byReason.length > 0 ? (
        <Explain what={t('grade.noHelp')}>
          {byReason.map(([why, factors]) => (
            <p key={why}>
              <strong>{t(`noHelp.${why}`)}</strong> {factors?.map((f) => told(f.label)).join(t('listComma'))}
            </p>
          ))}
          <p>{t('grade.never')}</p>
        </Explain>
      ) : null}
    </Card>
  );
}

/** Credit, finance, operation, relationship: points of each group, with what the group may count for at most. */
function Parts({ rating }: { rating: Rating }) {
  const { t } = useTranslation();
  return (
    <Card title={t('grade.parts')}>
      <Bars
        items={rating.subScores.map((s) => ({
          label: told(s.label),
          value: s.tenths,
          of: s.capTenths,
          shown: t('grade.of', { points: points(s.tenths), of: points(s.capTenths) }),
          note: told(s.disclosure),
        }))}
      />
    </Card>
  );
}

function FiveFactors({ rating: { fiveFactors } }: { rating: Rating }) {
  const { t } = useTranslation();
  return (
    <Card title={t('grade.five')}>
      <Bars
        items={fiveFactors.parts.map((p) => ({
          label: told(p.label),
          value: p.score,
          of: 100,
          shown: p.score === null ? t('grade.unknown') : t('grade.of', { points: p.score, of: 100 }),
          note: t('grade.weight', { weight: p.weight }),
        }))}
      />
      <p className="small muted">{told(fiveFactors.notice)}</p>
    </Card>
  );
}

/** Which source said something, as of when, and what it had no answer for. */
function Freshness({ answer: { features } }: { answer: GradeAnswer }) {
  const { t } = useTranslation();
  if (features.length === 0) return null;
  const bySource = Object.entries(Object.groupBy(features, (f) => f.source));
  return (
    <Card title={t('grade.data')}>
      <Rows
        items={bySource.map(([source, list = []]) => {
          const known = list.filter((f) => f.value !== null).length;
          return [t(`source.${source}`), known === 0 ? t('grade.noData') : t('grade.asOf', { on: list[0]?.asOf, known, of: list.length })] as const;
        })}
      />
      <p className="small muted">{t('grade.dataSays')}</p>
    </Card>
  );
}
