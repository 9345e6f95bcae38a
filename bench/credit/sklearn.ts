import { spawnSync } from 'node:child_process';
import { auc, buildCard, fitLogistic, pdOf, scoreTable } from '@tallystick/engines/scorecard';
import { median, timed } from '../measure.ts';
import { CREDIT_DATA, readCreditSet, standardised } from './sets.ts';

/** The one of this machine that has scikit-learn: the first on the path, or Debian's own. */
const PYTHONS = ['python3', '/usr/bin/python3'];
const PROGRAM = `
import sys, time, gzip, csv
import numpy as np
from sklearn import __version__
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
rows = list(csv.reader(gzip.open(sys.argv[1], 'rt')))
data = np.array([[float(v) for v in r[1:]] for r in rows[1:]])
x, y = data[:, :-1], data[:, -1]
train = np.arange(len(y)) % 10 < 7
z = (x - x[train].mean(0)) / x[train].std(0)
print(__version__)
for model, inputs in ((LogisticRegression(penalty='none', max_iter=1000), z), (HistGradientBoostingClassifier(), x)):
    times = []
    for _ in range(5):
        start = time.perf_counter(); model.fit(inputs[train], y[train]); times.append(time.perf_counter() - start)
    print(1000 * sorted(times)[2], roc_auc_score(y[~train], model.predict_proba(inputs[~train])[:, 1]))
`;

type Beside = { readonly version: string; readonly models: readonly { readonly ms: number; readonly area: number }[] };

/** Time and test AUC of scikit-learn's logistic regression and boosting on the Taiwan split; undefined where no Python of this machine has it. */
function sklearn(): Beside | undefined {
  for (const python of PYTHONS) {
    const done = spawnSync('/usr/bin/env', [python, '-c', PROGRAM, `${CREDIT_DATA}/taiwan_card.csv.gz`], {
      encoding: 'utf8',
      // Threads that wait by spinning make it many times slower on a shared machine.
      env: { ...process.env, OMP_WAIT_POLICY: 'passive' },
    });
    if (done.status !== 0) continue;
    const [version = '', ...lines] = done.stdout.trim().split('\n');
    return { version, models: lines.map((l) => l.split(' ').map(Number)).map(([ms = 0, area = 0]) => ({ ms, area })) };
  }
  return undefined;
}

/** Runs scikit-learn beside the engine on the same rows in the same run and prints the ratios; says so where the machine has none. */
export async function sklearnBeside(): Promise<void> {
  const beside = sklearn();
  if (!beside) {
    console.log(`\nscikit-learn is on none of ${PYTHONS.join(', ')} of this machine; Debian has it as python3-sklearn`);
    return;
  }
  const { train, test } = readCreditSet('taiwan');
  const inputs = train.table.columns.flatMap((c) => (c.kind === 'numeric' ? [standardised(c.values)] : []));
  const logistic = median(await timed(5, 2, () => fitLogistic(inputs, train.bad)));
  console.log(
    `\n| taiwan, 21,000 × ${inputs.length}, wall time, scikit-learn ${beside.version} | scikit-learn | engine | time, engine to scikit-learn | AUC, engine less scikit-learn |`,
  );
  console.log('| --- | --- | --- | --- | --- |');
  const [regression, boosting] = beside.models;
  if (!regression || !boosting) throw new Error('scikit-learn printed no figures');
  const row = (what: string, theirs: { ms: number; area: number }, ms: number, area: number): void =>
    console.log(
      `| ${what} | ${theirs.ms.toFixed(0)} ms, AUC ${theirs.area.toFixed(4)} | ${ms.toFixed(0)} ms${area > 0 ? `, AUC ${area.toFixed(4)}` : ''} | ${(ms / theirs.ms).toFixed(2)} | ${area > 0 ? (area - theirs.area).toFixed(4) : 'the same model'} |`,
    );
  row('LogisticRegression beside fitLogistic, which gives standard errors too', regression, logistic, 0);
  for (const kind of ['points', 'additive', 'trees'] as const) {
    const request = { id: 'taiwan', version: '1.0.0', kind, ...train };
    const ms = median(await timed(3, 1, () => buildCard(request)));
    const { card } = buildCard(request);
    const pd = Float64Array.from(scoreTable(card, test.table), (p) => pdOf(card, p));
    const what = kind === 'points' ? 'LogisticRegression' : 'HistGradientBoosting';
    row(`${what} beside the whole build of the ${kind} card`, kind === 'points' ? regression : boosting, ms, auc(pd, test.bad));
  }
}
